"""`note` and `anote` as their users call them, with a loopback server in the place of the model."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from summariser import AsyncSummariser, DocumentError, Summariser, read_text
from summariser.errors import AuthenticationError, InputError, ModelUnavailable
from summariser.note import NoteProgress, anote, note
from tests.answering import following
from tests.loopback import Loopback, error
from tests.note_checks import check_note, essence
from tests.sample_note_briefs import RELEASE, letter, matter, paper, release

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 4, 1)
TEXT = "Ashdown Ltd signed a contract in Lisford on Monday.\nAshdown Ltd will pay $4 million by 1 June 2027.\n"


def test_saved_briefs_need_no_model(tmp_path: Path) -> None:
    """Without a narrative nothing is asked; a folder, a file and an object are all sources."""
    (tmp_path / "briefs").mkdir()
    (tmp_path / "briefs" / "release.json").write_text(release().model_dump_json(), encoding="utf-8")
    (tmp_path / "letter.json").write_text(letter().model_dump_json(), encoding="utf-8")
    made = note([tmp_path / "briefs", str(tmp_path / "letter.json"), paper()], narrative=False, as_of=DAY)
    assert [source.name for source in made.sources] == ["letter.txt", "paper.txt", "release.txt"]
    assert made.provenance.usage.calls == 0
    assert made.provenance.model is None
    check_note(made, [release(), letter(), paper()])


def test_the_embedded_model_is_not_asked_for_the_bottom_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saved briefs need no model file where none is named; an endpoint's model writes."""
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(tmp_path))
    monkeypatch.delenv("SUMMARISER_MODEL", raising=False)
    made = note(matter(), as_of=DAY)
    assert made.bottom_line
    assert made.provenance.usage.calls == 0
    assert made.provenance.model is None
    with Loopback(default=following()) as server:
        note(matter(), as_of=DAY, model="tiny", base_url=server.url)
        assert server.requests


def test_a_document_beside_its_brief_is_not_read_again(tmp_path: Path) -> None:
    """It is attached to the brief, so that citations have paragraphs."""
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    (tmp_path / "release.json").write_text(release().model_dump_json(), encoding="utf-8")
    made = note(tmp_path, narrative=False, as_of=DAY)
    assert [source.status for source in made.sources] == ["used"]
    assert made.citations[0].paragraph is not None


def test_documents_and_briefs_together(tmp_path: Path) -> None:
    """One model makes briefs of the documents and the narrative; what failed is listed, the rest goes on."""
    (tmp_path / "deal.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    told: list[NoteProgress] = []
    problems: list[Exception] = []
    bound = {"c1": {"by": ["Ashdown Ltd"], "status": "new"}}
    with Loopback(default=following(undertakings=bound)) as server:
        made = note(
            [tmp_path, read_text("Ashdown Ltd will sell 3 ships.\n", "ships.txt"), paper()],
            as_of=DAY,
            model="tiny",
            base_url=server.url,
            on_progress=told.append,
            on_failure=problems.append,
        )
    status = {source.name: source.status for source in made.sources}
    assert status["deal.txt"] == status["ships.txt"] == "used"
    failed = {source.name.rsplit("/", 1)[-1]: source.reason for source in made.sources if source.status == "failed"}
    assert failed["empty.txt"] == "is empty"
    assert "not a saved brief" in (failed["bad.json"] or "")
    assert len(problems) == 2
    assert [progress.stage for progress in told if progress.step is None] == ["gathering", "merging", "writing"]
    assert {progress.name for progress in told if progress.step} == {"deal.txt", "ships.txt"}
    assert made.provenance.usage.calls >= 3
    assert any(row.amount == "$4 million" for row in made.commitments)


def test_a_document_the_model_fails_on_is_listed(tmp_path: Path) -> None:
    """The reason is there, and the other documents are in the note."""
    (tmp_path / "blank.txt").write_text("Also read: Ten soups for winter\nAdvertisement\n", encoding="utf-8")
    (tmp_path / "deal.txt").write_text(TEXT, encoding="utf-8")
    with Loopback(default=following()) as server:
        made = note(tmp_path, as_of=DAY, model="tiny", base_url=server.url)
    (failed,) = [source for source in made.sources if source.status == "failed"]
    assert failed.name == "blank.txt"
    assert failed.reason == "holds no sentence to read"


def test_a_fault_of_ours_stops_one_document_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw in one document is listed by its kind, never with its text; the others go on."""
    plain = AsyncSummariser.summarise

    async def faulty(self: AsyncSummariser, source: object, **rest: object) -> object:
        if getattr(source, "name", "") == "deal.txt":
            raise KeyError(TEXT)
        return await plain(self, source, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(AsyncSummariser, "summarise", faulty)
    (tmp_path / "deal.txt").write_text(TEXT, encoding="utf-8")
    with Loopback(default=following()) as server:
        made = note([tmp_path, paper()], as_of=DAY, model="tiny", base_url=server.url)
    (failed,) = [source for source in made.sources if source.status == "failed"]
    assert failed.name == "deal.txt"
    assert re.fullmatch(r"unexpected KeyError in test_note_api\.py, line \d+", failed.reason or "")


def test_no_source_at_all(tmp_path: Path) -> None:
    """Nothing given, and nothing that can be read, are errors."""
    with pytest.raises(InputError, match="at least one source"):
        note([])
    with pytest.raises(DocumentError, match=r"none\.txt"):
        note(tmp_path / "none.txt", narrative=False)


def test_a_model_that_cannot_be_used(tmp_path: Path) -> None:
    """A refused key ends it at once; where every document fails the first error is raised."""
    (tmp_path / "deal.txt").write_text(TEXT, encoding="utf-8")
    with Loopback(default=error(401, "bad key")) as server, pytest.raises(AuthenticationError):
        note([tmp_path, paper()], model="tiny", base_url=server.url)
    with pytest.raises(ModelUnavailable):
        note(tmp_path, model="tiny", base_url="http://127.0.0.1:9/v1")


def test_an_open_summariser_is_used() -> None:
    """The plain and the awaited one, each in its own loop, give the same; both stay open."""
    with Loopback(default=following()) as server:
        with Summariser("tiny", base_url=server.url) as open_one:
            plain = note([read_text(TEXT), *matter()], as_of=DAY, summariser=open_one)
            assert open_one.summarise(TEXT).title

        async def awaited() -> object:
            async with AsyncSummariser("tiny", base_url=server.url) as it:
                return essence(await anote([read_text(TEXT), *matter()], as_of=DAY, summariser=it))

        assert asyncio.run(awaited()) == essence(plain)


def test_it_works_inside_a_running_loop() -> None:
    """As in a notebook."""

    async def inside() -> int:
        return len(note(matter(), narrative=False, as_of=DAY).commitments)

    assert asyncio.run(inside()) == 4
