"""Where a clause begins: behind a conjunction, a verb of saying or a comma, with what leads in to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.verbs import DETERMINERS, HOPING, PREPOSITIONS, PRONOUNS, SAYING, SUBORDINATORS
from summariser.candidates.word_order import low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.tokens import Token

__all__ = ["FINITE", "HARD", "LEADS", "SINGLES", "clause_start", "is_finite", "is_lead", "is_past", "over_labels"]

HARD = frozenset(';:—–“”"()[]?!•*-|')
"""Marks that no clause reaches over."""

FINITE = frozenset(
    """will shall would must can could might should is are was were has have had does did cannot said says told agreed
    pledged promised took came went made gave left kept held met paid ran may do""".split()
)
"""Verb forms that show that a clause has its verb."""
"""Verb forms that show that a clause has its verb."""

SINGLES = frozenset(
    """today yesterday tomorrow now then so meanwhile however instead also finally first second third separately
    still thus later""".split()
)
"""Adverbs that stand alone before a clause."""

LEADS = (
    PREPOSITIONS | SUBORDINATORS | SINGLES | {"subject", "save", "pursuant", "given", "according", "thanks", "owing"}
)
"""Words with which something opens that only leads in to a clause."""

_LINKS = frozenset("that whether if unless because whereby although though while whereas but so yet where lest".split())
_RELATION = frozenset({"which", "whom", "whose"})
_JOINING = frozenset({"and", "after", "before", "until", "once", "when", "since"})
_ALSO_FINITE = frozenset(
    "renews repeats agrees undertakes refuses rejects withdraws commits offers plans intends".split()
)
_TELLING = frozenset({"told", "tell", "tells", "assured", "assures", "informed", "promised", "warned"})
_TOLD = frozenset("us me him them you reporters lawmakers members journalists staff investors analysts".split())
_NOBODY = frozenset({"there", "no", "nobody", "none", "nothing", "everyone", "everybody"})
_BEFORE_MEMBER = frozenset({"and", "where", "when", "while", "as"})
_ALSO_PREPOSITIONS = frozenset({"after", "before", "until", "since", "as", "provided"})
_ADJECTIVES = frozenset("daily weekly monthly quarterly yearly early only likely july italy family".split())
_LONGEST_MEMBER = 9
_LONGEST_LIST = 36


def clause_start(tokens: Sequence[Token], end: int) -> tuple[int, str]:
    """The first token of the clause whose subject ends before `tokens[end]`, and the word that joins it on."""
    for i in range(end, 0, -1):
        token = tokens[i - 1]
        if _breaks(token):
            return i, ""
        if token.low == ",":
            if not _divides_list(tokens, i, end):
                return _after_comma(tokens, i, end)
            continue
        found = _joined(tokens, i, end)
        if found is not None:
            return found
    return 0, ""


def is_finite(token: Token) -> bool:
    """Whether a token shows that a clause has its verb; the month of May does not."""
    return token.low in FINITE and token.text != "May"


def is_past(tokens: Sequence[Token], i: int, articles: frozenset[str]) -> bool:
    """Whether a past tense in -ed stands here, and no participle before a noun."""
    before = low_at(tokens, i - 1)
    return tokens[i].low.endswith("ed") and not tokens[i].capital and before[:1].isalnum() and before not in articles


def _breaks(token: Token) -> bool:
    return token.low in HARD or token.stop


def _joined(tokens: Sequence[Token], i: int, end: int) -> tuple[int, str] | None:
    """Where the clause begins if the token before `tokens[i]` joins it to another, and the word that joins."""
    token = tokens[i - 1]
    if token.low in _LINKS and not (token.low == "that" and _within_phrase(tokens, i - 1, end)):
        return _linked(tokens, i, end)
    if token.low in _RELATION and not any(is_finite(t) or t.low == "to" for t in tokens[i:end]):
        return i, "which"
    if token.low in SAYING | HOPING and i < end and not token.capital:
        return _reported(tokens, i, end)
    if token.low in _JOINING and i < end and _clause_before(tokens, i - 1):
        return i, token.low
    return None


def _linked(tokens: Sequence[Token], i: int, end: int) -> tuple[int, str] | None:
    """Where the clause behind a conjunction begins."""
    link = tokens[i - 1].low
    if _is_no_link(tokens, i - 1):
        return None
    if link in {"if", "unless"}:
        pronoun = end - i > 2 and tokens[end - 1].low in PRONOUNS
        if pronoun or any(is_finite(other) for other in tokens[i : end - 1]) or _two_phrases(tokens, i, end):
            return i - 1, ""  # "If it fails it will pay"
    return i + (link == "so" and low_at(tokens, i) == "that"), link


def _two_phrases(tokens: Sequence[Token], i: int, end: int) -> bool:
    """`if the survey goes against us the club`: a verb and then a second noun phrase, without a comma between."""
    for j in range(i + 3, end):
        before = tokens[j - 1]
        if (
            tokens[j].low in DETERMINERS
            and before.word
            and before.low not in PREPOSITIONS | DETERMINERS | {"and", "or"}
        ):
            return any(t.low.endswith("s") and not t.low.endswith("ss") and not t.capital for t in tokens[i + 1 : j])
    return False


def _reported(tokens: Sequence[Token], i: int, end: int) -> tuple[int, str] | None:
    """`said it would build`, `told us the creek would be tested`, `said in 2023 it would build`."""
    begin = i + 1 if tokens[i].low in _TOLD and tokens[i - 1].low in _TELLING and i + 1 < end else i
    first = tokens[begin]
    plural = first.low.endswith("s") and begin + 1 == end
    if first.low in PRONOUNS | DETERMINERS | _NOBODY or first.capital or first.text[0].isdigit() or plural:
        return begin, "that"
    return (end - 1, "that") if tokens[end - 1].low in PRONOUNS else None


def _within_phrase(tokens: Sequence[Token], i: int, end: int) -> bool:
    """`at the end of that year`, `every household that was told`: no conjunction."""
    before = low_at(tokens, i - 1)
    if before in PREPOSITIONS:
        return True
    return before[:1].isalnum() and before not in SAYING and i + 1 < end and is_finite(tokens[i + 1])


def _divides_list(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether the comma before `tokens[i]` only divides the members of a list: "Fiji, Samoa and Tonga"."""
    if end - i > _LONGEST_LIST or not any(token.low == "and" for token in tokens[i:end]):
        return False
    if tokens[i].low != "and" and any(is_finite(token) for token in tokens[i:end]):
        return False
    words = list(tokens[_segment_before(tokens, i - 1) : i - 1])
    if words and words[0].low in _BEFORE_MEMBER:
        words = words[1:]
    if len(words) > 1 and words[0].text[0].isdigit() and words[1].capital:
        words = words[1:]  # the number of a paragraph
    if not words or len(words) > _LONGEST_MEMBER or words[0].low in LEADS | PRONOUNS:
        return False
    named = words[0].low in DETERMINERS or any(word.capital for word in words)
    return named and not any(is_finite(word) for word in words)


