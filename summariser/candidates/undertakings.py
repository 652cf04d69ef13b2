"""Undertakings: clauses in which a party binds itself, refuses, offers or is bound."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.candidates.entities import Entity, entity_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.documents import Document, Sentence
    from summariser.schemas.brief import CommitmentStatus

__all__ = ["Undertaking", "find_undertakings"]

_PAST = r"(?:had|has|have)\s+(?:also\s+|already\s+|previously\s+|earlier\s+|now\s+)?"
_TRIGGERS: tuple[tuple[str, CommitmentStatus | None], ...] = (
    (
        r"had\s+(?:also\s+|already\s+|previously\s+|earlier\s+|once\s+)?(?:pledged|promised|agreed|committed|undertaken|vowed)"
        r"(?:\s+itself|\s+themselves)?\s+(?:to\s+|that\s+)?",
        "earlier",
    ),
    (
        r"(?:repeat(?:ed|s)?|reaffirm(?:ed|s)?|reiterat(?:ed|es)?|renew(?:ed|s)?|restated?|recommit(?:ted|s)?)\s+(?:that|its|their|his|her|the|a|to)\b",
        "reaffirmed",
    ),
    (r"(?:refus(?:ed|es)|declin(?:ed|es))\s+to\s+", "declined"),
    (r"(?:turned\s+down|ruled\s+out|rejected|rejects)\s+", "declined"),
    (
        r"(?:did|does|would|could|will)\s+not\s+(?:commit|undertake|promise|agree|be\s+drawn|say|accept|make\s+that\s+commitment)\b",
        "declined",
    ),
    (r"(?:withdrew|withdraws|withdrawn|dropped|abandoned|backed\s+out\s+of|pulled\s+out\s+of)\s+", "withdrawn"),
    (r"(?:offer(?:ed|s)|propos(?:ed|es))\s+(?:to\s+|a\s+|an\s+|that\s+)", "proposed"),
    (rf"(?:{_PAST})?(?:agreed?|agrees)\s+(?:to|that|not\s+to|on)\s+", None),
    (
        rf"(?:{_PAST})?(?:pledged?|pledges|promised?|promises|vow(?:ed|s)|guarantee[sd]?)\s+(?:to\s+|that\s+|(?=[$€£¥\d])|(?:a|an|another|the|up\s+to)\s+)",
        None,
    ),
    (rf"(?:{_PAST})?(?:undertook|undertakes?|undertaken)\s+(?:to|not\s+to|that)\s+", None),
    (rf"(?:{_PAST})?(?:commit(?:s|ted)?)\s+(?:itself\s+|themselves\s+|[^,.;]{{0,30}}?\s)?to\s+", None),
    (r"(?:plans|intends|aims)\s+to\s+", None),
    (r"(?:is|are|were|was)\s+(?:obliged|required|bound)\s+to\s+", None),
    (
        r"(?:will|shall|must|is\s+to|are\s+to|['’]ll|cannot|won['’]t|would)\s+(?:also\s+|now\s+|each\s+|then\s+|jointly\s+|together\s+|immediately\s+|promptly\s+|first\s+|only\s+|continue\s+to\s+)?(?:not\s+)?",
        None,
    ),
)
_TRIGGER = re.compile(
    "|".join(rf"(?P<t{i}>\b{pattern})" for i, (pattern, _) in enumerate(_TRIGGERS)).replace(
        r"\b(?:will|shall", r"(?:\b|(?=['’]))(?:will|shall"
    ),
    re.IGNORECASE,
)
_MODAL = re.compile(r"^(?:will|shall|must|is\s+to|are\s+to|['’]ll|cannot|won['’]t|would)\b|^['’]ll", re.IGNORECASE)
_STATIVE = re.compile(
    r"^(?:be|have|cost|need|become|remain|depend|take\s+(?:place|effect|time)|mean|make\s+it|allow|face|lead\s+to|come|rise|fall|"
    r"reach|feel|know|prove|affect|suffer|benefit|depend|stand|appear|seem|like|love|want|think|note|see|expire|apply|"
    r"include|prevail|survive|constitute|enter\s+into\s+force|lapse|total|amount|last|cover|ring|win|lose|die|vote|wait|"
    r"never|always|probably|likely|eventually|soon\s+be|clap|remember|regret|miss|hope|bring\s+(?:jobs|prosperity|peace))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"^be\s+(?:\w+ly\s+)?(?P<verb>\w+(?:ed|en|t|de|id|ilt|ung|pt|ade|one|own|ut))\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BY_AGENT = re.compile(r"\bby\s+(?:the\s+|both\s+|each\s+)?(?=[A-Zt])")
_HARD_BREAK = re.compile(
    r"[;:—]|\s–\s|[“”\"]|\b(?:that|whether|because|although|though|while|whereas|when|where|which|who|if|unless|until|said|added|says|announced|"
    r"confirmed|explained|insisted|stressed|but|so|yet)\b|\.\s",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^\s*(?:(?:in|under|at|on|after|before|as|for|with|by|following|over|during|from|to|within|subject\s+to|without|upon)\b[^,]*,|"
    r"(?:meanwhile|however|separately|instead|also|then|finally|in\s+return|for\s+(?:its|their|his|her)\s+part),?)\s*",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r";|\s[—–]\s|—|[”\"](?=\s|$|,)|,\s+(?:said|says|adding|according|which|who|whose|where|but|although|though|while|whereas|he\s|she\s|it\s|they\s|"
    r"a\s+(?:move|step|position|promise|pledge|demand|figure)|the\s+\w+\s+(?:said|added)|and\s+(?:that\s+)?(?:the|it|they|he|she|its|their|[A-Z])|"
    r"(?:Mr|Ms|Mrs|Dr)\.?\s)|\.(?:\s|$)|\s(?:because|whereas)\s|,\s+[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*\s+(?:said|added|told)"
)
_CONDITION = re.compile(
    r"(?:,?\s*)(?P<words>\b(?:provided(?:\s+that)?|if|unless|on\s+condition\s+that|on\s+the\s+condition\s+that|as\s+long\s+as|so\s+long\s+as|subject\s+to|"
    r"conditional\s+on|contingent\s+on|once|pending|in\s+the\s+event\s+that|only\s+if|only\s+when)\b[^;.”\"]*?)(?=$|[;.”\"]|,\s+(?:and|but|the|it|which)\b)",
    re.IGNORECASE,
)
_GROUP_SUBJECT = re.compile(
    r"\b(?:both|each|the\s+(?:two|three|four|five|six|seven|eight|parties|sides|governments|ministers|states|countries|leaders|partners))\b",
    re.IGNORECASE,
)
_PLURAL_PRONOUN = re.compile(r"^\s*(?:they|we|both|each|neither)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^\s*(?:it|he|she|they|we|i|both|neither|who|which)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:last\s+year|two\s+years\s+ago|years?\s+ago|previously|earlier\s+this\s+year|originally|already\s+(?:been\s+)?promised|in\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:again|repeat(?:ed|s|ing)?|reaffirm\w*|reiterat\w*|renew(?:ed|s|ing)?\s+(?:its|their|a)|same\s+undertaking|old\s+promise|as\s+(?:it\s+)?promised|restat\w+)\b",
    re.IGNORECASE,
)
_TENTATIVE = re.compile(
    r"\b(?:proposal|proposed|offer|offered|draft|would\s+consider|under\s+(?:discussion|negotiation)|if\s+(?:elected|approved|adopted))\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|added|told|announced|confirmed|promised|pledged|explained|insisted|agreed|says|repeated|stated|noted)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One candidate commitment.

    Attributes:
        sentence: Index of its sentence.
        start: First character of the clause that carries it.
        end: One past its last.
        action: (start, end) of what will be done.
        subject: (start, end) of the words for who is bound.
        by: Entities found in the subject, the first one the head.
        status: What the wording shows.
        condition: (start, end) of the words that make it depend on something, or None.
        group: True where the subject is a set defined elsewhere ("both sides", "they").
        sure: False where only the model can tell (a bare modal verb with an unclear subject).
    """

    sentence: int
    start: int
    end: int
    action: tuple[int, int]
    subject: tuple[int, int]
    by: tuple[str, ...]
    status: CommitmentStatus
    condition: tuple[int, int] | None
    group: bool
    sure: bool


