"""How well things that were told apart or merged agree with gold.

Sources:
    - B-cubed asks of each mention how much of what stands with it belongs with it (precision), and how much of what
      belongs with it stands with it (recall), and averages over mentions: A. Bagga and B. Baldwin, "Entity-based
      cross-document coreferencing using the vector space model", COLING-ACL 1998. It is the main number here, since of
      the families of metrics it alone keeps the four constraints that one would ask for, among them that many small
      mistakes in small clusters are worse than one in a large cluster: E. Amigó, J. Gonzalo, J. Artiles and
      F. Verdejo, "A comparison of extrinsic clustering evaluation metrics based on formal constraints", Information
      Retrieval 12, 2009. It also counts mentions that stand alone, of which a note has many.
    - Pairs (links) are shown beside it: most commitments are told once, so B-cubed is high where nothing at all is
      merged, while the F1 of pairs is then 0.

Both are of the mentions that were found; what was not found is measured by itself.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summariser.evals.results import Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["b_cubed", "b_cubed_f1", "links"]


def b_cubed(pairs: Sequence[tuple[str, str]]) -> list[Tally]:
    """B-cubed as two sums over mentions, of precision and of recall.

    Args:
        pairs: For each mention its cluster in gold and its cluster in the note.
    """
    gold, noted, both = _sizes(pairs)
    count = float(len(pairs))
    precision = sum(both[pair] / noted[pair[1]] for pair in pairs)
    recall = sum(both[pair] / gold[pair[0]] for pair in pairs)
    return [Tally(precision, count, count), Tally(recall, count, count)]


def b_cubed_f1(sums: Sequence[Tally]) -> float | None:
    """The harmonic mean of B-cubed precision and recall; None without mentions."""
    precision, recall = sums
    if not precision.actual:
        return None
    p, r = precision.credit / precision.actual, recall.credit / recall.actual
    return 2 * p * r / (p + r) if p + r else 0.0


def links(pairs: Sequence[tuple[str, str]]) -> list[Tally]:
    """Pairs of mentions that stand together: in both, in the note, in gold."""
    gold, noted, both = _sizes(pairs)
    return [Tally(*(float(sum(size * (size - 1) // 2 for size in sizes.values())) for sizes in (both, noted, gold)))]


def _sizes(pairs: Sequence[tuple[str, str]]) -> tuple[Counter[str], Counter[str], Counter[tuple[str, str]]]:
    return Counter(gold for gold, _ in pairs), Counter(noted for _, noted in pairs), Counter(pairs)
