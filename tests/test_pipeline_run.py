"""A document through the whole pipeline, with a loopback server in the place of the model."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summariser.api import Summariser
from summariser.documents.read import read_text
from summariser.errors import AuthenticationError, DocumentError, LossError, ModelError
from summariser.models.client import ModelClient
from summariser.models.modes import forget
from summariser.pipeline.events import Done, Grounded, Progress
from summariser.settings import load_settings
from tests.answering import following, raving
from tests.asking import QUICK
from tests.loopback import Answer, Loopback, error, hang, reset, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from summariser.schemas import Brief, Span
    from tests.loopback import Request

TEXT = """HARBOUR DEAL SIGNED

PORT ELDER, 3 March 2031 (ENN) - Riverford Council and Tallow Energy Ltd signed a heat contract on Monday.
Tallow Energy will lay nine miles of pipe by 30 June 2032, provided that the bank agrees.
"We dig at night so that the shops can stay open," said Ines Marrow, the director of Tallow Energy.
Two years ago the council had promised to plant 400 trees.
Also read: Ten soups for winter
They met in Quillham.
"""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(ModelClient.__init__.__kwdefaults__, "retry", QUICK)
    forget()
    yield
    forget()


def brief_of(server: Loopback, document: str = TEXT, *, strict: bool = False, **fields: object) -> Brief:
    chosen = load_settings({"timeout": 1.0, **fields})
    with Summariser("tiny", base_url=server.url, settings=chosen) as summariser:
        return summariser.summarise(read_text(document, "deal.txt"), strict=strict)


def spans_of(brief: Brief) -> list[Span]:
    items = [*brief.parties, *brief.commitments, *brief.context, *brief.quotes]
    return [span for item in items for span in item.evidence]


def assert_sound(brief: Brief, document: str) -> None:
    """The promises of a brief that hold whatever a model answers."""
    for span in spans_of(brief):
        assert document[span.start : span.end] == span.text
    for quote in brief.quotes:
        assert quote.text == " ".join(span.text for span in quote.evidence)
    parties = {party.id for party in brief.parties}
    for commitment in brief.commitments:
        assert set(commitment.by) | set(commitment.to) <= parties
        assert commitment.by
    assert {quote.speaker for quote in brief.quotes} <= parties | {None}
    items = {item.id for item in [*brief.commitments, *brief.context, *brief.quotes]}
    assert all(set(sentence.cites) <= items for sentence in brief.summary)
    chunks = brief.coverage.chunks
    assert [chunk.start for chunk in chunks] == [0, *(chunk.end for chunk in chunks[:-1])]
    assert chunks[-1].end == brief.coverage.characters == len(document)


def test_a_brief_is_whole() -> None:
    """Parties, commitments, quotes and dates come out, grounded, with provenance and a ledger."""
    bound = {"c1": {"by": ["Tallow Energy Ltd"], "status": "new"}, "c2": {"by": [], "status": "earlier"}}
    with Loopback(default=following(undertakings=bound, facts=[{"at": "s5", "kind": "background"}])) as server:
        brief = brief_of(server)
    assert_sound(brief, TEXT)
    assert brief.title == "HARBOUR DEAL SIGNED"
    names = {party.id: party.name for party in brief.parties}
    assert set(names.values()) >= {"Riverford Council", "Tallow Energy Ltd", "Ines Marrow"}
    first = brief.commitments[0]
    assert [names[party] for party in first.by] == ["Tallow Energy Ltd"]
    assert first.deadline is not None
    assert first.deadline.latest == date(2032, 6, 30)
    assert first.condition == "provided that the bank agrees"
    assert [names[quote.speaker or ""] for quote in brief.quotes] == ["Ines Marrow"]
    assert brief.provenance.document.date == date(2031, 3, 3)
    assert brief.provenance.usage.calls == len(server.requests) == 1
    assert [(chunk.status, chunk.reason) for chunk in brief.coverage.chunks if chunk.status == "skipped"] == [
        ("skipped", "link to another article")
    ]
    assert brief.coverage.lossless


def test_an_endpoint_is_asked_once_for_a_document_that_fits() -> None:
    """A large model gets one request for the whole brief."""
    with Loopback(default=following()) as server:
        brief_of(server)
    assert len(server.requests) == 1


def test_events_tell_of_each_item_once() -> None:
    """Items come as they are grounded, with the ids that the brief has in the end."""
    with Loopback(default=following()) as server, Summariser("tiny", base_url=server.url) as summariser:
        events = list(summariser.events(read_text(TEXT)))
    assert isinstance(events[0], Progress)
    done = events[-1]
    assert isinstance(done, Done)
    items = [event.item.id for event in events if isinstance(event, Grounded)]
    brief = done.brief
    everything = [*brief.parties, *brief.commitments, *brief.context, *brief.quotes]
    assert sorted(items) == sorted(item.id for item in everything)


def test_what_the_model_adds_is_grounded_or_dropped() -> None:
    """A name, a quote and an action that the source does not bear out are listed, not shown."""
    answer = following(
        names=[
            {"name": "Quillham Bank", "kind": "organisation", "role": None, "represents": None},
            {"name": "Baroness Nowhere", "kind": "person", "role": None, "represents": None},
        ],
        quotes=[{"at": "s4", "first": "We never dig", "last": "stay open", "speaker": None}],
        commitments=[
            {"at": "s3", "by": ["Tallow Energy Ltd"], "to": [], "action": "lay ninety miles of pipe", "status": "new",
             "deadline": None, "condition": None, "amount": None}
        ],
        summary=[{"text": "Tallow Energy will lay nine miles of pipe by 2040.", "at": ["s3"]}],
    )  # fmt: skip
    with Loopback(default=answer) as server:
        brief = brief_of(server)
    assert_sound(brief, TEXT)
    dropped = {(item.part, item.value) for item in brief.coverage.dropped}
    assert dropped >= {
        ("parties", "Quillham Bank"),
        ("parties", "Baroness Nowhere"),
        ("quotes", "We never dig … stay open"),
        ("commitments", "lay ninety miles of pipe"),
        ("summary", "Tallow Energy will lay nine miles of pipe by 2040."),
    }
    assert "ninety" not in brief.model_dump_json(exclude={"coverage"})
    assert brief.summary  # the main event, in the document's words, stands in


def test_a_long_document_is_read_in_chunks() -> None:
    """Chunks end on sentence bounds, cover everything, and a party has one id over all of them."""
    document = "".join(
        f"Paragraph {n} tells that Tallow Energy Ltd met the council of Ward {n}.\n\n" for n in range(150)
    )
    with Loopback(default=following()) as server:
        brief = brief_of(server, document, context_tokens=2048)
    assert_sound(brief, document)
    assert len(server.requests) > 3
    read = [chunk for chunk in brief.coverage.chunks if chunk.status == "read"]
    assert len(read) == len(server.requests) - 1  # one more asks for the summary
    assert sum(party.name == "Tallow Energy Ltd" for party in brief.parties) == 1


def one_bad_chunk(mark: str) -> Callable[[Request], Answer]:
    good = following()

    def answer(request: Request) -> Answer:
        asked = any(mark in str(message["content"]) for message in request.messages)
        return text("I would rather not.") if asked else good(request)

    return answer


def test_a_chunk_that_fails_is_cut_and_reported() -> None:
    """The rest of the document is kept; the ledger and a warning name the part that was lost."""
    lines = [f"Paragraph {n} tells that Tallow Energy Ltd met the council of Ward {n}.\n\n" for n in range(60)]
    document = "".join(lines)
    with Loopback(default=one_bad_chunk("Ward 33.")) as server:
        brief = brief_of(server, document, context_tokens=1024)
    assert_sound(brief, document)
    failed = [chunk for chunk in brief.coverage.chunks if chunk.status == "failed"]
    assert len(failed) == 1
    assert "Ward 33." in document[failed[0].start : failed[0].end]
    assert failed[0].end - failed[0].start < len(document) / 4
    assert not brief.coverage.lossless
    assert brief.coverage.warnings
    with Loopback(default=one_bad_chunk("Ward 33.")) as server, pytest.raises(LossError, match=r"deal\.txt"):
        brief_of(server, document, strict=True, context_tokens=1024)


def test_a_model_that_goes_away_midway_loses_no_work() -> None:
    """What was read before stands in the brief; what was not is failed."""
    document = "".join(
        f"Paragraph {n} tells that Tallow Energy Ltd met the council of Ward {n}.\n\n" for n in range(60)
    )
    good = following()
    count = 0

    def answer(request: Request) -> Answer:
        nonlocal count
        count += 1
        return good(request) if count <= 2 else error(401, "key revoked")

    with Loopback(default=answer) as server:
        brief = brief_of(server, document, context_tokens=1024, jobs=1)
    assert_sound(brief, document)
    assert {chunk.status for chunk in brief.coverage.chunks} == {"read", "failed"}
    assert brief.parties


@pytest.mark.parametrize(
    "answer", [error(500, "down"), hang(), reset('{"kinds"'), text("not json"), text("[]"), text('{"kinds": 3}')]
)
def test_no_answer_at_all_is_a_typed_error_or_a_reported_loss(answer: Answer) -> None:
    """Whatever a server does, there is a brief that tells of the loss, or one of our errors; never a traceback."""
    with Loopback(default=answer) as server:
        try:
            brief = brief_of(server)
        except ModelError:
            return
    assert_sound(brief, TEXT)
    assert not brief.coverage.lossless


def test_a_refused_key_is_not_a_loss() -> None:
    """Where no chunk can be asked at all, the error is raised."""
    with Loopback(default=error(401, "no")) as server, pytest.raises(AuthenticationError):
        brief_of(server)


@pytest.mark.parametrize(
    "document", ["Also read: Ten soups for winter\n", "Subscribe to our newsletter\n\nAdvertisement\n"]
)
def test_nothing_but_furniture_is_an_error(document: str) -> None:
    """A page that holds only links and adverts is named, and no model is asked."""
    with Loopback() as server, pytest.raises(DocumentError, match=r"deal\.txt"):
        brief_of(server, document)
    assert not server.requests


WORDS = ["Tallow Energy", "nine miles", "We dig", "stay open", "not in it", "", "“", "30 June", "Ines", "ß\u0301", "s3"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000), extra=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_no_answer_makes_a_span_lie(seed: int, extra: str) -> None:
    """For valid answers at random, over documents with any Unicode in them, every promise of a brief holds."""
    document = TEXT + extra + "\nIt ended on Friday."
    with Loopback(default=raving(seed, WORDS)) as server:
        assert_sound(brief_of(server, document), document)


def test_json_of_a_brief_is_the_contract() -> None:
    """A brief goes to JSON and back without change, and finds its source again."""
    with Loopback(default=following()) as server:
        brief = brief_of(server)
    data = json.loads(brief.model_dump_json())
    parts = ["parties", "commitments", "context", "quotes"]
    assert list(data) == ["schema_version", "title", "summary", *parts, "coverage", "provenance"]
    again = type(brief).model_validate(data)
    assert again.model_dump() == brief.model_dump()
    assert "Quillham" in again.attach(read_text(TEXT)).to_html()
    with pytest.raises(ValueError, match="SHA-256 differs"):
        again.attach(read_text("something else"))


def test_the_seed_article_needs_no_luck() -> None:
    """With the least helpful valid answers, the seed article still gives what the program knows by itself."""
    path = Path(__file__).parent.parent / "seeds" / "000_5e4f01ce9f475515.txt"
    with Loopback(default=following()) as server, Summariser("tiny", base_url=server.url) as summariser:
        brief = summariser.summarise(path)
    henick = next(party for party in brief.parties if party.name == "Jonathan Henick")
    assert [quote.marked for quote in brief.quotes] == [True, False]
    assert brief.quotes[0].speaker == henick.id
    assert not any("Also Read" in span.text for span in spans_of(brief))
    assert "TDI" not in {party.name for party in brief.parties}
