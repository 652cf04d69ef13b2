"""Annotations that GitHub shows on the lines of a pull request."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.evals.gating import Verdict
from summariser.evals.gold import SUFFIX
from summariser.evals.positions import line_of, value_lines
from summariser.render.inert import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summariser.evals.comparing import Change
    from summariser.evals.gating import GateResult
    from summariser.evals.linting import Problem

__all__ = ["Annotation", "gate_annotations", "in_github", "lint_annotations", "render_annotations"]

_MOST = 10  # of each level; GitHub shows no more for a step
_PROMPT_PARTS = {
    "parties": ("kinds", "names"),
    "commitments": ("undertakings", "commitments"),
    "context": ("facts",),
    "quotes": ("speakers", "quotes"),
}


class Annotation(NamedTuple):
    """A remark on a line of a file."""

    level: Literal["error", "warning", "notice"]
    file: Path
    line: int
    title: str
    message: str


def in_github() -> bool:
    """True inside GitHub Actions."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def render_annotations(annotations: Iterable[Annotation]) -> str:
    """The lines to print, at most ten of each level; paths are relative to the current folder where they lie in it."""
    counts: dict[str, int] = {}
    lines: list[str] = []
    for each in annotations:
        counts[each.level] = counts.get(each.level, 0) + 1
        if counts[each.level] <= _MOST:
            place = f"file={_property(_relative(each.file))},line={each.line},title={_property(each.title)}"
            lines.append(f"::{each.level} {place}::{_data(each.message)}\n")
    return "".join(lines)


def _relative(path: Path) -> str:
    absolute, here = path.absolute(), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def lint_annotations(problems: Sequence[Problem]) -> Iterator[Annotation]:
    """An error for each problem of the labelled documents."""
    for problem in problems:
        yield Annotation("error", problem.file, problem.line, "eval lint", f"{problem.message}; {problem.fix}")


def gate_annotations(result: GateResult, prompt: Path, seeds: Path) -> Iterator[Annotation]:
    """Why a prompt is held back, on its own files, and what it lost, on the lines of the gold.

    Args:
        result: The verdict.
        prompt: Folder of the prompt in question.
        seeds: Folder of the labelled documents.
    """
    if result.verdict is Verdict.PASS:
        return
    level: Literal["error", "warning"] = "warning" if result.verdict is Verdict.INCONCLUSIVE else "error"
    title = f"eval gate: {result.verdict.value}"
    head = prompt / "prompt.toml"
    for reason in result.reasons:
        part = next((name for name in result.failing if reason.startswith(name)), None)
        yield Annotation(level, _template(prompt, part) if part else head, 1, title, reason)
    for change in result.comparison.changes:
        if change.worse:
            yield _lost(change, seeds)


def _template(prompt: Path, part: str) -> Path:
    """The template that asks for a part, or the head of the prompt where there is none."""
    asked = (prompt / "parts" / f"{name}.md" for name in _PROMPT_PARTS[part])
    return next((path for path in asked if path.is_file()), prompt / "prompt.toml")


def _lost(change: Change, seeds: Path) -> Annotation:
    path = seeds / f"{Path(change.document).stem}{SUFFIX}"
    before, after = change.before or "absent", change.after or "absent"
    message = f"{change.part} {change.item}: {before} before, {after} now; {change.reason}"
    return Annotation("notice", path, _line(path, change), "eval gate: came out worse", message)


def _line(path: Path, change: Change) -> int:
    """The line of the gold item; the first where the item is none of gold."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return 1
    mark = f'"{change.item}"'
    ids = [where for where, line in value_lines(content).items() if _is_id(where, change.part, content, line, mark)]
    return line_of(value_lines(content), ids[0]) if ids else 1


def _is_id(where: tuple[str | int, ...], part: str, content: str, line: int, mark: str) -> bool:
    return where[:1] == (part,) and where[-1] == "id" and mark in content.splitlines()[line - 1]
