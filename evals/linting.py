"""Whether a folder of gold can be trusted: every fault with its file, line and remedy."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from summariser.evals.gold import SUFFIX, Gold, validate_gold
from summariser.evals.lint_labels import check_labels
from summariser.evals.positions import Where, line_of, value_lines
from summariser.evals.similarity import fold_text, words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Problem", "lint"]

# Eight words in a row are shared by chance next to never; a prompt that has them has seen the document.
_RUN = 8
_SAME_DOCUMENT = 0.3
_PROMPT_FILES = (".md", ".toml")


class Problem(NamedTuple):
    """A fault of a data set.

    Attributes:
        file: Where.
        line: From 1.
        message: What is wrong.
        fix: What to do.
    """

    file: Path
    line: int
    message: str
    fix: str


class _Labels(NamedTuple):
    path: Path
    gold: Gold
    lines: dict[Where, int]
    text: str


def lint(folder: Path | str, prompts_folder: Path | str | None = None) -> list[Problem]:
    """Check every gold file of a folder, the documents beside them, and that no prompt has seen them.

    Args:
        folder: Holds `<name>.txt` and `<name>.gold.json` side by side.
        prompts_folder: Prompt files (`*.md`, `*.toml`), searched with sub-folders. None checks no prompts.

    Returns:
        All problems, in the order of files and lines; empty where the gold can be used.
    """
    folder = Path(folder)
    problems: list[Problem] = []
    labelled: list[_Labels] = []
    paths = sorted(folder.glob("*" + SUFFIX))
    if not paths:
        problems.append(Problem(folder, 1, f"holds no file *{SUFFIX}", "start one with `summariser eval add FILE`"))
    for path in paths:
        found = _read_labels(path)
        if isinstance(found, list):
            problems.extend(found)
            continue
        labelled.append(found)
        problems.extend(
            Problem(path, line_of(found.lines, fault.where), fault.message, fault.fix)
            for fault in check_labels(found.gold, found.text)
        )
        problems.extend(_check_file(found))
    problems.extend(_check_pairing(folder, paths, labelled))
    runs = _index_runs(labelled)
    problems.extend(_check_duplicates(labelled, runs))
    if prompts_folder is not None:
        problems.extend(_check_prompts(Path(prompts_folder), runs))
    return sorted(problems, key=lambda problem: (str(problem.file), problem.line, problem.message))


def _read_labels(path: Path) -> _Labels | list[Problem]:
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [Problem(path, 1, f"cannot be read: {error}", "save it as UTF-8")]
    lines = value_lines(content)
    gold = validate_gold(content)
    if not isinstance(gold, Gold):
        return [
            Problem(
                path,
                line_of(lines, fault.where),
                f"{'.'.join(map(str, fault.where)) or 'file'}: {fault.message}",
                "see the field's description in `summariser.evals.gold`",
            )
            for fault in gold
        ]
    text = _read_text(path, gold, lines)
    return [text] if isinstance(text, Problem) else _Labels(path, gold, lines, text)


def _read_text(path: Path, gold: Gold, lines: dict[Where, int]) -> str | Problem:
    line = line_of(lines, ("document",))
    if Path(gold.document).name != gold.document:
        return Problem(path, line, "document is not a plain file name", "name the file beside this one")
    try:
        raw = (path.parent / gold.document).read_bytes()
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        return Problem(path, line, f"{gold.document} is not beside it", "put the document back, or delete the gold")
    except (OSError, UnicodeDecodeError) as error:
        return Problem(path, line, f"{gold.document} cannot be read: {error}", "save it as UTF-8 and label it again")
    if hashlib.sha256(raw).hexdigest() != gold.sha256:
        message = f"sha256 is not that of {gold.document}"
        return Problem(path, line_of(lines, ("sha256",)), message, "restore the document, or label it again")
    return text


def _check_file(labels: _Labels) -> Iterator[Problem]:
    gold, lines = labels.gold, labels.lines
    if not gold.signed:
        drafter = ", ".join(entry.annotator for entry in gold.labelled)
        yield Problem(
            labels.path,
            line_of(lines, ("labelled",)),
            f"is a draft by {drafter} that nobody has read",
            "correct it against the document, then add yourself under `labelled`",
        )
    if not gold.genre.strip():
        yield Problem(labels.path, line_of(lines, ("genre",)), "genre is empty", "name one, for the slices")
    for index, tag in enumerate(gold.tags):
        if tag in gold.tags[:index]:
            yield Problem(labels.path, line_of(lines, ("tags", index)), f"tag {tag} is given twice", "drop one")


def _check_pairing(folder: Path, paths: list[Path], labelled: list[_Labels]) -> Iterator[Problem]:
    """Each document has exactly one gold file, and each gold file the name of its document."""
    stems = {path.name.removesuffix(SUFFIX) for path in paths}
    for path in sorted(folder.glob("*.txt")):
        if path.stem not in stems:
            yield Problem(path, 1, "has no gold beside it", f"label it in {path.stem}{SUFFIX}, or move it away")
    owner: dict[str, Path] = {}
    for labels in labelled:
        line = line_of(labels.lines, ("document",))
        other = owner.setdefault(labels.gold.document, labels.path)
        if other != labels.path:
            yield Problem(labels.path, line, f"{labels.gold.document} is labelled in {other.name} too", "keep one")
        elif Path(labels.gold.document).stem != labels.path.name.removesuffix(SUFFIX):
            name = Path(labels.gold.document).stem + SUFFIX
            yield Problem(labels.path, line, f"is not named after {labels.gold.document}", f"rename it to {name}")


def _runs(found: list[str]) -> set[tuple[str, ...]]:
    return {tuple(found[index : index + _RUN]) for index in range(len(found) - _RUN + 1)}


def _index_runs(labelled: list[_Labels]) -> dict[tuple[str, ...], list[str]]:
    """Every run of eight words to the documents that have it, in the text or in a label."""
    index: dict[tuple[str, ...], list[str]] = {}
    for labels in labelled:
        gold = labels.gold
        wordings = [item.action for item in gold.commitments] + [item.statement for item in gold.context]
        runs = _runs(words(labels.text)).union(*(_runs(words(wording)) for wording in wordings))
        for run in runs:
            index.setdefault(run, []).append(gold.document)
    return index


def _check_duplicates(labelled: list[_Labels], runs: dict[tuple[str, ...], list[str]]) -> Iterator[Problem]:
    same: dict[str, str] = {}
    size: dict[str, int] = {}
    shared: dict[tuple[str, str], int] = {}
    for documents in runs.values():
        for position, document in enumerate(documents):
            size[document] = size.get(document, 0) + 1
            for other in documents[:position]:
                shared[other, document] = shared.get((other, document), 0) + 1
    for position, labels in enumerate(labelled):
        document = labels.gold.document
        line = line_of(labels.lines, ("document",))
        first = same.setdefault(fold_text(labels.text), document)
        if first != document:
            yield Problem(labels.path, line, f"is the same document as {first}", "keep one of the two")
            continue
        for other in (earlier.gold.document for earlier in labelled[:position]):
            part = shared.get((other, document), 0) / max(1, min(size.get(other, 0), size.get(document, 0)))
            if part >= _SAME_DOCUMENT:
                message = f"shares {part:.0%} of its runs of {_RUN} words with {other}"
                yield Problem(labels.path, line, message, "keep one of the two")


def _check_prompts(folder: Path, runs: dict[tuple[str, ...], list[str]]) -> Iterator[Problem]:
    """A prompt that holds words of a labelled document teaches the answers."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _PROMPT_FILES and path.is_file()):
        found = [
            (word, number)
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
            for word in words(line)
        ]
        told: set[str] = set()
        for index in range(len(found) - _RUN + 1):
            run = tuple(word for word, _ in found[index : index + _RUN])
            for document in runs.get(run, ()):
                if document not in told:
                    told.add(document)
                    message = f"has words of {document}: “{' '.join(run)}”"
                    yield Problem(path, found[index][1], message, "take an example that is not in the data set")