def find_undertakings(document: Document, entities: Sequence[Entity]) -> list[Undertaking]:
    """Find the clauses that carry an undertaking, in order."""
    found: list[Undertaking] = []
    for sentence in document.sentences:
        found.extend(_of_sentence(document.text, sentence, entities))
    return found


def _of_sentence(text: str, sentence: Sentence, entities: Sequence[Entity]) -> Iterator[Undertaking]:
    covered = sentence.start
    for match in _TRIGGER.finditer(text, sentence.start, sentence.end):
        if match.start() < covered:
            continue
        undertaking = _read(text, sentence, match, entities)
        if undertaking:
            covered = undertaking.end
            yield undertaking


def _read(text: str, sentence: Sentence, match: re.Match[str], entities: Sequence[Entity]) -> Undertaking | None:
    trigger = match.group()
    status = next(_TRIGGERS[i][1] for i in range(len(_TRIGGERS)) if match.group(f"t{i}") is not None)
    modal = bool(_MODAL.match(trigger))
    end = _clause_end(text, match.end(), sentence.end)
    predicate = text[match.end() : end]
    if not predicate.strip(' .,”"') and status != "declined":
        return None
    subject = _subject(text, sentence.start, match.start())
    by = _heads(text, subject, entity_at(entities, *subject))
    if modal:
        passive = _PASSIVE.match(predicate)
        agent = _BY_AGENT.search(predicate) if passive else None
        if passive and agent:
            by = entity_at(entities, match.end() + agent.end(), end)[:1]
        elif passive or _STATIVE.match(predicate):
            return None
    words = text[slice(*subject)].strip()
    pronoun, group = bool(_PRONOUN.match(words)), bool(_GROUP_SUBJECT.search(words) or _PLURAL_PRONOUN.match(words))
    if (
        modal
        and not by
        and not pronoun
        and not group
        and not re.match(r"(?:the|its|their|our|each|a)\s", words, re.IGNORECASE)
    ):
        return None
    status = status or _status(text, sentence, match, modal=modal)
    condition = _condition(text, sentence, match.start(), end)
    action_end = condition[0] if condition and match.end() < condition[0] < end else end
    action = _trim(text, match.end(), action_end)
    if action is None:
        return None
    begin = _trim(text, subject[0], match.start())
    return Undertaking(
        sentence.index,
        begin[0] if begin else match.start(),
        max(action[1], condition[1] if condition and condition[0] >= match.end() else 0),
        action,
        subject,
        tuple(entity.name for entity in by),
        status,
        condition,
        group,
        sure=bool(by) or not modal,
    )


