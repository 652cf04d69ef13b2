"""Two runs side by side: obstacles, differences and changed items."""

from __future__ import annotations

from summariser.evals.comparing import compare, obstacles
from summariser.evals.results import Category
from summariser.evals.runs import gold_digest
from summariser.schemas import Context
from tests.eval_runs import faulty, perfect, run_of
from tests.evals_gold import dev_cases, harbour


def test_a_run_does_not_differ_from_itself() -> None:
    """Nothing changes, nothing stands in the way; that one epoch hides run-to-run differences is said."""
    run = run_of(dev_cases(), faulty(dev_cases()))
    found = compare(run, run)
    assert found.comparable
    assert found.changes == ()
    assert found.lenient is not None
    assert {part.difference for part in found.lenient.parts.values()} == {0.0}
    assert any("one epoch" in note for note in found.notes)


def test_documents_labels_and_scorer_stand_in_the_way() -> None:
    """Each is told by itself, with names."""
    cases = dev_cases()[:4]
    base = run_of(cases, perfect(cases))
    fewer = run_of(cases[:3], perfect(cases[:3]))
    name = cases[0].gold.document
    relabelled = base.model_copy(update={"gold": {**base.gold, name: "0" * 64}})
    rescored = base.model_copy(update={"scorer_version": "0"})
    assert "not over the same documents" in obstacles(base, fewer)[0]
    assert cases[3].gold.document in obstacles(base, fewer)[0]
    assert obstacles(base, relabelled) == [f"the labels or the text of {name} were changed in between"]
    assert "scored by versions 1 and 0" in obstacles(base, rescored)[0]
    assert not compare(base, fewer).comparable
    assert compare(base, fewer).lenient is None


def test_another_model_is_a_note_but_no_obstacle() -> None:
    """Comparing models is what `compare` is for; the gate is stricter."""
    cases = dev_cases()[:3]
    found = compare(run_of(cases, perfect(cases)), run_of(cases, perfect(cases), model="other"))
    assert found.comparable
    assert "different models: local and other" in found.notes


def test_the_order_of_documents_does_not_matter() -> None:
    """Runs list documents in the order of their data set, which may differ."""
    cases = dev_cases()[:5]
    ahead, back = run_of(cases, perfect(cases)), run_of(list(reversed(cases)), perfect(cases))
    found = compare(ahead, back)
    assert found.lenient is not None
    assert found.lenient.overall.differing == 0


def test_a_lost_item_is_told_with_its_reason() -> None:
    """From COR to MIS: worse; the other way round: better."""
    case = harbour()
    whole = case.as_brief()
    less = whole.model_copy(update={"quotes": whole.quotes[1:]})
    run, poorer = (run_of([case], {"harbour.txt": brief}) for brief in (whole, less))
    (change,) = compare(run, poorer).changes
    assert (change.part, change.item, change.before, change.after) == ("quotes", "q1", Category.COR, Category.MIS)
    assert change.worse
    assert change.reason
    (back,) = compare(poorer, run).changes
    assert not back.worse


def test_a_spurious_item_is_known_again_by_its_place() -> None:
    """Ids of briefs shift from run to run; the same extra under another id is no change."""
    case = harbour()
    whole = case.as_brief()
    place = whole.commitments[1].evidence[0].model_copy(update={"start": 0, "end": 14, "text": case.text[:14]})

    def with_extra(item: str) -> dict[str, object]:
        extra = Context(id=item, statement="Nothing of the kind.", kind="figure", evidence=[place])
        return {"harbour.txt": whole.model_copy(update={"context": [*whole.context, extra]})}

    first, same, none = (run_of([case], briefs) for briefs in (with_extra("x8"), with_extra("x9"), perfect([case])))
    assert compare(first, same).changes == ()
    (change,) = compare(none, first).changes
    assert (change.before, change.after, change.worse) == (None, Category.SPU, True)
    (gone,) = compare(first, none).changes
    assert (gone.before, gone.after, gone.worse) == (Category.SPU, None, False)


def test_the_worst_changes_come_first() -> None:
    """What was lost stands before what was won."""
    cases = dev_cases()[:6]
    changes = compare(run_of(cases, faulty(cases, 1)), run_of(cases, faulty(cases, 2))).changes
    worse = [change.worse for change in changes]
    assert worse == sorted(worse, reverse=True)
    assert set(worse) == {True, False}


def test_runs_keep_the_digest_of_their_gold() -> None:
    """What comparability rests on is what the run was scored with."""
    case = harbour()
    assert run_of([case], perfect([case])).gold == {"harbour.txt": gold_digest(case)}
