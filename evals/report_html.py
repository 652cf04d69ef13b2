"""A run, or two side by side, as one self-contained HTML page: every item beside its gold and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser._version import __version__
from summariser.errors import InputError
from summariser.evals import report_html_tables as tables
from summariser.evals.comparing import compare
from summariser.evals.gold import load_dataset
from summariser.evals.report_html_items import row_list
from summariser.evals.report_html_source import source_pane
from summariser.evals.report_rows import Sheet, sheet_of
from summariser.evals.results import PARTS, Category
from summariser.evals.runs import gold_digest
from summariser.evals.scoring import mean_f1
from summariser.evals.summary import summary_of
from summariser.render.labels import label
from summariser.render.markup import element, join
from summariser.render.page import asset, page_head

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from markupsafe import Markup

    from summariser.evals.comparing import RunComparison
    from summariser.evals.gating import GateResult
    from summariser.evals.gold import Case
    from summariser.evals.results import DocumentScore
    from summariser.evals.runs import Run
    from summariser.evals.summary import RunSummary

__all__ = ["render_report"]


def render_report(run: Run, folder: Path, *, against: Run | None = None, result: GateResult | None = None) -> str:
    """Render a run as one HTML page that needs nothing from outside; its policy allows its own script and style alone.

    Args:
        run: The run; of several epochs the first is shown item by item.
        folder: The labelled documents.
        against: A baseline to show beside it.
        result: The verdict of the gate on the two.

    Raises:
        InputError: A document or its labels were changed after the run, or the two runs are of other documents.
    """
    cases = _cases(run, folder)
    found = compare(against, run) if against else None
    if found and found.obstacles:
        raise InputError(f"the two runs cannot be shown side by side: {found.obstacles[0]}")
    runs = [*([against] if against else []), run]
    sheets = [sheet_of(case, [each.epochs[0] for each in runs]) for case in cases]
    titles = ("gold", *(("baseline", "candidate") if against else ("brief",)))
    styles, script = asset("summariser.evals", "report.css"), asset("summariser.evals", "report.js")
    head = page_head(f"Evals: {run.title}", styles, script, generator=__version__)
    body = element(
        "body",
        element("header", _masthead(run, against, result), class_="top"),
        _numbers(summary_of(run), found),
        element(
            "main",
            element("nav", _filters(sheets, two=against is not None), _list(sheets), aria_label="Documents"),
            element("div", *(_article(sheet, number, titles) for number, sheet in enumerate(sheets)), id="documents"),
        ),
        element("div", id="live", class_="unseen", role="status", aria_live="polite"),
        element("script", script),
    )
    page = element("html", head, body, lang="en", class_="two" if against else "one")
    return f"<!doctype html>\n{page}\n"


def _cases(run: Run, folder: Path) -> list[Case]:
    known = {case.gold.document: case for case in load_dataset(folder)}
    for name, digest in run.gold.items():
        if name not in known or gold_digest(known[name]) != digest:
            raise InputError(f"{folder / name}: its text or labels were changed after the run", hint="run again")
    return [known[document.document] for document in run.scores[0].documents]


def _masthead(run: Run, against: Run | None, result: GateResult | None) -> Markup:
    verdict = None
    if result:
        reasons = element("ul", *(element("li", reason) for reason in result.reasons))
        name = result.verdict.value
        verdict = element("div", element("strong", name), reasons, class_=f"verdict {name.split()[0].lower()}")
    epochs = f"{len(run.epochs)} epoch{'' if len(run.epochs) == 1 else 's; the first is shown item by item'}"
    facts = f"{len(run.gold)} documents · {epochs} · scorer {run.scorer_version} · {run.created:%Y-%m-%d %H:%M %Z}"
    return join(
        [
            element("h1", run.title),
            element("p", "against ", element("span", against.title), class_="quiet") if against else None,
            element("p", facts, class_="quiet"),
            verdict,
        ]
    )


def _numbers(summary: RunSummary, found: RunComparison | None) -> Markup:
    failed = [element("li", line) for line in summary.failed]
    failed += [element("li", f"{name}: a part of it got no valid answer") for name in summary.lossy]
    compared = None
    if found and found.lenient and found.strict:
        notes = element("p", "; ".join(found.notes), class_="quiet") if found.notes else None
        strict = element("details", element("summary", "Difference, strict"), tables.difference_table(found.strict))
        compared = join([element("h2", "Difference, lenient"), tables.difference_table(found.lenient), notes, strict])
    drawers = {
        "Fields": tables.field_table(summary),
        "Status confusion": tables.confusion_table(summary.status_confusion),
        "Slices": tables.slice_table(summary),
    }
    return element(
        "section",
        element("ul", *failed, class_="warnings") if failed else None,
        compared,
        element("h2", "Candidate" if found else "Scores"),
        tables.part_table(summary),
        tables.fact_list(summary),
        *(element("details", element("summary", name), table) for name, table in drawers.items()),
        class_="numbers",
        aria_label="Numbers",
    )


def _filters(sheets: Sequence[Sheet], *, two: bool) -> Markup:
    parts = [_chip("part", part, label(part)) for part in PARTS]
    kinds = [_chip("kind", each.value, each.value) for each in Category] + [_chip("kind", "neutral", "neutral")]
    changes = [_chip("kind", "worse", "worse"), _chip("kind", "better", "better")] if two else []
    tags = sorted({tag for sheet in sheets for tag in (sheet.case.gold.genre, *sheet.case.gold.tags)})
    options = [element("option", "all genres and tags", value=""), *(element("option", tag, value=tag) for tag in tags)]
    return element(
        "div",
        element("div", *parts, class_="chips", role="group", aria_label="Parts"),
        element("div", *kinds, *changes, class_="chips", role="group", aria_label="Kinds of error"),
        element("label", element("span", "Tag", class_="unseen"), element("select", *options, id="tag")),
        element("p", id="shown", class_="quiet"),
        class_="filters",
    )


def _chip(kind: str, value: str, words: str) -> Markup:
    return element(
        "button", words, type="button", class_=f"chip {value}", data_filter=kind, data_value=value, aria_pressed="false"
    )


def _list(sheets: Sequence[Sheet]) -> Markup:
    entries = (
        element(
            "li",
            element(
                "a",
                element("span", sheet.case.path.stem, class_="name", title=sheet.case.gold.document),
                element("span", " → ".join(_score(score) for score in sheet.scores), class_="quiet"),
                element("span", class_="hits"),
                href=f"#d{number}",
            ),
            data_tags=" ".join([sheet.case.gold.genre, *sheet.case.gold.tags]),
        )
        for number, sheet in enumerate(sheets)
    )
    return element("ol", *entries, id="list")


def _score(score: DocumentScore) -> str:
    return tables.rate(mean_f1([score.counts[part].tally(strict=False).f1 for part in PARTS]))


def _legend() -> Markup:
    marks = (("g a", "gold and brief"), ("g", "gold only"), ("a", "brief only"))
    return element("p", *(element("mark", words, class_=sides) for sides, words in marks), class_="legend quiet")


def _article(sheet: Sheet, number: int, titles: tuple[str, ...]) -> Markup:
    gold = sheet.case.gold
    anchor = f"d{number}"
    failed = [
        element("p", f"{title}: no brief: {score.failed}", class_="warnings")
        for title, score in zip(titles[1:], sheet.scores, strict=True)
        if score.failed is not None
    ]
    rates = " · ".join(
        f"{label(part)} {' → '.join(tables.rate(score.counts[part].tally(strict=False).f1) for score in sheet.scores)}"
        for part in PARTS
    )
    return element(
        "article",
        element("h3", gold.document, tabindex=-1),
        element("p", f"{gold.genre} · {gold.split} · {', '.join(gold.tags)}", class_="quiet"),
        element("p", rates, class_="quiet"),
        *failed,
        _legend(),
        element(
            "div",
            source_pane(sheet),
            element(
                "div",
                element("div", *(element("span", title) for title in titles), class_="heads", aria_hidden="true"),
                row_list(sheet, anchor, titles),
                class_="sheet",
            ),
            class_="panes",
        ),
        id=anchor,
    )
