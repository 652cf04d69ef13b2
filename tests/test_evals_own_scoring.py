"""Scores of a schema of the user's own: the fields say how they are judged."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from summariser.errors import SchemaError
from summariser.evals.own_fields import fields_of, judge_leaf
from summariser.evals.own_gold import OwnCase, load_own_case
from summariser.evals.own_scoring import OwnDocumentScore, score_own, score_own_document
from summariser.evals.results import Category, Counts, Failure
from summariser.evals.similarity import Stretches
from summariser.schemas.own import ScoredAs
from tests.own_duties import DATA, TEXT, Duties, answer, span, spans, write_gold

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.schemas import Span


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> OwnCase:
    """The contract with its labels."""
    return load_own_case(write_gold(tmp_path_factory.mktemp("own")), Duties)


def changed(case: OwnCase, change: dict[str, Any], places: dict[str, Span] | None = None) -> OwnDocumentScore:
    """The score of the gold with some values of the first duty changed."""
    data = copy.deepcopy(DATA)
    data["duties"][0].update(change)
    return score_own_document(answer(data, places or spans()), case)


def outcome(score: OwnDocumentScore, field: str) -> Category | None:
    """What became of a field of the first duty."""
    (pair,) = [pair for pair in score.pairs if pair.gold == "duties[0]"]
    return next((each.category for each in pair.fields if each.field == field), None)


def test_gold_scores_one(case: OwnCase) -> None:
    """In every part and field, strict and lenient."""
    found = score_own({"contract.txt": answer(DATA, spans())}, [case])
    assert (found.strict, found.lenient) == (1.0, 1.0)
    assert {measure.strict.f1 for measure in found.fields.values()} == {1.0}
    assert set(found.parts) == {"duties", "court", "places"}
    assert found.parts["duties"].counts == Counts(cor=2)


@given(order=st.permutations([0, 1]))
def test_the_order_of_entries_does_not_matter(case: OwnCase, order: list[int]) -> None:
    """Entries are aligned on their spans, not on their numbers."""
    data = {**DATA, "duties": [DATA["duties"][number] for number in order]}
    places = {
        place if not place.startswith("duties") else f"duties[{order.index(int(place[7]))}]{place[9:]}": found
        for place, found in spans().items()
    }
    assert score_own_document(answer(data, places), case).counts["duties"] == Counts(cor=2)


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"what": "to deliver the grain"}, "what", Category.COR),
        ({"what": "burn the barn"}, "what", Category.INC),
        ({"kind": "other"}, "kind", Category.INC),
        ({"amount": "between 40 and 50 tonnes"}, "amount", Category.PAR),
        ({"amount": "50 tonnes"}, "amount", Category.INC),
        ({"amount": None}, "amount", Category.MIS),
        ({"due": "2031-03-02"}, "due", Category.INC),
    ],
)
def test_each_field_is_judged_in_its_way(case: OwnCase, change: dict[str, Any], field: str, expected: Category) -> None:
    """Text by words, literals exactly, numbers by number and unit, dates by day."""
    score = changed(case, change)
    assert outcome(score, field) is expected
    assert score.counts["duties"].cor == (2 if expected is Category.COR else 1)


def test_verbatim_words_are_judged_by_their_place(case: OwnCase) -> None:
    """Part of the words is partly right, the same words elsewhere are not."""
    longer = changed(case, {"who": "Norvia shall"}, {**spans(), "duties[0].who": span("Norvia shall")})
    assert outcome(longer, "who") is Category.PAR
    elsewhere = changed(case, {"who": "Lisford"}, {**spans(), "duties[0].who": span("Lisford")})
    assert outcome(elsewhere, "who") is Category.INC


def test_a_missing_and_an_extra_entry_are_told(case: OwnCase) -> None:
    """MIS and SPU; what both leave open is nothing."""
    fewer = score_own_document(answer({**DATA, "duties": DATA["duties"][:1], "court": None}, spans()), case)
    assert fewer.counts["duties"] == Counts(cor=1, mis=1)
    assert fewer.counts["court"] == Counts(mis=1)
    extra = {**DATA["duties"][0], "who": "Lisford", "what": "decide disputes", "kind": "other"}
    more = {**spans(), "duties[2].who": span("Lisford"), "duties[2].at": span(TEXT.splitlines()[2])}
    score = score_own_document(answer({**DATA, "duties": [*DATA["duties"], extra]}, more), case)
    assert score.counts["duties"] == Counts(cor=2, spu=1)


def test_an_optional_entry_is_neutral(tmp_path: Path) -> None:
    """Missing it is no miss, finding it no gain."""
    case = load_own_case(write_gold(tmp_path, optional=["duties[1]"]), Duties)
    assert score_own_document(answer(DATA, spans()), case).counts["duties"] == Counts(cor=1)
    fewer = answer({**DATA, "duties": DATA["duties"][:1]}, spans())
    assert score_own_document(fewer, case).counts["duties"] == Counts(cor=1)


def test_a_failed_document_scores_zero(case: OwnCase) -> None:
    """All its labels are missing; one that was never run counts the same."""
    failed = score_own({"contract.txt": Failure(error="x")}, [case])
    assert failed.lenient == 0.0
    assert failed.documents[0].failed == "x"
    assert score_own({}, [case]).parts == failed.parts


def test_lists_inside_entries_are_refused() -> None:
    """What could not be aligned fairly is not scored at all."""

    class Inner(BaseModel):
        name: str

    class Outer(BaseModel):
        inner: list[Inner]

    class Top(BaseModel):
        outer: list[Outer]

    value = Outer(inner=[Inner(name="a")])
    with pytest.raises(SchemaError, match="not scored"):
        list(fields_of(value, Top.model_fields["outer"], "outer[0]", {}))


def test_a_mark_overrides_what_the_type_says() -> None:
    """Exact where a text would be judged by its words."""

    class Marked(BaseModel):
        code: Annotated[str, ScoredAs("exact")]
        note: str

    source = Stretches("")
    left = dict(fields_of(Marked(code="a b c d e", note="a red fox ran off"), Marked.model_fields["note"], "m", {}))
    right = dict(fields_of(Marked(code="a b c d f", note="a red fox ran"), Marked.model_fields["note"], "m", {}))
    assert judge_leaf("code", left["code"], right["code"], source)[0].category is Category.INC
    assert judge_leaf("note", left["note"], right["note"], source)[0].category is not Category.INC
