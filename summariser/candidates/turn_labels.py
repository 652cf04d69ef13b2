"""Labels of the turns of a transcript, such as `CHAIR:`, `Q41 **Ann Lee:**` or a name on a line of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summariser.candidates.given_names import GIVEN_NAMES
from summariser.candidates.layout import is_personal
from summariser.candidates.lexicon import HONORIFICS
from summariser.candidates.roles import ROLE_WORDS, is_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.documents import Document

__all__ = ["IN_BRACKETS", "TurnLabel", "find_labels"]

_TITLES = (
    r"(?i:mr|mrs|ms|miss|mx|dr|st|prof|sen|rep|gov|del|hon|rt|rev|capt|col|lt|gen|sgt|cllr|cr|ald|supt|smt|sri|shri|adv|"
    r"eng|engr|ir|ing|arq|amb|barr|sr|sra|srta|mme|mlle|mgr|fr)"
)
_TITLE = rf"(?:{_TITLES}(?:\.[ \t]+|[ \t]+(?=\())|\({_TITLES}\.?\)[ \t]+)"
_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+"
_BULLET = r"(?:[○●◯◎•◦∘·▪■□◆◇▶►‣][ \t]*|[*+>–—-][ \t]+|>>[ \t]*|#{1,6}[ \t]+)?"
_BOLD = r"[*_]{0,3}"
_NUMBER = rf"(?P<number>Q\.?[ \t]?\d+\.?{_BOLD}[ \t]+)?"
_BRACKETS = r"(?:[ \t]*[\[(](?:[^()\[\]\n]|\([^()\[\]\n]{1,40}\)){1,80}[\])]){0,3}"
# "CHAIR:", "Q41 Tomos Prydderch:", "Mr VIK (Hale) [10.04 am]:", "**Vik:**", "Senator VIK—", "Vik – "
_INITIAL = r"(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St|Rt|Lt))\.|(?<=\b(?:Mrs|Sen|Rep|Gov|Hon|Rev|Col|Gen|Sgt))\."
_NAMED = rf"(?P<label>(?:{_TITLE}){{0,3}}[^\W\d_](?:[^\n:.?!*—–(\[]|{_INITIAL}){{0,90}}?)"
_CLOSED = rf"[ \t]*(?:(?::{_BOLD}|{_BOLD}:)(?=[ \t]+\S|[ \t]*\r?$)|(?P<bold>\*\*|__)(?=[ \t]+[A-Z“\"]))"
_DASHED = r"(?P<dash>[ \t]*—(?=[^\W\d_“\"])|[ \t]+[–—-][ \t]+(?=[\w“\"])(?![^\n]{0,80}[ \t][–—-][ \t]))"
# American style: "Mr. LINDQVIST.", "The CHAIRWOMAN.", "Mr. Linder."
_CAPITALS = (
    r"(?:(?:REP|SEN|MR|MRS|MS|DR|HON|GOV|ATTY|SEC)\.[ \t]+)?"
    r"(?:[A-Z][a-z]{0,14}\.?[ \t]+){0,3}[A-Z][a-z]?[A-Z][A-Z'’-]*(?:[ \t]+[A-Z][A-Z'’-]+){0,3}"
)
_TITLED = (
    r"(?:Mr|Mrs|Ms|Dr|Senator|Chairman|Chairwoman|Chair)\.?[ \t]+[A-Z][\w'’-]{1,25}|The (?:Chairman|Chairwoman|Chair)"
)
# A line of its own: "ANN LEE", "Mr. Ann Lee", "The Vice-Chair (Ann Lee)"
_ABOVE = r"(?:(?:MR|MRS|MS|DR|REP|SEN|HON)\.[ \t]+)?[A-Z][A-Z'’-]+(?:[ \t]+[A-Z][A-Z'’-]+){0,3}"
_HONOUR = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Mme|Mlle|M|Hon|Sen|Senator|Rep|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|"
    r"Deputy|Judge|Justice|Ambassador|Rev|Chief)\.?"
)
_PERSON = (
    rf"{_HONOUR}[ \t]+(?:{_HONOUR}[ \t]+)?[A-Z][\w'’.-]{{0,25}}"
    r"(?:[ \t]+(?:(?:de|la|van|von|der|bin|al|el|du|da)[ \t]+){0,2}[A-Z][\w'’.-]{0,25}){0,4}"
)
_PRESIDING = (
    r"The (?:(?:Acting|Deputy|Temporary|Assistant)[ \t]|(?:Vice|Co)[ \t-]){0,2}"
    r"(?:Chair|Chairman|Chairwoman|Chairperson|Speaker|President|Presiding Officer|Moderator|Clerk)"
)
_TWO_NAMES = r"[A-Z][\w'’.-]{1,25}(?:[ \t]+[A-Z][\w'’.-]{0,25}){1,3}"
# "Ann Lee -- Chief Executive", "Ann Lee  0:12", "Ann Lee" above an empty line
_ALONE = (
    rf"(?P<alone>{_TWO_NAMES}|Operator|Moderator)"
    r"(?P<role>[ \t]+(?:--|[–—-])[ \t]+[A-Z][^\n.?!:]{2,80}|[ \t]+\(?\d{1,2}:\d{2}(?::\d{2})?\)?)?[*_]{0,3}[ \t]*\r?\n"
)
_PARLIAMENT = (
    rf"(?P<dotted>{_TWO_NAMES}|President|Presidente|Président)(?:,[^\n:.–—]{{2,80}})?{_BRACKETS}\.[ \t]+[–—][ \t]+"
)
_LABEL = re.compile(
    rf"^[ \t]*{_BULLET}(?:{_TIME})?{_BOLD}{_NUMBER}{_BOLD}(?:{_NAMED}{_BRACKETS}(?:{_CLOSED}|{_DASHED})"
    rf"|(?P<above>{_TITLED}|{_PERSON}|{_PRESIDING}|{_ABOVE}){_BRACKETS}{_BOLD}:?{_BOLD}[ \t]*\r?\n(?=[ \t]*[^\s])"
    rf"|(?P<stopped>{_TITLED}|{_CAPITALS}|[QA]){_BRACKETS}\.(?=[ \t]+[\w“\"‘\[(])"
    rf"|(?P<bare>Q(?=[ \t]+[A-Z“\"‘(])|A(?=[ \t]{{2,9}}[A-Z“\"‘(]))[ \t]+|{_PARLIAMENT}|{_ALONE})",
    re.MULTILINE,
)
_ROLE_LINE = re.compile(r"[ \t]*(?P<words>[A-Z][^\n.?!:;]{2,80}?)[ \t]*\r?\n(?=[ \t]*[^\s])")
_SAID = re.compile(r"\s{0,9}+(?![“\"‘«„'])(?:(?!\n\s*\n).){0,600}?[.!?…—–-][”\"’)\]*_]{0,3}(?=\s|$)", re.DOTALL)
_PARTICLES = frozenset(
    "of the for and & de la le du des da do dos del di van von der den ter bin ibn al el y e".split()
)
_FIELD_NAMES = frozenset(
    """chair date time venue place subject re to from cc present apologies members witnesses source note notes
    in attendance agenda item contact contacts tel email published updated corrected correction author photo image
    location reference ref motion resolved resolution vote action actions decision absent officers copyright topic
    management background deputation
    related example warning tip price address phone fax website panel panellists panelists speakers
    guests participants attendees interviewee""".split()
) | {
    "members present",
    "in attendance",
    "also present",
    "chair present",
    "members absent",
    "oral evidence",
    "in this issue",
    "that council",
}
_ROLES = ROLE_WORDS | {"president", "speaker", "secretary", "senator", "minister", "premier", "chancellor"}
_HONORIFICS = {word.casefold() for word in HONORIFICS} | {"baroness", "baron", "viscount", "earl", "rt"}
_SMALL = re.compile(r"\b(?:de|la|le|du|des|da|do|dos|del|di|van|von|der|den|ter|bin|ibn|al|el|y|e)\s")
IN_BRACKETS = re.compile(r"[ \t]*[\[(](?P<who>[^()\[\]\n]{2,80})")
_HONORIFIC = re.compile(
    r"(?:" + "|".join(sorted(map(re.escape, HONORIFICS), key=len, reverse=True)) + r")\.?[ \t]", re.IGNORECASE
)
_ANYBODY = re.compile(
    r"(?:Unidentified |Unknown |Male |Female )?(?:Speaker|Participant|Respondent|Interviewee|Witness|Juror|Student|"
    r"Caller|Voice|Audience Member|Questioner|Reporter|Resident|Man|Woman)"
    r"(?: (?:No\.? ?)?(?:\d{1,3}|[A-Z])| from the floor)?",
    re.IGNORECASE,
)
_PARTICIPANT = re.compile(r"(?:P|R|FG|[MF])[ -]?\d{1,3}", re.IGNORECASE)  # a group with its moderator
_NUMBERED = re.compile(r"[QA]\d{1,3}")  # "Q1: …", "A1: …"
_COURTS = frozenset({"court", "bench", "tribunal", "witness", "clerk", "interpreter", "registrar"})
_HOSTS = frozenset("moderator interviewer host presenter operator reporter journalist facilitator questioner".split())
_ASKERS = frozenset({"q", "a", "question", "answer"})
_FULL_NAME = re.compile(
    r"\b(?P<first>[A-Z][\w’'-]+)(?=[ \t](?:[A-Z]\.?[ \t]|(?:de|van|von|al|bin)[ \t]){0,2}(?P<surname>[A-Z][\w’'-]+))"
)
_LOOK = 300  # characters of a turn looked at
_FEW = 60  # different labels
_GROUPS = ("label", "stopped", "above", "bare", "dotted", "alone")
_LONGEST_LABEL = 6  # words
_DATED = re.compile(r"day,|\b(?:1[89]|20)\d\d\b")  # a dateline, not a speaker
_LONGEST_OFFICE = 14  # words of an office behind "The"


@dataclass(frozen=True, slots=True)
class TurnLabel:
    """The label of one turn.

    Attributes:
        begin: Where its line begins.
        start: Where the words of the label begin.
        end: One past them.
        after: Where the words of the turn begin.
        words: The words of the label.
        style: How it is set: in capitals or not, before a colon or otherwise. Labels of one document are set alike.
        clear: Whether it is a label for certain: it names a person by title, function, or place or party in brackets.
        speaks: Whether a sentence without quotation marks follows.
    """

    begin: int
    start: int
    end: int
    after: int
    words: str
    style: tuple[bool, str]
    clear: bool
    speaks: bool


def find_labels(document: Document) -> list[TurnLabel]:
    """Find what may label turns: what comes again, what is set like it, and what is clear by itself."""
    text = document.text
    found = [_label(text, match) for match in _LABEL.finditer(text)]
    edges = [(item.start, item.end) for item in document.furniture]
    starts = [start for start, _ in edges]
    asked = any(label.words == "Q" for label in found)
    found = [label for label in found if _is_label(label.words) and not _within(edges, starts, label.start)]
    found = [label for label in found if asked or label.style[1] != "bare"]
    counts = Counter(label.words.casefold() for label in found)
    named = _named_elsewhere(text, found, counts)
    found = [replace(label, clear=True) if label.words in named else label for label in found]
    sure = {label.words.casefold() for label in found if label.clear}
    styles = {label.style for label in found if counts[label.words.casefold()] > 1}
    kinds = {label.style[1] for label in found if label.clear} if len(sure) > 1 else set()
    hosted = any(label.words.casefold() in _HOSTS for label in found)
    kept = []
    for label in found:
        field = label.words.casefold() in _FIELD_NAMES
        joins = label.style in styles and not field
        if counts[label.words.casefold()] > 1 or label.clear or _presides(label.words) or joins:
            kept.append(label)
        elif (
            label.words.casefold() in _ASKERS
            or (hosted and label.speaks and _PARTICIPANT.fullmatch(label.words))
            or (
                label.style[1] in kinds
                and label.speaks
                and not field
                and (label.style[1] not in {"above", "alone"} or is_personal(label.words))  # else a heading
            )
        ):
            kept.append(replace(label, clear=True))
    return kept


def _named_elsewhere(text: str, found: Sequence[TurnLabel], counts: Counter[str]) -> set[str]:
    """The names of persons that label turns and stand elsewhere too, or ask each other, where there are few labels."""
    if len(counts) > _FEW:
        return set()
    likely = {label.words for label in found if label.speaks and label.style[1] in {"label", "bold"}}
    names = {words for words in likely if is_personal(_SMALL.sub("", words))}
    folded = text.casefold()
    full = [match for match in _FULL_NAME.finditer(text) if match["first"] in GIVEN_NAMES]
    parts = {match[group].casefold() for match in full for group in ("first", "surname")} - _FIELD_NAMES - _ROLES
    called = {words for words in likely if " " not in words and words.casefold() in parts}
    if len(names) > 1 and any(
        "?" in text[label.after : label.after + _LOOK] for label in found if label.words in names
    ):
        return called | names  # two persons by name, and one of them asks
    return called | {words for words in names if folded.count(words.casefold()) > counts[words.casefold()]}


def _label(text: str, match: re.Match[str]) -> TurnLabel:
    group = next(name for name in _GROUPS if match[name] is not None)
    words = match[group]
    words = words[0] if _NUMBERED.fullmatch(words) else words
    style = (words.split()[-1].isupper(), "dash" if match["dash"] else "bold" if match["bold"] else group)
    after = match.end()
    if group == "above" and (line := _ROLE_LINE.match(text, after)) and _is_role_line(line["words"]):
        after = line.end()
    speaks = _SAID.match(text, after) is not None
    clear = speaks and _is_clear(text, match, group)
    return TurnLabel(
        match.start(), match.start(group), match.start(group) + len(words), after, words, style, clear, speaks
    )


def _is_role_line(words: str) -> bool:
    """`Mayor, Town of Hale`, `Northern Carriers Council`: what stands below a name and is no speech."""
    parts = [part for part in words.replace(",", " ").split() if part.casefold() not in _PARTICLES | {"in", "at", "on"}]
    return is_role(words) or (len(parts) > 1 and all(part[0].isupper() or not part[0].isalpha() for part in parts))


def _is_clear(text: str, match: re.Match[str], group: str) -> bool:
    words = match[group]
    if group == "bare" or match["dash"] is not None or not words[0].isupper():
        return False
    if group in {"dotted", "alone"}:
        return group == "dotted" or match["role"] is not None
    beside = IN_BRACKETS.match(text, match.end(group))
    marked = beside is not None or match["number"] is not None
    if (words.casefold() in _FIELD_NAMES or (group == "stopped" and not words.split()[-1].isupper())) and not marked:
        return False
    if _ANYBODY.fullmatch(words):
        return True
    return _tells_person(words, marked=marked) or (
        beside is not None and (_HONORIFIC.match(beside["who"]) is not None or is_personal(beside["who"]))
    )


def _tells_person(words: str, *, marked: bool) -> bool:
    """Whether a label is a person with title, office or body, or an office; by a mark beside it, any name or office."""
    parts = words.casefold().replace("(", "").replace(")", "").split()
    if len(parts) == 1:
        return parts[0] in _HOSTS or (marked and is_role(words))
    if parts[0].rstrip(".") in _HONORIFICS or parts[0] in _ROLES:
        return True
    if parts[0] == "the" and (is_role(words[4:]) or parts[-1] in _ROLES | _COURTS):
        return True
    name, comma, _ = _SMALL.sub("", words).partition(",")
    return (marked or bool(comma)) and (is_personal(name) or is_role(words))


def _presides(words: str) -> bool:
    """`The PRESIDENT`: who presides may speak once only, and be set otherwise than the rest."""
    parts = words.split()
    return len(parts) > 1 and parts[0] == "The" and parts[-1].casefold() in ROLE_WORDS


def _is_label(words: str) -> bool:
    parts = words.split()
    if len(parts) > (_LONGEST_OFFICE if parts[0] == "The" else _LONGEST_LABEL) or _DATED.search(words):
        return False
    if parts[0] not in _PARTICLES and not (parts[0][0].isupper() or not parts[0][0].isalpha()):
        return False
    return all(part[0].isupper() or not part[0].isalpha() or part in _PARTICLES or part in _ROLES for part in parts)


def _within(edges: Sequence[tuple[int, int]], starts: Sequence[int], position: int) -> bool:
    index = bisect_right(starts, position) - 1
    return index >= 0 and position < edges[index][1]
