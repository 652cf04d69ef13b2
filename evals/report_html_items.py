"""The rows of the report: gold beside what each run has, with category, reason and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.evals.report_html_source import places
from summariser.evals.results import PARTS, Category
from summariser.render.labels import NO_SPEAKER, NOT_NAMED, UNMARKED, Names, date_words, label
from summariser.render.markup import element, join
from summariser.schemas import Commitment, Context, Party

if TYPE_CHECKING:
    from markupsafe import Markup

    from summariser.evals.report_rows import Cell, Item, Row, Sheet
    from summariser.evals.results import FieldOutcome, Pair
    from summariser.schemas import Brief, Quote

__all__ = ["row_list"]

_TELLS = {Category.COR: "✓", Category.PAR: "½", Category.INC: "✗", Category.MIS: "∅", Category.SPU: "+"}


def row_list(sheet: Sheet, anchor: str, titles: tuple[str, ...]) -> Markup:
    """All rows of a document, under a heading for each part.

    Args:
        sheet: The document.
        anchor: HTML id of its article; rows are numbered after it.
        titles: Of the columns: gold, then each run.
    """
    gold = sheet.case.as_brief()
    numbered = list(enumerate(sheet.rows))
    sections = []
    for part in PARTS:
        rows = [_row(row, f"{anchor}-{number}", gold, titles) for number, row in numbered if row.part == part]
        heading = element("h4", label(part), " ", element("span", f"{len(rows)}", class_="count"))
        if rows:
            sections.append(element("section", heading, *rows, data_part=part))
    empty = element("p", "Gold and brief are empty.", class_="quiet")
    return element("div", *(sections or [empty]), class_="rows")


def _row(row: Row, key: str, gold: Brief, titles: tuple[str, ...]) -> Markup:
    kinds = [_kind(cell.pair) for cell in row.cells if cell]
    columns = [_gold(row, gold, titles[0])]
    columns += [_cell(cell, title) for cell, title in zip(row.cells, titles[1:], strict=True)]
    sides = dict(zip(("a", "b"), row.cells, strict=False))
    return element(
        "div",
        element("a", "#", href=f"#{key}", class_="to", aria_label="Link to this item", tabindex=-1),
        *columns,
        id=key,
        class_=f"row {row.change}".strip(),
        tabindex=0,
        data_part=row.part,
        data_kinds=" ".join(dict.fromkeys([*kinds, *([row.change] if row.change else [])])),
        data_g=places(row.gold),
        **{f"data_{side}": places(cell.item) for side, cell in sides.items() if cell and cell.item},
    )


def _kind(pair: Pair) -> str:
    return pair.category.value if pair.counted else "neutral"


def _gold(row: Row, gold: Brief, title: str) -> Markup:
    if row.gold is None:
        body: Markup = element("p", "not in gold", class_="none")
    else:
        body = join([_optional(row), _item(row.gold, gold)])
    return element("div", body, class_="cell gold", data_title=title)


def _optional(row: Row) -> Markup | None:
    return element("span", "optional", class_="tag") if row.optional else None


def _cell(cell: Cell | None, title: str) -> Markup:
    if cell is None:
        return element("div", element("p", "–", class_="none"), class_="cell", data_title=title)
    kind = _kind(cell.pair)
    badge = element("span", cell.pair.category.value, class_=f"badge {kind}")
    if cell.item is None or cell.brief is None:
        what: Markup = element("p", "not in the brief", class_="none")
    else:
        what = _item(cell.item, cell.brief)
    return element(
        "div",
        badge,
        what,
        element("p", cell.pair.reason, class_="reason"),
        _fields(cell.pair.fields),
        class_=f"cell run {kind}",
        data_title=title,
    )


def _fields(outcomes: tuple[FieldOutcome, ...]) -> Markup | None:
    if not outcomes:
        return None
    return element("ul", *(_field(outcome) for outcome in outcomes), class_="fields")


def _field(outcome: FieldOutcome) -> Markup:
    said = {
        Category.COR: None,
        Category.MIS: f"gold has {outcome.gold}",
        Category.SPU: f"{outcome.predicted}",
    }.get(outcome.category, f"{outcome.predicted}, gold has {outcome.gold}")
    words = [said, outcome.reason or None]
    tell = element("b", _TELLS[outcome.category], " ", outcome.field)
    rest = "; ".join(word for word in words if word)
    category = outcome.category.value
    return element("li", tell, f" {rest}" if rest else None, class_=category, title=category, dir="auto")


def _item(item: Item, brief: Brief) -> Markup:
    names = Names(brief)
    if isinstance(item, Party):
        lead, facts = _party(item, names)
    elif isinstance(item, Commitment):
        lead, facts = _commitment(item, names)
    elif isinstance(item, Context):
        lead, facts = item.statement, [label(item.kind), date_words(item.date) if item.date else None]
    else:
        lead, facts = _quote(item, names)
    line = " · ".join(fact for fact in facts if fact)
    return join(
        [
            element("p", element("span", item.id, class_="id"), " ", element("span", lead, dir="auto"), class_="lead"),
            element("p", line, class_="facts", dir="auto") if line else None,
        ]
    )


def _party(party: Party, names: Names) -> tuple[str, list[str | None]]:
    aliases = f"also {', '.join(party.aliases)}" if party.aliases else None
    return party.name, [
        party.kind,
        party.role,
        f"for {names.of(party.represents)}" if party.represents else None,
        aliases,
    ]


def _commitment(item: Commitment, names: Names) -> tuple[str, list[str | None]]:
    owed = f" → {names.all_of(item.to)}" if item.to else ""
    return item.action, [
        f"{names.all_of(item.by) or NOT_NAMED}{owed}",
        item.status,
        date_words(item.deadline) if item.deadline else None,
        item.condition,
        item.amount,
    ]


def _quote(quote: Quote, names: Names) -> tuple[str, list[str | None]]:
    cue = f"cue “{quote.cue}”" if quote.cue else None
    return f"“{quote.text}”", [
        names.of(quote.speaker) if quote.speaker else NO_SPEAKER,
        cue,
        None if quote.marked else UNMARKED,
    ]
