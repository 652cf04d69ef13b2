"""Verbatim claims: exact, typographic only or altered; spans never lie; time stays linear."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from summariser.grounding.verbatim import LONGEST_GAP, LONGEST_RANGE, SourceIndex, occurs

SOURCE = """HENICK AND UZBEKISTAN SIGN MINERALS PACT
TASHKENT, June 3 — Today the minister said the government will raise taxes on energy firms by 2027, Reuters wrote.
Notice was given on Monday. “We’re thrilled,” Ms. Smith said, “to sign this non-binding infor-
mation accord — worth $4.5 million — with the U.S. government.”
It is not final. We can't wait; it was the ﬁnal, “well-
known” offer… and 1 000 people came. The so-called “café deal” fell to -5°C, by 5-10% a year.
The board refused to sell the ships. It agreed to lease the docks. Jürgen and Smith-Jones left. The US-led plan is on."""


@pytest.fixture(scope="module")
def index() -> SourceIndex:
    return SourceIndex(SOURCE)


EXACT = [
    "the government will raise taxes on energy firms by 2027",
    "Notice was given",
    "  “Notice was given on Monday.”\n",
    "We’re thrilled",
    "$4.5 million",
    "U.S. government",
    "U.S.",
    "1 000 people",
    "-5°C",
    "5-10%",
    "It is not final.",
    "2027",
    "well-\nknown",
]


@pytest.mark.parametrize("claim", EXACT)
def test_exact(index: SourceIndex, claim: str) -> None:
    """What stands in the source character for character is exact, marks and white space around it left aside."""
    located = index.locate(claim)
    assert located.verdict == "exact"
    assert located.span is not None
    assert located.span.text == claim.strip(" \n“”")
    assert located.reason == ""


TYPOGRAPHIC = [
    ("We're thrilled", "We’re thrilled"),  # apostrophe
    ("We're thrilled,\" Ms. Smith said", "We’re thrilled,” Ms. Smith said"),  # quotation marks
    ("'We're thrilled,' Ms. Smith said", "We’re thrilled,” Ms. Smith said"),
    ("notice was given on Monday", "Notice was given on Monday"),  # case of the first letter
    ("The minister said", "the minister said"),
    ("Notice was given!", "Notice was given"),  # a stop added or another one
    ("raise taxes on energy firms by 2027.", "raise taxes on energy firms by 2027"),
    ("information accord", "infor-\nmation accord"),  # line end
    ("well-known” offer", "well-\nknown” offer"),
    ("information accord—worth $4.5 million", "infor-\nmation accord — worth $4.5 million"),  # dashes
    ("accord - worth $4.5 million – with", "accord — worth $4.5 million — with"),
    ("accord -- worth", "accord — worth"),
    ("non‑binding", "non-binding"),
    ("5–10% a year", "5-10% a year"),
    ("fell to −5°C", "fell to -5°C"),
    ("it was the final,", "it was the ﬁnal,"),  # ligature
    ("offer... and 1\u00a0000 people", "offer… and 1 000 people"),  # ellipsis, no-break space
    ("the\u200b  government\r\nwill", "the government will"),  # zero width, line break
    ("govern\u00adment will raise", "government will raise"),  # soft hyphen
    ("cafe\u0301 deal", "café deal"),  # composition
    ("Ju\u0308rgen", "Jürgen"),
]


@pytest.mark.parametrize(("claim", "source"), TYPOGRAPHIC)
def test_typographic(index: SourceIndex, claim: str, source: str) -> None:
    """What differs in typography only is found, and the passage has the source's own characters."""
    located = index.locate(claim)
    assert located.verdict == "typographic"
    assert located.span is not None
    assert located.span.text == source
    assert SOURCE[located.span.start : located.span.end] == source


