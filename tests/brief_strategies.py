"""Hypothesis strategies: briefs with any text in any field, over any document."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from hypothesis import strategies as st

from summariser.schemas import (
    Brief,
    Commitment,
    Context,
    Coverage,
    CoverageChunk,
    DateRange,
    Dropped,
    Party,
    Quote,
    Span,
    SummarySentence,
)
from summariser.schemas.brief import ChunkStatus, CommitmentStatus, ContextKind, PartyKind
from tests.sample_brief import document_of, provenance_of

if TYPE_CHECKING:
    from summariser.documents import Document

HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "</style>",
    "-->",
    "]]>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07",
    "\x9b31m",
    "\x00\x07\x08\x7f",
    "[bold red]x[/] :smile:",
    "\u202egnirts\u2066",
    "| a | b |\n|---|---|",
    "\r\n# heading\n\n- item\n\n    code",
    "1. one",
    "+ plus",
    "===",
    "---",
    "```",
    "[a](http://evil.example) ![b](http://evil.example)",
    "[p1]: http://evil.example",
    "<http://evil.example>",
    "**bold** __under__ ~~gone~~ $x^2$ {: .class}",
    "trailing #",
    "back\\slash",
    "\u2028\u2029\x85\x0b\x0c",
    "",
]

any_text = st.one_of(
    st.text(max_size=30),
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE) | st.text(max_size=6), max_size=4).map("".join),
)
_maybe_text = st.none() | any_text
_ids = st.sampled_from(["p1", "p2", "c1", "x1", "q1"]) | any_text


@st.composite
def _spans(draw: st.DrawFn, text: str) -> Span:
    """Mostly true, sometimes beside the document."""
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    words = text[start:end] if draw(st.integers(0, 4)) else draw(any_text)
    return Span(start=start, end=end, text=words)


def _choice(values: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(values))


@st.composite
def briefs_with_documents(draw: st.DrawFn) -> tuple[Brief, Document]:
    """A brief and its document, all text in both arbitrary."""
    text = draw(st.lists(any_text, min_size=1, max_size=6).map("\n".join))
    document = document_of(text, draw(any_text))
    spans = st.lists(_spans(text), min_size=1, max_size=3)
    dates = st.none() | st.builds(
        DateRange, text=any_text, earliest=st.none() | st.dates(), latest=st.none() | st.dates()
    )
    lists = {"max_size": 3}
    chunks = st.builds(
        CoverageChunk,
        start=st.integers(0, len(text) + 3),
        end=st.integers(0, len(text) + 3),
        status=_choice(ChunkStatus),
        reason=_maybe_text,
    )
    party = st.builds(
        Party, id=_ids, name=any_text, kind=_choice(PartyKind), role=_maybe_text, represents=st.none() | _ids,
        aliases=st.lists(any_text, **lists), evidence=spans,
    )  # fmt: skip
    commitment = st.builds(
        Commitment, id=_ids, by=st.lists(_ids, **lists), to=st.lists(_ids, **lists), action=any_text,
        status=_choice(CommitmentStatus), deadline=dates, condition=_maybe_text, amount=_maybe_text, evidence=spans,
    )  # fmt: skip
    context = st.builds(Context, id=_ids, statement=any_text, kind=_choice(ContextKind), date=dates, evidence=spans)
    quote = st.builds(
        Quote, id=_ids, text=any_text, speaker=st.none() | _ids, cue=_maybe_text, marked=st.booleans(), evidence=spans
    )
    sentence = st.builds(SummarySentence, text=any_text, cites=st.lists(_ids, min_size=1, max_size=3))
    coverage = st.builds(
        Coverage,
        characters=st.just(len(text)),
        read=st.integers(0, len(text)),
        chunks=st.lists(chunks, **lists),
        dropped=st.lists(st.builds(Dropped, part=any_text, reason=any_text, value=any_text), **lists),
        warnings=st.lists(any_text, **lists),
    )
    brief = Brief(
        title=draw(any_text),
        summary=draw(st.lists(sentence, **lists)),
        parties=draw(st.lists(party, **lists)),
        commitments=draw(st.lists(commitment, **lists)),
        context=draw(st.lists(context, **lists)),
        quotes=draw(st.lists(quote, **lists)),
        coverage=draw(coverage),
        provenance=provenance_of(document).model_copy(update={"model": draw(any_text), "base_url": draw(_maybe_text)}),
    )
    return brief, document
