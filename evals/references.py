"""What scores are held against: a naive reader below, the agreement of two careful readers above."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summariser.documents.read import read_file
from summariser.evals.gold import SUFFIX, Case, load_gold
from summariser.evals.labellers import AgreementF1, compare_labels
from summariser.evals.naive import naive_brief
from summariser.evals.runs import Level, References
from summariser.evals.scoring import score

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_references"]

_FIRST, _SECOND = Path("double", "first"), Path("double", "second")


def find_references(cases: Sequence[Case], folder: Path) -> References:
    """Score a naive reader and the second labels of the same documents.

    Args:
        cases: The documents of the run.
        folder: Their folder. `double/first` and `double/second` in it hold gold files by two readers; a document that
            is labelled twice need not be among the cases.

    Raises:
        InputError: A file is faulty.
    """
    return References(naive=_naive(cases), ceiling=_ceiling(folder))


def _naive(cases: Sequence[Case]) -> Level:
    total = score({case.gold.document: naive_brief(read_file(case.path)) for case in cases}, cases).total
    return Level(
        documents=total.documents,
        parts={
            part: AgreementF1(strict=found.strict.f1, lenient=found.lenient.f1) for part, found in total.parts.items()
        },
        overall=AgreementF1(strict=total.strict, lenient=total.lenient),
        note="quotation marks, capital letters and four words",
    )


def _ceiling(folder: Path) -> Level | None:
    pairs: list[tuple[Case, Case]] = []
    stale: list[str] = []
    for path in sorted((folder / _FIRST).glob(f"*{SUFFIX}")):
        if not (folder / _SECOND / path.name).is_file():
            continue
        first, second = load_gold(path), load_gold(folder / _SECOND / path.name)
        text_path = folder / Path(first.document).name
        document = read_file(text_path)
        if not first.sha256 == second.sha256 == document.sha256:
            stale.append(first.document)
            continue
        pairs.append(
            (
                Case(first, text_path, document.text, path),
                Case(second, text_path, document.text, folder / _SECOND / path.name),
            )
        )
    if not pairs:
        return None
    found = compare_labels(pairs)
    note = f"{', '.join(stale)}: labelled from another version of the text, so left out" if stale else ""
    return Level(documents=len(pairs), parts=found.parts, overall=found.overall, note=note)
