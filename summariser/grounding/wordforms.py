"""Words of a statement, cut to a stem so that "signed", "signs" and "signing" compare as one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["BASE_LIKE_PAST", "IRREGULAR", "Token", "content", "is_content", "plain", "stem", "tokens"]

_TOKEN: Final = re.compile(
    r"(?P<word>[^\W\d_][^\W_]*(?:'[^\W_]+)*)|(?P<number>\d[\w.,]*)|(?P<break>[.;:!?…()—–\n]|\s-\s|,)"
)
_PARAGRAPH: Final = re.compile(r"\n\s*\n")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "’‘ʼʻ＇`´"), "'")
_MOST: Final = 100_000  # characters of a statement or of its evidence that are read


def _pairs(text: str) -> dict[str, str]:
    return {past: base for base, *pasts in (entry.split("/") for entry in text.split()) for past in pasts}


IRREGULAR: Final = _pairs(
    """agree/agreed/agreeing begin/began/begun become/became bind/bound break/broke/broken bring/brought build/built
    buy/bought catch/caught choose/chose/chosen come/came deal/dealt decree/decreed die/died/dying
    draw/drew/drawn drive/drove/driven eat/ate/eaten fall/fell/fallen feed/fed fight/fought find/found
    fly/flew/flown/flies forbid/forbade/forbidden forget/forgot/forgotten free/freed get/got/gotten
    give/gave/given go/went/gone/goes grow/grew/grown guarantee/guaranteed hang/hung have/had/has hear/heard
    hide/hid/hidden hold/held keep/kept know/knew/known lay/laid lead/led leave/left lend/lent lie/lain/lying
    lose/lost make/made mean/meant meet/met overcome/overcame pay/paid repay/repaid rise/rose/risen run/ran
    say/said see/saw/seen seek/sought sell/sold send/sent show/shown shrink/shrank/shrunk sink/sank/sunk
    speak/spoke/spoken spend/spent stand/stood steal/stole/stolen strike/struck swear/swore/sworn
    take/took/taken teach/taught tell/told think/thought throw/threw/thrown undertake/undertook/undertaken
    understand/understood uphold/upheld wake/woke/woken wear/wore/worn win/won withdraw/withdrew/withdrawn
    withhold/withheld write/wrote/written do/did/done/does be/was/were/been/is/are/am"""
)
"""Past forms and other irregular ones, each with its base."""

_NO_ADVERBS: Final = frozenset({
    "assembly", "family", "supply", "comply", "multiply", "monopoly", "anomaly", "likely", "unlikely", "friendly",
    "unfriendly", "costly", "elderly", "weekly", "monthly", "yearly", "quarterly", "timely", "orderly",
})  # fmt: skip

BASE_LIKE_PAST: Final = frozenset(
    ["put", "cut", "set", "let", "cost", "hit", "shut", "split", "spread", "read", "cast", "quit"]
)
"""Verbs whose past looks like their base."""


class Token(NamedTuple):
    """A word, a number or the end of a clause.

    Attributes:
        text: As written, apostrophes straight.
        lower: In lower case; "," or "." where a clause may or does end.
        stem: Its stem; empty for numbers and ends of clauses.
        start: Where it begins in the plain text.
    """

    text: str
    lower: str
    stem: str
    start: int


def plain(text: str) -> str:
    """The text composed, with straight apostrophes, one line for each paragraph, and of bounded length."""
    composed = unicodedata.normalize("NFC", text[:_MOST]).translate(_APOSTROPHES)
    return "\n".join(" ".join(paragraph.split()) for paragraph in _PARAGRAPH.split(composed))


def tokens(text: str) -> list[Token]:
    """Words, numbers and ends of clauses of a plain text, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if match.lastgroup == "word":
            found.append(Token(word, word.lower(), stem(word.lower()), match.start()))
        elif match.lastgroup == "number":
            found.append(Token(word, word.rstrip(".,").lower(), "", match.start()))
        else:
            found.append(Token(word, "," if word == "," else ".", "", match.start()))
    return found


_EMPTY_WORDS: Final = """
    a an the this that these those any all each every some of in on at by for from to with as into about over
    under than then there here and or it its he she they him her his their them we us our i you your who which
    what when where be being been is are was were am have has had having do does did done will would shall
    should can could may might must yet so also ever even still very much more most such own other again
    further not no non say said year month week day time
"""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a word in lower case; only good for comparing."""
    word = word.removesuffix("'s").removesuffix("'")
    word = IRREGULAR.get(word, word)
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    if word.endswith("ied") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("ing") and len(word) > 5:
        word = word[:-3]
    elif word.endswith("ed") and not word.endswith("eed") and len(word) > 4:
        word = word[:-2]
    word = IRREGULAR.get(word, word).removesuffix("e")
    if len(word) > 2 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word


_EMPTY: Final = frozenset(map(stem, _EMPTY_WORDS.split()))


def is_content(token: Token) -> bool:
    """Whether a word says something by itself: no article, auxiliary, pronoun or adverb of manner."""
    adverb = token.lower.endswith("ly") and len(token.lower) > 5 and token.lower not in _NO_ADVERBS
    return bool(token.stem) and token.stem not in _EMPTY and not adverb


def content(words: Iterable[Token]) -> frozenset[str]:
    """Stems of the words that say something by themselves."""
    return frozenset(word.stem for word in words if is_content(word))