def _segment_before(tokens: Sequence[Token], comma: int) -> int:
    """The first token of what stands between `tokens[comma]` and the break before it."""
    i = comma
    while i and tokens[i - 1].low != "," and not _breaks(tokens[i - 1]):
        if tokens[i - 1].low in SUBORDINATORS - _ALSO_PREPOSITIONS:
            return i - 1
        if tokens[i - 1].low in _LINKS and not _is_no_link(tokens, i - 1) and not _leads_in(tokens, i - 1):
            return i
        i -= 1
    return i


def _is_no_link(tokens: Sequence[Token], i: int) -> bool:
    """`so long as`, `to do so`: no conjunction."""
    return tokens[i].low == "so" and (
        low_at(tokens, i + 1) == "long" or low_at(tokens, i - 1) in {"do", "doing", "done"}
    )


def _leads_in(tokens: Sequence[Token], i: int) -> bool:
    """Whether the link stands inside a clause that leads in: "If the report finds that …,"."""
    link = i
    while i and tokens[i - 1].low != "," and not _breaks(tokens[i - 1]):
        i -= 1
    while i < link and tokens[i].text[0].isdigit():
        i += 1  # the number of a paragraph
    return i < link and tokens[i].low in SUBORDINATORS | PREPOSITIONS


def _after_comma(tokens: Sequence[Token], i: int, end: int) -> tuple[int, str]:
    """A clause begins behind the comma, or before it where what stands there only leads in."""
    begin, link = i, low_at(tokens, i) if i < end and low_at(tokens, i) in {"and", "but"} else ""
    while begin:
        before = over_labels(tokens, _segment_before(tokens, begin - 1), begin - 1, conjunctions=False)
        if low_at(tokens, before) in {"and", "or"} and low_at(tokens, before - 1) == ",":
            earlier = over_labels(tokens, _segment_before(tokens, before - 1), before)
            if low_at(tokens, earlier) in {"if", "unless", "where", "once"}:
                return earlier, ""  # "If it fails, and the failure is not excused, it shall pay"
        while before < begin - 1 and (tokens[before].low in {"and", "but"} or not tokens[before].word):
            before += 1
        if before >= begin - 1 or not is_lead(tokens[before]):
            break
        begin, link = before, ""
        if low_at(tokens, before - 1) != ",":
            break
    return begin, link


def is_lead(token: Token) -> bool:
    """Whether a token opens what only leads in to a clause: "In", "If", "Finally"."""
    return token.low in LEADS or (token.low.endswith("ly") and token.low not in _ADJECTIVES)


def _clause_before(tokens: Sequence[Token], conjunction: int) -> bool:
    """Whether a clause of its own stands before "and", so that it joins clauses and no names."""
    if low_at(tokens, conjunction + 1) in PRONOUNS:
        return True
    for i in range(conjunction - 1, -1, -1):
        if _breaks(tokens[i]) or tokens[i].low in {",", "that"}:
            return False
        if is_finite(tokens[i]) or (i and is_past(tokens, i, DETERMINERS)):
            return True
        if tokens[i].low in SAYING | _ALSO_FINITE and low_at(tokens, i - 1) not in DETERMINERS | PREPOSITIONS:
            return True
    return False


def over_labels(tokens: Sequence[Token], begin: int, end: int, *, conjunctions: bool = True) -> int:
    """Past the number or letter of a paragraph: "2.1", "(a)", "•"; and past "and", "but", "or".

    Args:
        tokens: The sentence.
        begin: Number of the first token.
        end: One past the last that may be passed.
        conjunctions: Whether to pass conjunctions too.
    """
    while begin < end and (not tokens[begin].word or (conjunctions and tokens[begin].low in {"and", "but", "or"})):
        begin += 1
    if begin + 1 < end and tokens[begin].text[0].isdigit():
        if tokens[begin + 1].capital:
            return begin + 1
        if tokens[begin + 1].low == ".":
            return begin + 2
    return begin