ALTERED = [
    # What langextract's alignment accepts as verbatim.
    ("the government will not raise taxes on energy firms", "negation added: “not”"),
    ("the government will raise taxes on energy firms by 2030", "number changed: “2030” where the source has “2027”"),
    ("the minister will raise taxes", "stitched from two places of the source"),
    # Inside words and numbers.
    ("No", "only part of a word"),
    ("binding", "only inside larger words"),
    ("We can", "“can”"),
    ("$4", "not in the source"),
    ("million — with the U", "“U”"),
    ("4.5 million", "not in the source"),
    ("1", "only inside larger words"),
    ("000 people", "only inside larger words"),
    ("5°C", "not in the source"),
    ("10%", "only inside larger words"),
    ("infor-", "only part of a word"),
    ("mation accord", "only part of a word"),
    # One word changed, added, left out.
    ("It is final", "negation left out: “not”"),
    ("We can wait", "“can”"),
    ("The board agreed to sell the ships", "negation changed: “agreed” where the source has “refused”"),
    ("Notice was given on Tuesday", "date changed: “Tuesday” where the source has “Monday”"),
    ("Ms. Jones said", "name changed: “Jones” where the source has “Smith”"),
    ("cafe deal", "word “cafe” is not in the source"),
    ("worth $4.5 billion", "word changed: “billion” where the source has “million”"),
    ("worth £4.5 million", "“£4.5”"),
    ("worth $45 million", "“$45”"),
    ("fell to 5", "“5”"),
    ("the Government will", "name “Government” is not in the source"),
    ("1000 people", "number “1000” is not in the source"),
    ("government will taxes on energy", "word left out: “raise”"),
    ("will raise raise taxes", "word added: “raise”"),
    ("Ms Smith said", "mark left out: “.”"),
    ("The board refused … the docks", "not in this order"),
    ("nowhere at all", "is not in the source"),
    ("left Notice", "stitched from two places of the source"),
    ("docks. Notice given It", "its words are in the source, but not in this order"),
    ("", "holds no words"),
    ("“…”", "holds no words"),
    (" - ", "holds no words"),
]


@pytest.mark.parametrize(("claim", "reason"), ALTERED)
def test_altered(index: SourceIndex, claim: str, reason: str) -> None:
    """Anything else is altered, has no span and says what differs."""
    located = index.locate(claim)
    assert located.verdict == "altered"
    assert located.span is None
    assert reason in located.reason


def test_exact_is_preferred_to_an_earlier_typographic_place() -> None:
    """Where a claim stands exactly somewhere, an earlier place in other typography does not hide it."""
    located = SourceIndex("it’s done. it's done.").locate("it's done")
    assert (located.verdict, located.span and located.span.start) == ("exact", 11)


def test_feet_are_not_inches() -> None:
    """After a digit a single mark and a double mark stay apart."""
    index = SourceIndex("The wall is 6' high and the pipe 3” wide.")
    assert index.locate('wall is 6" high').verdict == "altered"
    assert index.locate("pipe 3' wide").verdict == "altered"
    assert index.locate('pipe 3" wide').verdict == "typographic"


def test_scripts_without_spaces() -> None:
    """Chinese is found inside running text, but not with its negation cut off."""
    index = SourceIndex("部长说政府不同意这项协议。")
    assert index.locate("政府不同意").verdict == "exact"
    assert index.locate("同意这项协议").verdict == "altered"


@pytest.mark.parametrize(
    ("claim", "text"), [("👨", "👨‍👩‍👧 came"), ("e", "e\u0301 la"), ("🇺", "🇺🇸 won"), ("👍", "👍🏽 yes")]
)
def test_no_cut_inside_what_is_seen_as_one_character(claim: str, text: str) -> None:
    """A part of a composed picture or letter is no occurrence."""
    assert SourceIndex(text).locate(claim).verdict == "altered"


def test_within_limits_where_a_claim_may_stand() -> None:
    """Only places wholly inside the limits count."""
    text = "We agree. They agree. We agree."
    index = SourceIndex(text)
    assert index.locate("agree", within=(9, 21)).span == index.locate("agree", near=15).span
    assert index.locate("We agree", within=(1, 29)).verdict == "altered"
    third = index.locate("We agree.", within=(5, 31)).span
    assert third is not None
    assert third.start == 22
    assert index.locate("We agree", within=(50, 10)).verdict == "altered"
    assert index.locate("We agree", within=(-5, 10_000)).verdict == "exact"


