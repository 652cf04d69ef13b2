"""The library as its users call it."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING

import pytest

from summariser import AsyncSummariser, DocumentError, Summariser, asummarise, read_text, summarise
from tests.answering import following
from tests.loopback import Loopback

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ashdown Ltd signed a contract in Lisford on Monday.\nAshdown Ltd will pay $4 million by 1 June.\n"


def test_a_text_a_path_and_a_document_give_the_same(tmp_path: Path) -> None:
    """All three kinds of source are read alike."""
    path = tmp_path / "deal.txt"
    path.write_text(TEXT, encoding="utf-8")
    with Loopback(default=following()) as server, Summariser("tiny", base_url=server.url) as it:
        briefs = [it.summarise(source) for source in (TEXT, path, read_text(TEXT))]
    assert len({brief.provenance.document.sha256 for brief in briefs}) == 1
    assert len({tuple(party.name for party in brief.parties) for brief in briefs}) == 1


def test_the_name_of_a_file_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A string that names a file is not summarised as if it were the document."""
    (tmp_path / "deal.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DocumentError, match=r"pathlib\.Path"):
        summarise("deal.txt", model="tiny", base_url="http://127.0.0.1:9/v1")


def test_a_given_date_anchors_deadlines() -> None:
    """`date=` is the document's own date where its text has none."""
    bound = {"c1": {"by": ["Ashdown Ltd"], "status": "new"}}
    with Loopback(default=following(undertakings=bound)) as server:
        brief = summarise(TEXT, model="tiny", base_url=server.url, date=date(2031, 3, 1))
    deadline = brief.commitments[0].deadline
    assert deadline is not None
    assert deadline.latest == date(2031, 6, 1)


def test_the_async_twin_and_a_running_loop() -> None:
    """`asummarise` awaits; the plain call works inside a running event loop, as in a notebook."""
    with Loopback(default=following()) as server:

        async def both() -> tuple[str, str]:
            awaited = await asummarise(TEXT, model="tiny", base_url=server.url)
            plain = summarise(TEXT, model="tiny", base_url=server.url)
            return awaited.title, plain.title

        first, second = asyncio.run(both())
    assert first == second


def test_documents_at_the_same_time_keep_their_own_usage() -> None:
    """Usage of a brief counts its own requests only, whatever else runs on the same client."""

    async def many(url: str) -> list[int]:
        async with AsyncSummariser("tiny", base_url=url) as it:
            briefs = await asyncio.gather(*(it.summarise(TEXT) for _ in range(5)))
        return [brief.provenance.usage.calls for brief in briefs]

    with Loopback(default=following()) as server:
        assert asyncio.run(many(server.url)) == [1] * 5


def test_progress_is_told() -> None:
    """`on_progress` hears of stages, and of the answer as it comes."""
    seen = []
    with Loopback(default=following()) as server:
        summarise(TEXT, model="tiny", base_url=server.url, on_progress=seen.append)
    assert seen[0].stage == "reading"
    assert seen[-1].characters > 0


def test_a_summariser_can_be_closed_twice_and_used_again() -> None:
    """Closing is harmless; the next document opens it again."""
    with Loopback(default=following()) as server:
        it = Summariser("tiny", base_url=server.url)
        first = it.summarise(TEXT)
        it.close()
        it.close()
        assert it.summarise(TEXT).title == first.title
        it.close()
