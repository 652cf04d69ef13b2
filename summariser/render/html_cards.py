"""The items of a brief as cards of the HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from summariser.render.html_source import mark_id
from summariser.render.labels import EMPTY, NO_SPEAKER, NOT_NAMED, UNMARKED, date_words, label, offsets
from summariser.render.markup import element, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from summariser.render.evidence import EvidenceIndex, Item, Part
    from summariser.schemas.brief import Brief, Commitment, Context, Party, Quote, Span

__all__ = ["PARTS", "part_section", "summary_section"]

PARTS: dict[Part, str] = {"p": "Parties", "c": "Commitments", "x": "Context", "q": "Quotes"}
_SINGULAR: dict[Part, str] = {"p": "Party", "c": "Commitment", "x": "Context", "q": "Quote"}


def summary_section(brief: Brief, index: EvidenceIndex) -> Markup:
    """The sentences of the summary, each with links to the items it rests on."""
    cards = (
        element(
            "li",
            element("p", sentence.text, " ", _citations(sentence.cites, index), class_="lead", dir="auto"),
            id=f"s{number}",
            class_="card",
            tabindex=0,
            data_label=f"Sentence {number} of the summary",
            data_cites=" ".join(item.anchor for item in map(index.find, sentence.cites) if item),
        )
        for number, sentence in enumerate(brief.summary, start=1)
    )
    return _section("summary", "Summary", cards, count=len(brief.summary))


def _citations(cites: list[str], index: EvidenceIndex) -> Markup:
    links = (
        element("a", cite, href=f"#{item.anchor}", class_=f"id {item.part}")
        if (item := index.find(cite))
        else element("span", cite, class_="id")
        for cite in dict.fromkeys(cites)
    )
    return element("span", join(links, " "), class_="cites")


def part_section(part: Part, index: EvidenceIndex) -> Markup:
    """One of the four parts as a list of cards, or the words that it is empty."""
    items = index.items[part]
    return _section(part, PARTS[part], (_card(item, index) for item in items), count=len(items), part=part)


def _section(key: str, title: str, cards: Iterable[Markup], *, count: int, part: Part | None = None) -> Markup:
    number = element("span", f"{count}", class_="count") if part else None
    return element(
        "section",
        element("h2", title, " ", number, id=f"title-{key}"),
        element("ol", join(cards), class_="cards") if count else element("p", EMPTY, class_="quiet none"),
        class_=f"part {key}",
        data_part=part,
        aria_labelledby=f"title-{key}",
    )


def _card(item: Item, index: EvidenceIndex) -> Markup:
    value = item.value
    match item.part:
        case "p":
            body, what = _party(cast("Party", value), index), cast("Party", value).name
        case "c":
            body, what = _commitment(cast("Commitment", value), index), cast("Commitment", value).action
        case "x":
            body, what = _context(cast("Context", value)), cast("Context", value).statement
        case _:
            body, what = _quote(cast("Quote", value), index), cast("Quote", value).text
    placed = [span for span in value.evidence if index.stands(span)]
    return element(
        "li",
        element("a", value.id, href=f"#{item.anchor}", class_=f"id {item.part}", tabindex="-1"),
        element("div", body, _evidence(item, index), class_="body"),
        id=item.anchor,
        class_="card",
        tabindex=0,
        data_part=item.part,
        data_label=f"{_SINGULAR[item.part]} {value.id}: {what}",
        data_marks=" ".join(mark_id(span.start) for span in placed) or None,
    )


def _party(party: Party, index: EvidenceIndex) -> Markup:
    acts_for = element("span", "for ", _name(party.represents, index)) if party.represents else None
    facts = [element("span", party.role, dir="auto") if party.role else None, acts_for]
    aliases = f"Also named: {', '.join(party.aliases)}" if party.aliases else None
    return join(
        [
            element(
                "p",
                element("strong", party.name),
                " ",
                element("span", party.kind, class_="kind"),
                class_="lead",
                dir="auto",
            ),
            _line(facts),
            _line([aliases]),
        ]
    )


def _commitment(commitment: Commitment, index: EvidenceIndex) -> Markup:
    names = _all_names(commitment.by, index) or element("span", NOT_NAMED, class_="quiet")
    arrow = element("span", "→", class_="arrow", role="img", aria_label="to")
    owed_to = join([" ", arrow, " ", _all_names(commitment.to, index)]) if commitment.to else None
    terms = [
        ("By when", date_words(commitment.deadline) if commitment.deadline else None),
        ("Condition", commitment.condition),
        ("Amount", commitment.amount),
    ]
    rows = [element("div", element("dt", key), element("dd", value, dir="auto")) for key, value in terms if value]
    return join(
        [
            element("span", label(commitment.status), class_=f"badge {commitment.status}"),
            element("p", names, owed_to, class_="who", dir="auto"),
            element("p", commitment.action, class_="lead", dir="auto"),
            element("dl", *rows, class_="terms") if rows else None,
        ]
    )


def _context(context: Context) -> Markup:
    when = date_words(context.date) if context.date else None
    return join([element("p", context.statement, class_="lead", dir="auto"), _line([label(context.kind), when])])


def _quote(quote: Quote, index: EvidenceIndex) -> Markup:
    speaker = _name(quote.speaker, index) if quote.speaker else element("span", NO_SPEAKER)
    cue = element("q", quote.cue, dir="auto") if quote.cue else None
    return join(
        [
            element("blockquote", element("p", quote.text), class_="lead", dir="auto"),
            _line([speaker, cue, None if quote.marked else UNMARKED]),
        ]
    )


def _line(facts: Sequence[str | None]) -> Markup | None:
    kept = [fact for fact in facts if fact is not None]
    return element("p", join(kept, " · "), class_="more") if kept else None


def _name(party_id: str, index: EvidenceIndex) -> Markup:
    item = index.find(party_id)
    if item is None or item.part != "p":
        return element("bdi", party_id)
    return element("a", element("bdi", cast("Party", item.value).name), href=f"#{item.anchor}", class_="party")


def _all_names(party_ids: list[str], index: EvidenceIndex) -> Markup:
    return join((_name(party_id, index) for party_id in party_ids), ", ")


def _evidence(item: Item, index: EvidenceIndex) -> Markup:
    """Numbers that lead into the source, or the words themselves where they cannot be marked there."""
    spans = item.value.evidence
    links = [_number_link(span, index) for span in spans if index.stands(span)]
    absent = [span for span in spans if not index.stands(span)]
    numbers = element("p", element("span", "Evidence "), join(links, " "), class_="refs") if links else None
    words = element("ol", *(_words(span, item, index) for span in absent), class_="words") if absent else None
    return join([numbers, words])


def _number_link(span: Span, index: EvidenceIndex) -> Markup:
    number = index.number(span)
    title = f"Characters {offsets(span)}"
    return element("a", f"{number}", href=f"#{mark_id(span.start)}", title=title, aria_label=f"Evidence {number}")


def _words(span: Span, item: Item, index: EvidenceIndex) -> Markup:
    """The words of the evidence; those of a quote in one piece already stand above."""
    place = element("span", f"{index.number(span)} · characters {offsets(span)}", class_="quiet")
    repeats = item.part == "q" and span.text == cast("Quote", item.value).text
    return element("li", None if repeats else join([element("q", span.text, dir="auto"), " "]), place)
