"""The items of a brief as cards."""

from __future__ import annotations

from tests.page import Node, page_of
from tests.sample_bridge import bridge_brief, bridge_document
from tests.sample_brief import seed_brief, seed_document


def _hrefs(node: Node, class_: str | None = None) -> list[str | None]:
    return [link.attributes["href"] for link in node.all("a", class_)]


def test_every_item_is_a_focusable_card() -> None:
    """Parties, commitments, context, quotes and sentences of the summary can all be reached by keyboard."""
    brief = seed_brief()
    cards = page_of(brief, seed_document()).all("li", "card")
    items = [*brief.parties, *brief.commitments, *brief.context, *brief.quotes]
    assert [card.attributes["id"] for card in cards] == ["s1", "s2", "s3", *(item.id for item in items)]
    assert all(card.attributes["tabindex"] == "0" and card.attributes["data-label"] for card in cards)


def test_a_party_shows_role_kind_principal_and_aliases() -> None:
    """All that is known of a party stands on its card, with a link to whom it acts for."""
    card = page_of(seed_brief(), seed_document()).by_id("p1")
    for fact in ("Jonathan Henick", "person", "US Ambassador to Uzbekistan", "for United States"):
        assert fact in card.text
    assert "Also named: Henick, Ambassador Henick" in card.text
    assert _hrefs(card, "party") == ["#p3"]


def test_a_commitment_shows_who_whom_what_when_and_on_which_terms() -> None:
    """Nothing of the contract is missing from the card."""
    card = page_of(bridge_brief(), bridge_document()).by_id("c1")
    assert card.one("p", "who").text == "the city → Harbour Council"
    assert card.one("span", "arrow").attributes["aria-label"] == "to"
    assert card.one("span", "badge").text == "New"
    terms = [(row.one("dt").text, row.one("dd").text) for row in card.one("dl").all("div")]
    assert terms == [
        ("By when", "by 1 March 2027"),
        ("Condition", "if the council approves the plan"),
        ("Amount", "€2.4 million"),
    ]


def test_a_commitment_of_nobody_says_so() -> None:
    """An empty list of the bound is shown in words."""
    brief = bridge_brief()
    brief.commitments[0].by = []
    assert page_of(brief, None).by_id("c1").one("p", "who").text.startswith("Not named")


def test_a_quote_shows_speaker_and_cue() -> None:
    """Who says it, by which words it is attributed, and whether the document marks it."""
    page = page_of(seed_brief(), seed_document())
    assert page.by_id("q1").one("p", "more").text == "Jonathan Henick · Ambassador Henick remarked"
    assert page.by_id("q2").one("p", "more").text.endswith(" · printed without quotation marks")
    brief = bridge_brief()
    brief.quotes[0].speaker = None
    assert page_of(brief, None).by_id("q1").one("p", "more").text == "Speaker not stated · she said"


def test_evidence_links_lead_to_the_marks() -> None:
    """A quote in two pieces has two links, each to the beginning of its stretch."""
    page = page_of(bridge_brief(), bridge_document())
    refs = page.by_id("q1").one("p", "refs")
    assert _hrefs(refs) == ["#m159", "#m198"]
    assert page.by_id("m159").text == "We will finish the bridge,"
    assert [link.attributes["title"] for link in refs.all("a")] == ["Characters 159–185", "Characters 198–233"]


def test_citations_lead_to_the_items() -> None:
    """Each sentence of the summary names what it rests on; an id that leads nowhere is plain text."""
    brief = seed_brief()
    brief.summary[0].cites = ["x1", "c2", "c77"]
    card = page_of(brief, seed_document()).by_id("s1")
    assert _hrefs(card, "id") == ["#x1", "#c2"]
    assert card.one("span", "cites").text == "x1 c2 c77"
    assert card.attributes["data-cites"] == "x1 c2"


def test_a_span_that_does_not_fit_is_printed_not_marked() -> None:
    """Evidence that is not at its place in this document is shown in words beside the links of the others."""
    brief = bridge_brief()
    brief.quotes[0].evidence[1].text = "altered"
    page = page_of(brief, bridge_document())
    assert _hrefs(page.by_id("q1").one("p", "refs")) == ["#m159"]
    assert "altered" in page.by_id("q1").one("ol", "words").text
    assert not [mark for mark in page.all("mark") if mark.attributes["id"] == "m198"]


def test_a_quote_is_not_printed_twice_without_the_document() -> None:
    """A quote in one piece is its own evidence; its place is enough."""
    card = page_of(seed_brief(), None).by_id("q1")
    assert card.text.count("Our collaboration with Uzbekistan") == 1
    assert "characters 1546–1678" in card.text
