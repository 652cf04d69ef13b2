"""Words of a sentence with their places, and which of them can belong to a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summariser.candidates.lexicon import FUNCTION_WORDS

__all__ = ["Word", "adjacent", "cut", "words_of"]

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"  # accents may be characters of their own
_WORD = re.compile(
    rf"{_LETTERS}(?:(?:[-‐‑'’ʻʼ‘&+/]|(?<=[^\W\d])–(?=[A-ZÀ-Þ])){_LETTERS})*(?:\.(?=[^\W\d_]\.)[^\W\d_])*"
    r"(?:\.|(?<=ng)['’](?=\s[A-Z]))?|&"
)
_ABBREVIATED = re.compile(
    r"(?:[^\W\d_]\.)+|(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Prof|Gen|Col|Capt|Sgt|Lt|Maj|Rev|Hon|Fr|Messrs|Inc|Ltd|Co|"
    r"Corp|Pte|Pty|Pvt|Sdn|Bhd|Cllr|Cr|Mdm|Engr|Barr|Smt|Revd|Mme|Mlle|Amb|Adv|Supt|Insp|Cmdr|Adm|Brig|Cpl|Bro|Sis|"
    r"Bros|No|Jr|Sr|Sri|Shri|Tmt|Ald|Clr|Eng|Sra|Srta|Dra|Drs|Dott|Ir|Ing|Arq|Lic|Atty|Mgr|Msgr|Ma|Md|Mohd|Wm|Geo|"
    r"Chas|Thos|Jas|Jos|Benj|Robt|Edw|Fco|Mª|Ven|Sh|Al[hj]|Cde)\.",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"['’](?:s|d|ll|ve|re|m|S)$")
_SET_OF_STATES = re.compile(r"[A-Z]\d+\+\d+|[EG]\d{1,2}")  # C5+1, G20
_ADJECTIVE = re.compile(
    r"[-‐‑](?:[a-z]{2,}(?:ed|ing)|based|led|born|made|style|era|wide|run|held|built|bound|free|friendly|hit|one|"
    r"two|three|"
    r"four|five|six|seven|eight|nine|old|year|long|term|size|scale|level|only|class|print|bred)$"
)
_PREFIXED = re.compile(
    r"(?:al|el|ul|ur|us|ud|uz|ad|ar|ash|at|az|as|an|d|l|ibn|bin|abd|abu)[-‐‑’'][A-ZÀ-Þ]"
)  # al-Masri, d’Arcy
_CAPITALS_ALONE = frozenset({"US", "WHO"})  # in capitals these are names, not the words "us" and "who"
# Verbs that minutes, orders and resolutions set in capitals.
_RESOLVES = frozenset(
    """NOTED NOTES NOTING RESOLVED RESOLVES AGREED AGREES APPROVED APPROVES ORDERED ORDERS RECEIVED HEARD DECIDED
    DECIDES REQUESTED REQUESTS CONFIRMED RATIFIED ENDORSED ENDORSES URGES URGED RECALLING RECALLED DECLARES DECLARED
    CALLS WELCOMES WELCOMED AFFIRMS REAFFIRMS INVITES INSTRUCTS INSTRUCTED DIRECTS DIRECTED ADOPTED ADOPTS ADJOURNED
    MOVED SECONDED CARRIED DEFERRED REFERRED THANKED UNDERTAKES UNDERTOOK REPORTED RECOMMENDED RECOMMENDS""".split()
)
_COLUMN = 3  # spaces inside a line that set two columns apart


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence.

    Attributes:
        start: First character in the sentence.
        end: One past the last.
        text: The characters between them.
    """

    start: int
    end: int
    text: str

    @property
    def plain(self) -> str:
        """The word without the full stops of an abbreviation."""
        return self.text.replace(".", "")

    @property
    def upper(self) -> bool:
        """Whether it is set in capitals, two or more."""
        return len(self.text) > 1 and self.text.isupper()

    def among(self, words: frozenset[str]) -> bool:
        """Whether a list holds the word, as it stands or, where it is set in capitals, as "Council" for "COUNCIL"."""
        plain = self.plain
        return plain in words or (self.upper and plain.capitalize() in words)

    @property
    def capital(self) -> bool:
        """Whether it can begin or go on a name."""
        if any(c.isdigit() for c in self.text):
            return bool(_SET_OF_STATES.fullmatch(self.text))
        if _PREFIXED.match(self.text):
            return True
        if not self.text[0].isupper() or _ADJECTIVE.search(self.text):
            return False
        small = self.text.capitalize() in FUNCTION_WORDS or self.text in _RESOLVES
        return not (self.upper and self.text not in _CAPITALS_ALONE and small)

    @property
    def ends_name(self) -> bool:
        """Whether a possessive or a contraction hangs on it."""
        return bool(_SUFFIX.search(self.text))

    def stripped(self) -> Word:
        """The word without possessive and without the full stop that ends a sentence."""
        suffix = _SUFFIX.search(self.text)
        if suffix:
            return Word(self.start, self.start + suffix.start(), self.text[: suffix.start()])
        if self.text.endswith(".") and not _ABBREVIATED.fullmatch(self.text):
            return Word(self.start, self.end - 1, self.text[:-1])
        return self


def words_of(text: str, start: int = 0) -> list[Word]:
    """The words of a sentence from an offset on."""
    return [Word(match.start(), match.end(), match.group()) for match in _WORD.finditer(text, start)]


def adjacent(text: str, left: Word, right: Word, *, lines: bool = True) -> bool:
    """Whether nothing but white space lies between two words, no gap between columns and no empty line.

    Args:
        text: The sentence.
        left: The first word.
        right: The second.
        lines: Whether a name may go on in the next line.
    """
    gap = text[left.end : right.start]
    if not gap.isspace():
        return False
    if "\n" in gap:
        return lines and gap.count("\n") == 1
    return len(gap) < _COLUMN


def cut(text: str, words: list[Word]) -> str:
    """The characters from the first to the last of some words."""
    return text[words[0].start : words[-1].end]
