"""Claims to be verbatim: exact, typographic only or altered."""

from __future__ import annotations

import pytest

from summariser.grounding.verbatim import SourceIndex
from tests.minerals_text import SOURCE


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
    ("ships refused board", "its words are in the source, but not in this order"),
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
