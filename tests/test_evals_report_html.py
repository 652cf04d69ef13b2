"""The report as a page: what stands in it, and that nothing in it can act."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from summariser.errors import InputError
from summariser.evals.gating import gate
from summariser.evals.report_html import render_report
from summariser.evals.report_rows import sheet_of
from summariser.evals.results import Category, Failure
from summariser.schemas import Context, Span
from tests.eval_runs import faulty, perfect, run_of
from tests.eval_seeds import change_gold, copy_seeds
from tests.evals_gold import SEEDS, dev_cases, harbour, write_case
from tests.page import Node, read_html

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.evals.gold import Case
    from summariser.schemas import Brief

CASES = dev_cases()


def page(html: str) -> Node:
    """The parsed page."""
    start = "<!doctype html>\n"
    assert html.startswith(start)
    return read_html(html.removeprefix(start))


def rows(node: Node) -> list[Node]:
    """All rows."""
    return node.all("div", "row")


def one(tmp_path: Path, case: Case, brief: Brief | Failure, against: Brief | None = None) -> Node:
    """The page of a run over one document."""
    write_case(tmp_path, case)
    other = run_of([case], {case.gold.document: against}) if against else None
    return page(render_report(run_of([case], {case.gold.document: brief}), tmp_path, against=other))


def test_every_pair_has_its_row_with_category_and_reason() -> None:
    """Nothing is left out, and the reason is the scorer's."""
    run = run_of(CASES, faulty(CASES))
    found = page(render_report(run, SEEDS))
    pairs = [pair for document in run.scores[0].documents for pair in document.pairs]
    assert len(rows(found)) == len(pairs)
    reasons = sorted(node.text for node in found.all("p", "reason"))
    assert reasons == sorted(pair.reason for pair in pairs)
    badges = sorted(node.text for node in found.all("span", "badge"))
    assert badges == sorted(pair.category.value for pair in pairs)


def test_the_source_is_whole_and_marked_where_it_is_evidence(tmp_path: Path) -> None:
    """Every character once; gold, brief and both are told apart."""
    case = harbour()
    brief = case.as_brief().model_copy(update={"quotes": []})
    found = one(tmp_path, case, brief)
    source = found.one("div", "text")
    assert source.text == case.text
    sides = {mark.text: mark.attributes["class"] for mark in source.all("mark")}
    assert sides["We have waited long enough for this bridge"] == "g"
    assert sides["a survey found cracks"] == "g a"
    for mark in source.all("mark"):
        start, end = map(int, str(mark.attributes["data-at"]).split("-"))
        assert case.text[start:end] == mark.text


def test_a_missed_item_and_a_spurious_one_stand_alone(tmp_path: Path) -> None:
    """With words in the empty cell, and kinds to filter by."""
    case = harbour()
    words = case.text[:14]
    extra = Context(id="x9", statement=words, kind="event", evidence=[Span(start=0, end=14, text=words)])
    brief = case.as_brief()
    found = one(tmp_path, case, brief.model_copy(update={"quotes": [], "context": [*brief.context, extra]}))
    kinds = {str(row.attributes["data-kinds"]): row for row in rows(found)}
    assert "not in the brief" in kinds["MIS"].text
    assert "not in gold" in kinds["SPU"].text
    assert kinds["SPU"].attributes["data-a"] == "0-14"
    assert kinds["SPU"].attributes.get("data-g") is None


def test_wrong_fields_are_spelled_out(tmp_path: Path) -> None:
    """Both values and the reason; right ones have a tick."""
    case = harbour()
    brief = case.as_brief()
    changed = brief.commitments[0].model_copy(update={"status": "proposed"})
    found = one(tmp_path, case, brief.model_copy(update={"commitments": [changed, *brief.commitments[1:]]}))
    fields = [item.text for item in found.all("li", "INC")]
    assert fields == ["✗ status proposed, gold has new"]
    assert "✓ by" in [item.text for item in found.all("li", "COR")]


