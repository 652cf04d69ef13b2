"""Which difference of a note is which of gold: by the field, and by what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.evals.align import assign
from summariser.evals.note_results import DifferenceOutcome
from summariser.evals.results import Tally

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summariser.evals.note_gold import GoldDifference
    from summariser.evals.note_matching import Placed
    from summariser.schemas.note import Difference

__all__ = ["match_differences"]

_HELD = 0.5  # of the letters of gold's wording, for it to count as cited
_FEWEST = 2  # wordings: less is no difference
_FLOOR = 0.05


def match_differences(
    gold: Sequence[GoldDifference], noted: Sequence[Difference], about: Mapping[str, str], placed: Placed
) -> tuple[Tally, Tally, list[DifferenceOutcome]]:
    """Match differences one to one, and count them.

    A difference of the note may be one of gold where its field is one that gold gives, and it cites two of gold's
    wordings; where the field is gold's own and no bare figure, the same commitment will do, too.

    Args:
        gold: Differences of gold.
        noted: Differences of the note.
        about: Commitment of gold for each row of the note.
        placed: The documents of the set.

    Returns:
        The counts of differences, optional ones neutral; of the sources of required differences that are matched; and
        what became of each.
    """
    similarity = [[_similarity(label, item, about, placed) for item in noted] for label in gold]
    pairs = assign(similarity, floor=_FLOOR)
    by_row = dict(pairs)
    taken = set(by_row.values())
    outcomes = [
        DifferenceOutcome(
            gold=label.id,
            noted=noted[by_row[row]].id if row in by_row else None,
            field=label.field,
            required=label.required,
        )
        for row, label in enumerate(gold)
    ]
    extra = [item for column, item in enumerate(noted) if column not in taken]
    outcomes += [DifferenceOutcome(gold=None, noted=item.id, field=item.field) for item in extra]
    required = [label for label in gold if label.required]
    hits = [(gold[row], noted[column]) for row, column in pairs if gold[row].required]
    shared = told = wanted = 0
    for label, item in hits:
        right = {wording.document for wording in label.wordings}
        have = set(placed.spans(number for wording in item.wordings for number in wording.cites))
        shared, told, wanted = shared + len(right & have), told + len(have), wanted + len(right)
    return (
        Tally(float(len(hits)), float(len(hits) + len(extra)), float(len(required))),
        Tally(float(shared), float(told), float(wanted)),
        outcomes,
    )


def _similarity(label: GoldDifference, item: Difference, about: Mapping[str, str], placed: Placed) -> float:
    if item.field != label.field and item.field not in label.also_right:
        return 0.0
    cited = placed.spans(number for wording in item.wordings for number in wording.cites)
    held = 0
    for wording in label.wordings:
        stretches = placed.stretches[wording.document]
        wanted, have = stretches.merge([wording.span]), stretches.merge(cited.get(wording.document, ()))
        held += stretches.shared(wanted, have) > _HELD * stretches.length(wanted)
    same = label.commitment is not None and label.commitment in {about.get(row) for row in item.items}
    enough = held >= _FEWEST or (same and item.field == label.field and item.field != "figure")
    if not enough:
        return 0.0
    return 0.1 + 0.6 * held / len(label.wordings) + 0.2 * same + 0.1 * (item.field == label.field)