@pytest.mark.parametrize(
    ("near", "start"), [(None, 0), (0, 0), (5, 0), (20, 20), (14, 10), (16, 20), (999, 20), (-3, 0)]
)
def test_near_takes_the_closest_place(near: int | None, start: int) -> None:
    """Of several places the one that begins closest is taken."""
    located = SourceIndex("one two a one two b one two c").locate("one two", near=near)
    assert located.span is not None
    assert located.span.start == start


PIECES = [
    ("We’re thrilled … to sign this non-binding", "exact", ["We’re thrilled", "to sign this non-binding"]),
    ("“We're thrilled ... with the U.S. government.”", "typographic", ["We’re thrilled", "with the U.S. government."]),
    ("the government [...] by 2027", "exact", ["the government", "by 2027"]),
    ("the government (…) energy firms [ . . . ] Reuters", "exact", ["the government", "energy firms", "Reuters"]),
    ("… will raise taxes …", "exact", ["will raise taxes"]),
    ("We’re thrilled", "exact", ["We’re thrilled"]),
    ("offer… and 1 000", "exact", ["offer… and 1 000"]),
    ("to sign this … We’re thrilled", "altered", []),
    ("It is … final", "altered", []),
    ("The board … sell the ships", "altered", []),
    ("The board … lease the docks", "altered", []),
    ("It agreed … is on", "exact", ["It agreed", "is on"]),
    ("We’re thrilled … to sign that", "altered", []),
    ("…", "altered", []),
]


@pytest.mark.parametrize(("claim", "verdict", "texts"), PIECES)
def test_pieces(index: SourceIndex, claim: str, verdict: str, texts: list[str]) -> None:
    """A quote with something left out has one passage per piece, in order, and never loses a negation."""
    located = index.locate_pieces(claim)
    assert located.verdict == verdict
    assert [span.text for span in located.spans] == texts


def test_pieces_must_be_close() -> None:
    """Pieces further apart than the longest gap are stitched together."""
    near, far = ("We agree" + " and" * (length // 4) + " to pay" for length in (LONGEST_GAP - 8, LONGEST_GAP + 8))
    assert SourceIndex(near).locate_pieces("We agree … to pay").verdict == "exact"
    assert SourceIndex(far).locate_pieces("We agree … to pay").verdict == "altered"


def test_pieces_follow_the_right_occurrence() -> None:
    """Where a piece occurs several times, the place that the others can follow is taken."""
    text = "We agree." + " Yes." * 300 + " We agree, he said, to pay."
    located = SourceIndex(text).locate_pieces("We agree … to pay", within=(0, len(text)))
    assert [text[span.start - 1] for span in located.spans] == [" ", " "]


def test_a_negation_in_an_omitted_sentence_may_be_left_out() -> None:
    """Leaving out whole sentences is fair even where they are negated."""
    text = "We are thrilled to be here today. It was not easy at all. And so we will sign the deal."
    assert (
        SourceIndex(text).locate_pieces("We are thrilled to be here today … we will sign the deal").verdict == "exact"
    )


def test_range(index: SourceIndex) -> None:
    """A passage is cut between its first and its last words."""
    located = index.locate_range("We're thrilled", "U.S. government", within=None)
    assert located.verdict == "typographic"
    assert located.span is not None
    assert located.span.text.startswith("We’re")
    assert located.span.text.endswith("government")
    assert located.span.text == SOURCE[located.span.start : located.span.end]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("to sign this", "this non-binding", "to sign this non-binding"),
        ("It is not final.", "It is not final.", "It is not final."),
        ("It is not", "not final", "It is not final"),
        ("The board", "docks", "The board refused to sell the ships. It agreed to lease the docks"),
    ],
)
def test_range_may_overlap(index: SourceIndex, first: str, last: str, text: str) -> None:
    """First and last words may overlap or be the same."""
    located = index.locate_range(first, last)
    assert located.span is not None
    assert located.span.text == text


