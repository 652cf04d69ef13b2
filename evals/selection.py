"""Which labelled documents a run is over, and whether they may be used with a prompt at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summariser.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from summariser.evals.gold import Case
    from summariser.prompts.loader import Prompt

__all__ = ["Split", "check_prompt", "select_cases"]

Split = Literal["dev", "test", "all"]


def select_cases(cases: Sequence[Case], split: Split, only: Sequence[str] = ()) -> list[Case]:
    """The documents of a split that have one of the tags.

    Args:
        cases: All labelled documents.
        split: "dev", "test" or "all".
        only: Tags, genres or names of documents; empty for no restriction.

    Raises:
        InputError: Nothing is left, a name is unknown, or a document is labelled by nobody but a model's draft.
    """
    known = {name for case in cases for name in _names(case)}
    if unknown := [name for name in only if name not in known]:
        tags = sorted({tag for case in cases for tag in (case.gold.genre, *case.gold.tags)})
        raise InputError(f"no document has the tag {unknown[0]!r}", hint=f"there are: {', '.join(tags)}")
    chosen = [
        case for case in cases if split in ("all", case.gold.split) and (not only or not _names(case).isdisjoint(only))
    ]
    if not chosen:
        raise InputError(f"no labelled document in the split {split!r}{f' has {only[0]!r}' if only else ''}")
    for case in chosen:
        if not case.gold.signed:
            raise InputError(
                f"{case.gold_path}: is a draft that nobody has read",
                hint="correct it against the document, then add yourself under `labelled`",
            )
    return chosen


def _names(case: Case) -> set[str]:
    return {case.gold.genre, case.path.stem, *case.gold.tags}


def check_prompt(prompt: Prompt, folder: Path) -> None:
    """See that the prompt has no words of a labelled document in it: it would have been taught the answers.

    Args:
        prompt: The prompt.
        folder: The labelled documents.

    Raises:
        InputError: It has; the message names file and line.
    """
    from summariser.evals.linting import lint

    inside = [problem for problem in lint(folder, prompt.folder) if problem.file.is_relative_to(prompt.folder)]
    if inside:
        first = inside[0]
        raise InputError(f"{first.file}, line {first.line}: {first.message}", hint=first.fix)
