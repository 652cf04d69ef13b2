"""The naive reader reads typography, truthfully and fast."""

from __future__ import annotations

import hashlib
import time

from hypothesis import given
from hypothesis import strategies as st

from summariser.documents import Document
from summariser.evals.naive import naive_brief
from summariser.evals.scoring import score
from tests.evals_gold import TEXT, dev_cases


def read(text: str) -> Document:
    """A document of this text."""
    return Document(text=text, name="x.txt", sha256=hashlib.sha256(text.encode()).hexdigest())


def test_what_typography_gives() -> None:
    """Quotation marks, capitals, the first sentence and "will", as promised."""
    brief = naive_brief(read(TEXT))
    names = {party.id: party.name for party in brief.parties}
    assert "Harbour Council" in names.values()
    assert "Mayor Ana Silva" in names.values()
    assert [quote.text for quote in brief.quotes] == [
        "We will finish the bridge,",
        "before the winter storms come back.",
    ]
    assert [fact.evidence[0].start for fact in brief.context] == [0]
    assert [names[item.by[0]] for item in brief.commitments][:1] == ["Mayor Ana Silva"]


def test_short_and_unclosed_quotation_marks_are_no_quotes() -> None:
    """Three words are a term, and a mark that is never closed opens nothing."""
    assert naive_brief(read("She called it “a great day”. “Never closed\nby anyone here")).quotes == []
    assert [quote.text for quote in naive_brief(read('Tom Fox: "this is four words"')).quotes] == ["this is four words"]


@given(st.text(st.sampled_from('Aa B.!"“” \n\r\t’-1will shall'), max_size=120))
def test_every_span_is_true_and_every_reference_resolves(text: str) -> None:
    """Whatever the text, the brief points at it truly."""
    brief = naive_brief(read(text))
    for items in (brief.parties, brief.commitments, brief.context, brief.quotes):
        for span in (span for item in items for span in item.evidence):
            assert text[span.start : span.end] == span.text != ""
    known = {party.id for party in brief.parties}
    assert {reference for item in brief.commitments for reference in item.by} <= known
    assert {quote.speaker for quote in brief.quotes} <= known | {None}


def test_it_scores_something_and_not_much() -> None:
    """On the dev seeds it lies well between nothing and a reader."""
    cases = dev_cases()
    briefs = {
        case.gold.document: naive_brief(Document(text=case.text, name=case.gold.document, sha256=case.gold.sha256))
        for case in cases
    }
    total = score(briefs, cases).total
    assert total.lenient is not None
    assert 0.05 < total.lenient < 0.5
    assert total.fabricated == total.lying == total.dangling == 0


def test_long_documents_take_linear_time() -> None:
    """Half a megabyte of names, marks and promises is read in seconds."""
    started = time.perf_counter()
    naive_brief(read("“Ana Silva said Tom Fox will pay. " * 15_000))
    assert time.perf_counter() - started < 10