def test_range_is_as_short_as_it_can_be() -> None:
    """First words that come again before the last words begin the passage there."""
    located = SourceIndex("The minister came. The minister said no. He said no.").locate_range(
        "The minister", "said no"
    )
    assert located.span is not None
    assert located.span.text == "The minister said no"


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        ("by 2030", "left", "first words: number changed: “2030” where the source has “2027”"),
        ("The board", "the dogs", "last words"),
        ("Jürgen", "The board", "do not follow"),
        ("", "left", "first words: holds no words"),
    ],
)
def test_range_reasons(index: SourceIndex, first: str, last: str, reason: str) -> None:
    """A pointer that fails says which end failed."""
    located = index.locate_range(first, last)
    assert (located.verdict, located.span) == ("altered", None)
    assert reason in located.reason


def test_range_is_bounded() -> None:
    """A passage longer than the limit is no passage."""
    text = "Alpha " + "x " * (LONGEST_RANGE // 2) + "omega"
    assert SourceIndex(text).locate_range("Alpha", "omega").verdict == "altered"


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Henick", ["HENICK"]),
        ("Uzbekistan", ["UZBEKISTAN"]),
        ("U.S.", ["U.S."]),
        ("US", ["US"]),
        ("the US", ["The US"]),
        ("Smith", ["Smith"]),
        ("Smith-Jones", ["Smith-Jones"]),
        ("Jones", []),
        ("Jurgen", []),
        ("Ju\u0308rgen", ["Jürgen"]),
        ("notice", []),
        ("Reuters", ["Reuters"]),
        ("Ms. Smith", ["Ms. Smith"]),
        ("", []),
        ("’", []),
        ("x " * 100, []),
    ],
)
def test_occurs(index: SourceIndex, name: str, texts: list[str]) -> None:
    """Names occur as whole words; case counts but for capitals of a headline and the article."""
    assert [span.text for span in occurs(name, index)] == texts


def test_occurs_leaves_the_possessive_out() -> None:
    """A possessive is an occurrence of the name, cut before its apostrophe; a name that ends so keeps it."""
    index = SourceIndex(
        "Henick’s deal, LLOYD’S list, Lloyd's, the US–China and UK-based talks, US-Uzbek ties, dogs' may May"
    )
    assert [span.text for span in occurs("Henick", index)] == ["Henick"]
    assert [span.text for span in occurs("Lloyd's", index)] == ["LLOYD’S", "Lloyd's"]
    assert [span.text for span in occurs("China", index)] == ["China"]
    assert [span.text for span in occurs("UK", index)] == ["UK"]
    assert [span.text for span in occurs("Uzbek", index)] == ["Uzbek"]
    assert [(span.text, span.start) for span in occurs("May", index)] == [("May", index.text.index("May"))]


# Properties ---------------------------------------------------------------------------------------------------------

_QUOTES = "'`´‘’‚‛′‵ʹʻʼʽˈˊˋ‹›＇׳\"“”„‟″‶ʺ«»〝〞〟＂「」『』｢｣❝❞״"
_DASHES = "-‐‑‒–−﹣－־—―⸺⸻﹘⁃"
_ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("aAbBtTnN étü019 .,;:!?-–—'’\"“” \n\r\t\u00a0\u00ad\u200b\u200d\u0301\u0308ﬁ…$%€不中ا بש🇺🇸👍🏽½²"),
)
documents = st.one_of(
    st.text(_ALPHABET, max_size=120),
    st.lists(
        st.sampled_from(
            [
                *"""the The minister will not raise taxes No Notice can't can’t it's $4.5 $4 million 1 000 1,000 5% -5 5-10 — -
            non-binding “we ”he … ... café cafe\u0301 U.S. U.S US שלום مرحبا 👨‍👩‍👧 中文 ﬁnal final a a a a b""".split(),
                "infor-\r\nmation",
                "well-\n",
            ]
        ),
        max_size=40,
    ).map(" ".join),
)


