"""Anchors of the items and numbers of the evidence."""

from __future__ import annotations

from summariser.render.evidence import EvidenceIndex, number_evidence
from summariser.schemas import Party, Span
from tests.sample_bridge import BRIDGE, bridge_brief
from tests.sample_brief import seed_brief, seed_document


def test_evidence_is_numbered_in_the_order_of_the_source() -> None:
    """A reader on paper finds number 7 between 6 and 8; the same stretch has one number."""
    numbers = number_evidence(seed_brief())
    assert list(numbers) == sorted(numbers)
    assert list(numbers.values()) == list(range(1, len(numbers) + 1))


def test_every_span_of_the_samples_stands() -> None:
    """The samples are true: each span is found at its place."""
    brief, document = seed_brief(), seed_document()
    index = EvidenceIndex(brief, document.text)
    items = [item for part in index.items.values() for item in part]
    assert all(index.stands(span) for item in items for span in item.value.evidence)
    assert len(index.evidence) == len(number_evidence(brief))


def test_anchors_are_the_ids_where_they_are_well_formed() -> None:
    """A link to #c2 leads to commitment c2."""
    index = EvidenceIndex(seed_brief(), None)
    assert [item.anchor for item in index.items["c"]] == ["c1", "c2", "c3", "c4"]


def test_anchors_are_unique_and_safe_for_any_ids() -> None:
    """Ids that repeat, belong to another part or hold markup get an anchor by position."""
    span = Span(start=0, end=5, text=BRIDGE[:5])
    ids = ["p1", "p1", "c1", '"><script>', ""]
    parties = [Party(id=i, name="n", kind="person", evidence=[span]) for i in ids]
    index = EvidenceIndex(bridge_brief().model_copy(update={"parties": parties}), BRIDGE)
    assert [item.anchor for item in index.items["p"]] == ["p1", "p-2", "p-3", "p-4", "p-5"]
    assert index.find("p1") == index.items["p"][0]
    assert index.find("nobody") is None


def test_a_span_that_does_not_fit_is_not_marked() -> None:
    """Evidence beside the document is never marked at a guess, but keeps its number."""
    brief = bridge_brief()
    wrong = Span(start=0, end=9, text="not there")
    brief.parties[0].evidence = [wrong]
    index = EvidenceIndex(brief, BRIDGE)
    assert not index.stands(wrong)
    assert index.number(wrong) == 1
    assert all(evidence.start for evidence in index.evidence)


def test_items_share_a_stretch() -> None:
    """Two items on the same words rest on one stretch of evidence."""
    brief = bridge_brief()
    brief.commitments[0].evidence = list(brief.parties[0].evidence)
    shared = EvidenceIndex(brief, BRIDGE).evidence[0]
    assert [item.anchor for item in shared.items] == ["p1", "c1"]
