"""What lint finds in labelled sets of documents."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from summariser.errors import InputError
from summariser.evals.note_gold import NOTE_GOLD, load_note_case, load_note_cases
from summariser.evals.note_linting import lint_notes
from tests.perfect_notes import SEEDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SET = "island_ferry"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One of the sets, to be damaged."""
    shutil.copytree(SEEDS / SET, tmp_path / SET)
    return tmp_path


def damage(folder: Path, change: Callable[[dict[str, Any]], object]) -> list[str]:
    """What lint says after a change of the gold."""
    path = folder / SET / NOTE_GOLD
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return [problem.message for problem in lint_notes(folder)]


def test_the_committed_sets_are_clean_and_no_prompt_has_seen_them() -> None:
    """All six, four dev and two test; the prompts of the project hold no words of them."""
    assert lint_notes(SEEDS, SEEDS.parents[1] / "prompts") == []
    splits = [case.gold.split for case in load_note_cases(SEEDS)]
    assert (splits.count("dev"), splits.count("test")) == (4, 4)


def test_every_set_holds_the_traps() -> None:
    """A recycled pledge, a changed deadline or amount, a contradicted figure and a party under three names in each."""
    for case in load_note_cases(SEEDS):
        gold = case.gold
        assert 3 <= len(gold.documents) <= 6
        assert all(150 <= len(text.split()) <= 450 for text in case.texts.values())
        recycled = [row for row in gold.commitments if row.status in {"reaffirmed", "earlier"}]
        assert any([telling.status for telling in row.tellings].count("new") > 1 for row in recycled)
        fields = {difference.field for difference in gold.differences if difference.required}
        assert {"deadline", "figure"} <= fields
        assert any(len({mention.name.casefold() for mention in entity.mentions}) >= 3 for entity in gold.entities)
    assert sum(len(case.gold.relevant) < len(case.texts) for case in load_note_cases(SEEDS)) == 7


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d["commitments"][0]["tellings"][0]["evidence"][0].update(start=3), "span 3–"),
        (lambda d: d["differences"][0]["wordings"][1]["span"].update(end=4), "is not"),
        (lambda d: d["facts"][0]["evidence"][0].update(text="words of nobody"), "words of nobody"),
        (lambda d: d["entities"][0]["mentions"][0].update(name="Ferries of Norvia"), "is not in the document"),
        (lambda d: d["entities"][0]["mentions"][0].update(document="gone.txt"), "gone.txt is no document"),
        (lambda d: d["entities"][0].update(name="Ferries of Norvia"), "no document prints the name"),
        (lambda d: d["entities"][1].update(represents="e99"), "represents no other entity"),
        (lambda d: d["commitments"][0].update(by=["e99"]), "no entity has the id e99"),
        (lambda d: d["commitments"][1].update(id="k1"), "id k1 is given twice"),
        (lambda d: d["commitments"][0].update(deadline="2031-01-01"), "k1: the deadline is 2031-01-01"),
        (lambda d: d["commitments"][0].update(also_right=["reaffirmed"]), "is the status already"),
        (lambda d: d["commitments"][10].update(required=True), "only told by documents on another matter"),
        (lambda d: d["commitments"][0]["tellings"][1].update(document="committee_minutes.txt"), "tells of it twice"),
        (lambda d: d["differences"][0].update(commitment="k99"), "no commitment has the id k99"),
        (lambda d: d["differences"][0]["wordings"][0].update(document="courier_report.txt"), "is given twice"),
        (lambda d: d["documents"][0].update(sha256="0"), "sha256 is not that of committee_minutes.txt"),
        (lambda d: d["documents"][0].update(document="../x.txt"), "not a plain file name"),
        (lambda d: d["documents"].pop(0), "committee_minutes.txt is not labelled"),
        (lambda d: d["labelled"][0].update(kind="draft"), "is a draft that nobody has read"),
        (lambda d: d.update(as_of="2020-01-01"), "is of a later day"),
        (lambda d: d.update(split="train"), "split: Input should be 'dev' or 'test'"),
    ],
)
def test_each_fault_is_found(folder: Path, change: Callable[[dict[str, Any]], object], message: str) -> None:
    """By its message, and the file is the gold of the set."""
    found = damage(folder, change)
    assert any(message in one for one in found), found


def test_a_fault_is_shown_on_its_line(folder: Path) -> None:
    """The line of the span, in the file as it lies there."""
    path = folder / SET / NOTE_GOLD
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if '"evidence"' in line)
    lines[at + 2] = lines[at + 2].replace(lines[at + 2].split(":")[1], " 1,")
    path.write_text("\n".join(lines), encoding="utf-8")
    found = lint_notes(folder)
    assert found
    assert at <= found[0].line <= at + 3


def test_missing_and_superfluous_files(folder: Path) -> None:
    """A set without gold, a document without labels, a document that is gone, an empty folder."""
    (folder / SET / "extra.txt").write_text("Nothing.\n", encoding="utf-8")
    (folder / "other").mkdir()
    found = [problem.message for problem in lint_notes(folder)]
    assert any("extra.txt is not labelled" in one for one in found)
    assert any(one.startswith("cannot be read") for one in found)
    (folder / SET / "courier_report.txt").unlink()
    assert any("courier_report.txt is not beside it" in problem.message for problem in lint_notes(folder))
    assert lint_notes(folder / "nowhere")[0].message == "holds no set of documents"


def test_a_prompt_with_words_of_a_document_is_refused(folder: Path, tmp_path: Path) -> None:
    """Eight words in a row are enough."""
    prompts = tmp_path / "prompts"
    prompts.mkdir()
    (prompts / "system.md").write_text("Say:\nthe company would put a second vessel on the line\n", encoding="utf-8")
    shutil.move(prompts, folder.parent / f"{folder.name}-prompts")
    found = lint_notes(folder, folder.parent / f"{folder.name}-prompts")
    assert [(problem.line, problem.message) for problem in found] == [(2, f"has words of {SET}/committee_minutes.txt")]


def test_loading_refuses_what_does_not_hold(folder: Path) -> None:
    """A changed document, a span elsewhere, an unknown field, a draft, an empty split: one line each."""
    with pytest.raises(InputError, match="no labelled set of the split 'test'"):
        load_note_cases(folder, "test")
    damage(folder, lambda d: d["labelled"][0].update(kind="draft"))
    with pytest.raises(InputError, match="draft"):
        load_note_cases(folder)
    damage(folder, lambda d: d["facts"][0]["evidence"][0].update(start=0, end=5))
    with pytest.raises(InputError, match=r"facts\.0\.evidence\.0"):
        load_note_case(folder / SET)
    damage(folder, lambda d: d.update(unheard=1))
    with pytest.raises(InputError, match="unheard"):
        load_note_case(folder / SET)
    shutil.copy(SEEDS / SET / NOTE_GOLD, folder / SET)
    (folder / SET / "courier_report.txt").write_text("Other words.\n", encoding="utf-8")
    with pytest.raises(InputError, match="was changed after it was labelled"):
        load_note_case(folder / SET)