def reference(text: str) -> str:
    """A second, simple folding: no white space, no invisible characters, one shape of marks, hyphens left out."""
    text = unicodedata.normalize("NFD", text)
    for ligature, letters in {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "…": "...",
    }.items():
        text = text.replace(ligature, letters)
    text = re.sub(rf"[{re.escape(_QUOTES + _DASHES)}\s]", "", text)
    kept = (c for c in text if unicodedata.category(c) != "Cf" or "\u0600" <= c <= "\u0605" or c >= "\U000e0020")
    return unicodedata.normalize(
        "NFD", "".join(c for c in kept if not "\ufe00" <= c <= "\ufe0f" and not "\U000e0100" <= c <= "\U000e01ef")
    )


def same(claim: str, source: str) -> bool:
    """Whether the two differ at most in typography, by the reference."""
    ours, theirs = (reference(text).rstrip(".,;:!?") for text in (claim, source))
    if ours == theirs:
        return True
    first = next((i for i, c in enumerate(ours) if c.isalnum()), None)
    return first is not None and ours[:first] + ours[first].swapcase() + ours[first + 1 :] == theirs


@settings(max_examples=400, deadline=None)
@given(
    documents,
    documents,
    st.none() | st.tuples(st.integers(-5, 150), st.integers(-5, 150)),
    st.none() | st.integers(-5, 150),
)
def test_no_span_lies(text: str, claim: str, within: tuple[int, int] | None, near: int | None) -> None:
    """Whatever the document and the claim: a span is the source's own, inside the limits, and says the same."""
    index = SourceIndex(text)
    located = index.locate(claim, within=within, near=near)
    assert (located.span is None) == (located.verdict == "altered")
    assert (located.reason == "") == (located.verdict == "exact")
    for span in (
        located.span,
        index.locate_range(claim, claim).span,
        *index.locate_pieces(claim).spans,
        *occurs(claim, index),
    ):
        if span is not None:
            assert text[span.start : span.end] == span.text
    if located.span is not None:
        assert within is None or within[0] <= located.span.start <= located.span.end <= within[1]
        assert located.span.text in claim if located.verdict == "exact" else same(claim, located.span.text)


@settings(max_examples=400, deadline=None)
@given(documents, st.data())
@example("a\u0301 b", None)
def test_a_passage_at_word_bounds_is_found(text: str, data: st.DataObject | None) -> None:
    """A passage cut out between white space is found exactly, whatever stands around it."""
    edges = [0, *(m.start() for m in re.finditer(r"\s", text)), *(m.end() for m in re.finditer(r"\s", text)), len(text)]
    start, end = (0, len(text)) if data is None else sorted(data.draw(st.sampled_from(edges)) for _ in "ab")
    claim = text[start:end]
    assume(any(c.isalnum() for c in claim))
    line_end = re.compile(rf"[{re.escape(_DASHES)}\u00ad]\W*$")
    assume(not line_end.search(text[:start]) and not line_end.search(claim))  # half of a word broken at the line end
    assume(not re.search(r"\d\W*$", text[:start]) and not re.search(r"\d\W*$", claim))  # may be half of "1 000"
    located = SourceIndex(text).locate(claim)
    assert located.verdict == "exact"
    assert located.span is not None
    assert located.span.text in claim


WORDS = st.sampled_from(
    "the minister will raise taxes on energy firms sign accord deal Uzbekistan Henick can't it's well-known café".split()
)
sentences = st.lists(WORDS | st.sampled_from(["2027", "$4.5", "1,000", "not", "5%", "June"]), min_size=4, max_size=30)