def test_two_runs_stand_side_by_side_with_what_became_worse(tmp_path: Path) -> None:
    """The baseline first; the row says which way it went."""
    case = harbour()
    whole = case.as_brief()
    found = one(tmp_path, case, whole.model_copy(update={"quotes": whole.quotes[1:]}), whole)
    (worse,) = found.all("div", "worse")
    assert [cell.attributes["data-title"] for cell in worse.all("div", "cell")] == ["gold", "baseline", "candidate"]
    assert worse.attributes["data-kinds"] == "COR MIS worse"
    assert not found.all("div", "better")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(2, 1, "worse"), (1, 2, "better"), (1, 1, "")],
)
def test_a_spurious_item_makes_a_run_worse(before: int, after: int, expected: str) -> None:
    """One that comes is worse, one that goes is better."""
    case = harbour()
    brief = case.as_brief()
    words = case.text[:14]
    extra = Context(id="x9", statement=words, kind="event", evidence=[Span(start=0, end=14, text=words)])
    with_extra = brief.model_copy(update={"context": [*brief.context, extra]})
    epochs = [run_of([case], {"harbour.txt": with_extra if side == 1 else brief}).epochs[0] for side in (before, after)]
    changes = {row.change for row in sheet_of(case, epochs).rows if row.gold is None}
    assert changes == {expected}


def test_verdict_failures_and_numbers_stand_at_the_top() -> None:
    """Whoever opens the page sees them first."""
    before = run_of(CASES, faulty(CASES, 1, 0.1))
    briefs = {**faulty(CASES, 2, 0.5), CASES[0].gold.document: Failure(error="no <b>answer</b>")}
    after = run_of(CASES, briefs, prompt="brief2")
    result = gate(before, after)
    found = page(render_report(after, SEEDS, against=before, result=result))
    verdict = found.one("div", "verdict")
    assert verdict.text.startswith("FAIL")
    assert all(reason in verdict.text for reason in result.reasons)
    assert "no <b>answer</b>" in found.one("ul", "warnings").text
    assert "0.0" in found.one("section", "numbers").text


HOSTILE = '</script><script>alert(1)</script><img src=x onerror="alert(2)">"\'&\u202e\x00'


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """In the source, in gold, in a brief, in a tag, in a reason."""
    case = harbour()
    gold = case.gold.model_copy(update={"tags": [HOSTILE], "genre": HOSTILE})
    brief = case.as_brief()
    party = brief.parties[0].model_copy(update={"name": HOSTILE, "role": HOSTILE})
    fact = brief.context[0].model_copy(update={"statement": HOSTILE})
    hostile = brief.model_copy(update={"parties": [party, *brief.parties[1:]], "context": [fact, *brief.context[1:]]})
    found = one(tmp_path, case._replace(gold=gold), hostile)
    assert len(found.all("script")) == 1
    assert not found.all("img")
    assert all(not name.startswith("on") for node in found.all() for name in node.attributes)
    assert "</script><script>" in found.one("main").text


def test_the_policy_allows_its_own_script_and_style_alone(tmp_path: Path) -> None:
    """Known by their hashes; no request, no form, no base."""
    found = one(tmp_path, harbour(), harbour().as_brief())
    (policy,) = [
        str(node.attributes["content"])
        for node in found.all("meta")
        if node.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(found.one(kind).text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    for rule in ("default-src 'none'", "base-uri 'none'", "form-action 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    hrefs = [str(node.attributes["href"]) for node in found.all() if "href" in node.attributes]
    assert all(re.fullmatch(r"#d\d+(-\d+)?", href) for href in hrefs)
    assert not [node for node in found.all() if "style" in node.attributes or "src" in node.attributes]


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    """Over many documents."""
    found = page(render_report(run_of(CASES, faulty(CASES)), SEEDS))
    ids = [str(node.attributes["id"]) for node in found.all() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    assert {str(node.attributes["href"])[1:] for node in found.all("a")} <= set(ids)


def test_labels_changed_after_the_run_are_not_shown_beside_it(tmp_path: Path) -> None:
    """Ids of labels may mean something else by now."""
    names = [case.path.stem for case in CASES[:2]]
    folder = copy_seeds(tmp_path / "seeds", *names)
    run = run_of(CASES[:2], perfect(CASES[:2]))
    render_report(run, folder)
    change_gold(folder / f"{names[0]}.gold.json", quotes=[])
    with pytest.raises(InputError, match="changed after the run"):
        render_report(run, folder)


def test_runs_over_other_documents_are_not_shown_side_by_side() -> None:
    """There is nothing to put into the other column."""
    with pytest.raises(InputError, match="cannot be shown side by side"):
        render_report(run_of(CASES, perfect(CASES)), SEEDS, against=run_of(CASES[:2], perfect(CASES[:2])))


def test_a_document_without_a_brief_says_why(tmp_path: Path) -> None:
    """All its labels are missing."""
    found = one(tmp_path, harbour(), Failure(error="the model is gone"))
    assert "no brief: the model is gone" in found.one("article").text
    assert {str(row.attributes["data-kinds"]) for row in rows(found)} == {"MIS", "neutral"}
    assert len(found.all("p", "none")) == len(rows(found))
    assert Category.MIS.value in found.text
