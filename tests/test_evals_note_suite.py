"""The suite of notes from documents to numbers, with a model behind a loopback server, and the run on labels alone."""

from __future__ import annotations

import asyncio
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
import typer
from typer.testing import CliRunner

from summariser.cli.evals_notes import notes
from summariser.errors import InputError
from summariser.evals.note_documents import briefs_of_gold
from summariser.evals.note_suite import NoteRun, run_note_suite, run_oracle
from summariser.models import modes
from summariser.models.replay import NotRecordedError
from summariser.settings import load_settings
from tests.eval_seeds import obeying, own_cache
from tests.loopback import Loopback
from tests.perfect_notes import CASES, SEEDS, perfect_note

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.schemas.note import Note

SET = "power_link"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One of the sets, and a cache of its own."""
    modes.forget()
    own_cache(monkeypatch, tmp_path / "cache")
    shutil.copytree(SEEDS / SET, tmp_path / "seeds" / "notes" / SET)
    return tmp_path / "seeds" / "notes"


def run(folder: Path, server: Loopback, **options: Any) -> NoteRun:
    """A run with the model behind the server."""
    settings = load_settings({"base_url": server.url})
    return asyncio.run(run_note_suite(folder, model="m", settings=settings, **options))


def test_a_run_is_scored_and_a_replay_asks_nothing(folder: Path) -> None:
    """From documents through pipeline and engine; every promise is kept whatever the model answers."""
    with Loopback(default=obeying) as server:
        first = run(folder, server)
        asked = len(server.requests)
    again = run(folder, server, replay_only=True)
    assert asked > 0
    assert again.scores == first.scores
    assert first.scores.faults == 0
    assert first.sets[0].note is not None
    assert len(first.sets[0].note.sources) == 4
    assert (first.model, first.split, first.looks) == ("m", "dev", None)
    assert NoteRun.model_validate_json(first.model_dump_json()) == first


def test_a_missing_answer_is_an_error_in_a_replay(folder: Path) -> None:
    """It names set and document."""
    with Loopback() as server, pytest.raises(NotRecordedError, match=rf"{SET}/\w+\.txt"):
        run(folder, server, replay_only=True)
    assert not server.requests


def test_a_prompt_that_has_seen_a_document_is_refused(folder: Path, tmp_path: Path) -> None:
    """Before anything is asked."""
    prompt = tmp_path / "prompt"
    shutil.copytree(SEEDS.parents[1] / "prompts" / "brief", prompt)
    with (prompt / "system.md").open("a", encoding="utf-8") as file:
        file.write("\nArmenia will build the converter station at Ashotsk and more.\n")
    with Loopback() as server, pytest.raises(InputError, match="has words of power_link"):
        run(folder, server, prompt=prompt)
    assert not server.requests


def test_briefs_of_labels_hold_what_each_document_says() -> None:
    """Parties under the names of that document, its own status and deadline; spans and source are right."""
    case = next(case for case in CASES if case.name == SET)
    briefs = {brief.provenance.document.name: brief for brief in briefs_of_gold(case)}
    wire = briefs["wire_report.txt"]
    armenia = next(party for party in wire.parties if party.kind == "state" and party.name == "Armenia")
    assert armenia.aliases == ["Yerevan"]
    told = next(item for item in briefs["tbilisi_communique.txt"].commitments if item.amount == "€105 million")
    assert (told.status, told.condition) == ("proposed", "should both parliaments ratify the agreement")
    for brief in briefs.values():
        assert brief.document is not None
        for item in (*brief.parties, *brief.commitments, *brief.context):
            assert all(brief.document.text[span.start : span.end] == span.text for span in item.evidence)


def test_labels_through_the_engine_find_everything(folder: Path) -> None:
    """What is given to the engine is all there; what it makes of it is the number that the run is for."""
    done = run_oracle(folder)
    found = done.scores.measures["commitments_found"]
    assert found is not None
    assert found.recall == 1.0
    assert done.scores.faults == 0
    assert (done.model, done.prompt) == ("gold", None)


def test_the_labels_of_all_sets_break_no_promise_of_the_engine() -> None:
    """Dev and test, with the topic and without."""
    assert run_oracle(SEEDS, split="all").scores.faults == 0
    assert run_oracle(SEEDS, split="all", topic=False).scores.faults == 0


def test_a_perfect_engine_scores_one() -> None:
    """The engine is exchangeable; one that gives the note of the labels is right in everything."""
    by_topic = {case.gold.topic: case for case in CASES}

    def engine(_briefs: object, *, topic: str, **_rest: object) -> Note:
        return perfect_note(by_topic[topic])

    scores = run_oracle(SEEDS, split="all", engine=engine).scores
    assert {measure.f1 for measure in scores.measures.values() if measure} == {1.0}


def command(*arguments: str) -> Any:
    """The command by itself."""
    app = typer.Typer()
    app.command()(notes)
    return CliRunner().invoke(app, list(arguments))


def test_the_command_prints_the_numbers(folder: Path) -> None:
    """A line for each measure and for each set; with --json all that was counted, without the notes."""
    done = command("--oracle", "--seeds", str(folder.parent))
    assert done.exit_code == 0, done.output
    assert "commitments found" in done.output
    assert SET in done.output
    told = json.loads(command("--oracle", "--json", "--seeds", str(folder.parent)).output)
    assert told["scores"]["measures"]["commitments_found"]["recall"] == 1.0
    assert "note" not in told["sets"][0]


def test_the_command_needs_a_folder_of_sets(tmp_path: Path) -> None:
    """The error says which."""
    (tmp_path / "empty").mkdir()
    done = command("--oracle", "--seeds", str(tmp_path / "empty"))
    assert isinstance(done.exception, InputError)
    assert "notes" in str(done.exception)