def _clause_end(text: str, start: int, stop: int) -> int:
    match = _CLAUSE_END.search(text, start, stop)
    while match and match.group().startswith(".") and match.end() < stop and not text[match.end() :][:1].isupper():
        match = _CLAUSE_END.search(text, match.end(), stop)
    return match.start() if match else stop


def _subject(text: str, start: int, verb: int) -> tuple[int, int]:
    begin = start
    for match in _HARD_BREAK.finditer(text, start, verb):
        if text[match.end() : verb].strip(" ,"):
            begin = match.end()
    lead = _LEAD_IN.match(text[begin:verb])
    if lead and text[begin + lead.end() : verb].strip():
        begin += lead.end()
    return _trim(text, begin, verb) or (verb, verb)


def _heads(text: str, subject: tuple[int, int], found: list[Entity]) -> list[Entity]:
    """The first entity of the subject, and those listed with it: `Argentina, Bolivia and Paraguay`."""
    heads: list[Entity] = []
    position = subject[0]
    for entity in found:
        span = next(s for s in sorted(entity.spans) if subject[0] <= s[0] and s[1] <= subject[1])
        between = text[position : span[0]]
        if heads and not re.fullmatch(r"\s*(?:,|,?\s*and|&)\s*(?:the\s+)?(?:[\w’'-]+\s+){0,4}", between):
            break
        heads.append(entity)
        position = span[1]
    return heads


def _status(text: str, sentence: Sentence, match: re.Match[str], *, modal: bool) -> CommitmentStatus:
    whole = sentence.text
    before = text[sentence.start : match.start()]
    word = match.group().lower()
    if _AGAIN.search(whole):
        return "reaffirmed"
    if word.startswith("would") and not _REPORTED.search(before):
        return "proposed"
    if (
        not modal
        and _EARLIER.search(text[sentence.start : sentence.end])
        and re.match(r"(?:agreed|pledged|promised|committed|vowed|undertook)", word)
    ):
        return "earlier"
    if _TENTATIVE.search(before):
        return "proposed"
    return "new"


def _condition(text: str, sentence: Sentence, verb: int, end: int) -> tuple[int, int] | None:
    match = _CONDITION.search(text, verb, min(sentence.end, end + 200))
    if match is None or match.start("words") > end + 2:
        lead = re.match(
            r"\s*(?P<words>(?:If|Unless|Once|Provided|Should|Subject to)\b[^,;]{4,160}),", text[sentence.start : verb]
        )
        if lead:
            return sentence.start + lead.start("words"), sentence.start + lead.end("words")
        return None
    return _trim(text, match.start("words"), match.end("words"))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in ',.;:—–”"'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ',.;:—–“"'):
        end -= 1
    return (start, end) if start < end else None
