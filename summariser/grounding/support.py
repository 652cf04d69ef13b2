"""What a statement in the model's own words says that its evidence does not bear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from summariser.grounding.calendar_words import unborne_dates
from summariser.grounding.modality import overstatements
from summariser.grounding.polarity import changed_comparisons, changed_negations
from summariser.grounding.proper_names import unborne_names
from summariser.grounding.quantities import unborne_quantities
from summariser.grounding.wordforms import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["unsupported"]

_LONGEST: Final = 10_000  # characters of a statement


def unsupported(
    statement: str, evidence: Sequence[str], *, allowed_names: Collection[str] = (), refused: bool = False
) -> list[str]:
    """Find what a statement says that its evidence does not bear out.

    Looked at are numbers with their units, dates, proper names, negations, comparisons and how sure an act is. A reason
    can be wrong where the statement is a free paraphrase; no reason is no proof that the statement is right.

    Args:
        statement: A sentence or clause in the model's own words.
        evidence: The passages of the source it rests on.
        allowed_names: Names it may use beyond those of the evidence, for example of the parties.
        refused: The statement is what somebody declined or withdrew ("add tuna" of "refused to add tuna"): that the
            evidence negates it is then no reason.

    Returns:
        Reasons, each once; empty where nothing was found.
    """
    if len(statement) > _LONGEST:
        return ["too long to be checked"]
    said, borne = plain(statement), plain("\n\n".join(evidence))
    reasons = [
        *unborne_quantities(said, borne),
        *unborne_dates(said, borne),
        *unborne_names(said, borne, [plain(name) for name in allowed_names]),
        *changed_negations(said, borne, refused=refused),
        *changed_comparisons(said, borne),
        *overstatements(said, borne),
    ]
    return list(dict.fromkeys(reasons))