@settings(max_examples=300, deadline=None)
@given(sentences, st.data())
def test_other_typography_is_found(words: list[str], data: st.DataObject) -> None:
    """A passage set again with other marks, spaces, accents and case of the first letter is still found."""
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    chosen = words[start : data.draw(st.integers(start + 1, len(words)))]
    claim = data.draw(st.sampled_from([" ", "  ", "\n", "\r\n", "\u00a0", "\u2009", " \u200b"])).join(chosen)
    claim = claim.replace("'", data.draw(st.sampled_from("'’‘`"))).replace("-", data.draw(st.sampled_from("-‐‑–")))
    claim = unicodedata.normalize(data.draw(st.sampled_from(["NFC", "NFD"])), claim).replace(
        "fi", data.draw(st.sampled_from(["fi", "ﬁ"]))
    )
    if data.draw(st.booleans()) and len(claim[0].swapcase()) == 1:
        claim = claim[0].swapcase() + claim[1:]
    claim = data.draw(st.sampled_from(["", "“", " '"])) + claim + data.draw(st.sampled_from(["", ".", "!", ",”", "”."]))
    located = SourceIndex(text).locate(claim)
    assert located.verdict in ("exact", "typographic")
    assert located.span is not None
    assert same(claim, located.span.text)


@settings(max_examples=300, deadline=None)
@given(sentences, st.data())
def test_a_changed_word_is_never_accepted(words: list[str], data: st.DataObject) -> None:
    """A word, number, date, name or negation changed, added or left out is refused, unless the source has that too."""
    text = " ".join(words)
    start = data.draw(st.integers(0, len(words) - 2))
    chosen = words[start : data.draw(st.integers(start + 2, len(words)))]
    at = data.draw(st.integers(0, len(chosen) - 1))
    other = data.draw(
        st.sampled_from(["not", "never", "2030", "$4.6", "1,001", "July", "Smith", "no", "cafe", "wellknown", "can"])
    )
    edited = data.draw(
        st.sampled_from(
            [
                [*chosen[:at], other, *chosen[at + 1 :]],
                [*chosen[:at], other, *chosen[at:]],
                [*chosen[:at], *chosen[at + 1 :]],
            ]
        )
    )
    located = SourceIndex(text).locate(" ".join(edited))
    stands = any(words[i : i + len(edited)] == edited for i in range(len(words)))
    assert (located.verdict == "exact") == stands
    assert (located.span is not None) == stands


@settings(max_examples=200, deadline=None)
@given(sentences, st.lists(st.integers(0, 29), min_size=2, max_size=4))
def test_pieces_stand_in_order(words: list[str], places: list[int]) -> None:
    """Pieces that are found stand in order, close together, and say what the claim says."""
    pieces = [words[place % len(words)] for place in places]
    located = SourceIndex(" ".join(words)).locate_pieces(" … ".join(pieces))
    assert (located.verdict == "altered") == (not located.spans)
    for before, after in zip(located.spans, located.spans[1:], strict=False):
        assert before.end <= after.start <= before.end + LONGEST_GAP
    if located.spans:
        assert [same(piece, span.text) for piece, span in zip(pieces, located.spans, strict=True)] == [True] * len(
            pieces
        )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "claim"),
    [
        ("a", "a" * 2000),
        ("a ", "a " * 2000 + "b"),
        ("a ", "b " + "a " * 2000),
        ("ab ", "ab " * 2000 + "a"),
        ("ab-", "ab-" * 2000 + "ab"),
        ("1 000 ", "000 " + "1 000 " * 500),
        ("it’s ", "it's " * 2000),
        ("a-\n", "a-" * 1000 + "a"),
        (". ", "… " * 500 + "x"),
        ("\u00ad", "x"),
        ("x\u200d", "x"),
        ("a\u0301", "a"),
    ],
)
def test_text_that_repeats_itself_takes_no_longer(unit: str, claim: str) -> None:
    """Hostile repetition is looked up in seconds, not hours: half a megabyte, ten claims of every kind."""
    begun = time.process_time()
    index = SourceIndex(unit * (500_000 // len(unit)))
    for near in (None, 250_000):
        for _ in range(5):
            index.locate(claim, near=near)
            index.locate_pieces(claim[:200] + " … " + claim[:100])
            index.locate_range(claim[:200], claim[-100:])
    assert time.process_time() - begun < 30
