"""What has become of something promised, by the words of a passage: done, given up, put off, or still to stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = [
    "done_thing",
    "done_verbs",
    "fated",
    "is_confirmed",
    "is_done",
    "is_ended",
    "is_replaced",
    "moved_to",
]

_COMPLETED: Final = (
    r"completed?|finished|reopened|opened|built|rebuilt|delivered|installed|launched|inaugurated|commissioned|"
    r"switched\s+on|(?:hand|turn|mad|sign)ed?\s+over|handed\s+back|g[ai]ven\s+back|put\s+(?:into\s+service|up|in\s+place)|"
    r"brought\s+into\s+service|erected|constructed|laid|paid(?!\s+(?:for|tribute|attention)\b)|repaid|refunded|reimbursed|"
    r"transferred|published|abolished|removed|replaced|repaired|restored|renovated|demolished|dismantled|cleared|hired|"
    r"recruited|planted|fenced|enacted|adopted|ratified|disbursed|rehoused|resettled|relocated|repatriated|vaccinated|"
    r"donated|implemented|carried\s+out|honou?red|fulfilled|settled|closed|shut\s+down|vacated|connected|electrified|"
    r"posted\s+to|credited\s+to|(?:received|met|settled)\s+in\s+full|"
    r"(?:kept|made\s+good(?:\s+on)?|delivered\s+on)\s+(?:its|their|his|her|the|that)\s+(?:promise|word|pledge|commitment)"
)
_AT_WORK: Final = (
    r"(?:at\s+work|in\s+(?:use|service|operation|force|place)|open|running|operating|up\s+and\s+running|operational)"
)
_ADVERBS: Final = (
    r"(?:(?:now|already|since|finally|all|both|also|at\s+last|in\s+the\s+meantime|meanwhile|duly|today|yesterday|recently|"
    r"just|successfully|formally|officially|fully|long)\s+)*"
)
_DID: Final = (
    r"completed|finished|opened|reopened|built|delivered|installed|launched|inaugurated|paid|repaid|planted|published|handed|"
    r"transferred|returned|repaired|replaced|removed|shut|moved\s+into|took\s+delivery\s+of"
)
_DONE: Final = re.compile(
    rf"\b(?:ha(?:s|ve|d)|was|were)\s+{_ADVERBS}(?:been\s+)?{_ADVERBS}(?:{_COMPLETED})\b"
    rf"|\bha(?:s|ve|d)\s+{_ADVERBS}been\s+{_ADVERBS}{_AT_WORK}\b"
    r"|\bha(?:s|ve|d)\s+(?:handed|given|turned)\s+(?:it|them|(?:the|its|their)\s+[\w’'-]+(?:\s+[\w’'-]+)?)\s+(?:over|back)\b"
    rf"|(?<!\bto\s)\b(?:{_DID})\s+(?=(?:the|its|their|his|her|all|every|both|back|over|out)\b)(?!(?:the|its)\s+(?:door|way|talks))"
    r"|\b(?:opened|reopened|closed|arrived|took\s+(?:effect|place)|went\s+ahead|moved\s+in)\s+"
    r"(?=(?:on|in|at|last|this|yesterday|today|earlier|as\s+(?:promised|planned))\b)"
    r"|\b(?:is|are)\s+(?:now\s+|all\s+)?(?:complete|finished|open|operational|up\s+and\s+running|in\s+(?:use|service|force|place))\b"
    r"|\bopened\s+(?:(?:its|their)\s+doors|(?:up\s+)?to\s+(?:the\s+public|traffic|passengers|visitors|patients|pupils))\b"
    r"|\b(?:switched\s+on|(?:came|went|entered)\s+(?:into|in)?\s*(?:service|force|use|operation)|went\s+live|"
    r"(?:began|started)\s+(?:operating|running|operations?|service))\b",
    re.IGNORECASE,
)
_OPENED: Final = re.compile(
    r"^(?:it|they|the\s+[\w’'-]+(?:\s+[\w’'-]+){0,4})\s+(?:re)?opened\b(?!\s+(?:the\s+|its\s+)?(?:talks|negotiations|doors?\b(?!\s+(?:on|to|in)\b)))",
    re.IGNORECASE,
)
_PERFECT: Final = re.compile(
    rf"\b(?:ha(?:s|ve|d)|was|were)\s+{_ADVERBS}(?:been\s+)?{_ADVERBS}(?P<verb>[a-z]{{3,20}})\b", re.IGNORECASE
)
_NOT_DONE: Final = re.compile(
    r"\b(?:not|never|nor|neither|nobody|yet\s+to|still\s+to|part(?:ly|ially)|half|so\s+far|if|unless|once|until|"
    r"should|would|will|shall|to\s+be|was\s+to|were\s+to|had\s+to|only|promises?|vows?|promised\s+to|pledged\s+to|almost|nearly)\b|n['’]t\b",
    re.IGNORECASE,
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|is|are|came|went|entered)\b", re.IGNORECASE)
_ALWAYS_BEFORE: Final = re.compile(
    r"^opened\b|\b(?:began|started|live|proceed|ahead|in\s+full|back|off|forward|postponed|deferred|delayed|slipped|to)\s*$",
    re.IGNORECASE,
)
_HELD: Final = re.compile(r"\b(?:its|their|his|her|the|this|that)\s.+", re.IGNORECASE)
_CLAUSE_START: Final = re.compile(r",\s")
_APART: Final = re.compile(r"[:;]\s|\s[–—-]+\s|\b(?:that|and|but|because)\s")
_ASIDE: Final = re.compile(
    r"(?:after|although|though|while|since|as|when|if|owing|due|given|with|despite|in|on|at|by|for|to|from)\b",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    r"\s*[,;.(]|\s+(?:by|and|but|after|because|when|while|which|that|who|citing|until|before|last|this|on\s+[A-Z]|"
    r"in\s+(?:[A-Z][a-z]+\b|\d))(?=\W|$)"
)
_OF: Final = re.compile(r"\s*[,;.]|\s+(?:of|at|in|on|for|by|from|to|with|that|which|under|along)\s")
_GIVEN_UP: Final = (
    r"(?:withdrawn|abandoned|scrapped|cancelled|canceled|shelved|revoked|rescinded|axed|ditched|mothballed|called\s+off|"
    r"taken\s+off\s+the\s+table|written\s+off|put\s+on\s+ice|torn\s+up)"
)
_WHOSE: Final = r"(?:its|their|his|her|the|this|that)"
_PLAN: Final = (
    r"(?:plans?|promises?|pledges?|offers?|commitments?|projects?|schemes?|proposals?|bid|undertakings?|ideas?|"
    r"construction|work|building|programmes?|programs?)"
)
_ENDED: Final = re.compile(
    r"\b(?:will|shall|would|is|are|does|do|can|could)\s+no\s+longer\b(?!\s+(?:be\s+)?(?:necessary|needed|required))"
    r"|\bno\s+longer\s+(?:intends?|plans?|wish(?:es)?|able|going)\b"
    rf"|\b(?:ha(?:s|ve|d)|was|were)\s+(?:now\s+|since\s+|quietly\s+|meanwhile\s+|also\s+|been\s+)*(?:dropped|{_GIVEN_UP})(?!\s+(?:by\s+\d|from\s))\b"
    rf"|\b(?:is|are)\s+(?:now\s+|being\s+)?(?:dropped|{_GIVEN_UP})\b"
    r"|\b(?:scrap(?:s|ped)|shelve[sd]|axe[sd]|ditch(?:es|ed)|abandon(?:s|ed)|cancel(?:s|ed|led))\s+(?:the|its|their|all)\b"
    r"|\b(?:there\s+will\s+be\s+no|(?:will|would)\s+not\s+now)\b|\b(?:fell\s+through|(?:come|came)\s+to\s+nothing|lapsed)\b"
    r"|\b(?:struck|deleted|removed|cut)\s+(?:out\s+of|from)\s+(?:the|its|their)\s+(?:budget|plans?|programme|program|list|scheme)\b"
    r"|\b(?:U-turn|change[ds]?\s+(?:its|their|his|her)\s+minds?|climbed\s+down)\s+(?:on|over|about)\b"
    rf"|\b(?:drops?|withdraws?|withdrew|abandoned|scrapped|cancelled|canceled|shelved|axed|ditched|dropped|rescinded|revoked)\s+"
    rf"(?:{_WHOSE}\s+(?:[\w’'-]+\s+){{0,3}})?{_PLAN}\b"
    rf"|\b(?:take[sn]?|took|taking)\s+{_WHOSE}\s+(?:[\w’'-]+\s+){{1,4}}off\s+the\s+table\b"
    rf"|\b(?:reneg(?:es|ed)\s+on|(?:gone|goes|went)\s+back\s+on|(?:backed|backs|walked|walks)\s+(?:away|out)\s+(?:from|of)|"
    rf"(?:broken?|breaks|retracted|retracts|reversed|retreated\s+from|abandoned)\s+{_WHOSE}\s+(?:[\w’'-]+\s+){{0,2}}{_PLAN})\b"
    rf"|\b(?:cannot|can\s?not|can['’]t|unable\s+to)\s+(?:any\s+longer\s+)?(?:keep|honou?r|fulfil|fulfill)\s+{_WHOSE}\b"
    r"|\b(?:will|would|shall|does|do|did)\s+not\s+(?:now\s+)?(?:go\s+ahead|proceed|be\s+going\s+ahead|happen\s+after\s+all)\b"
    r"|\b(?:given|gave|giving)\s+up\s+(?:on\s+)?(?:plans?|its|their)\b|\bpulled\s+the\s+plug\b"
    r"|\b(?:called\s+off|pulled\s+out\s+of|backed\s+out\s+of|decided\s+(?:not\s+to|against))\b",
    re.IGNORECASE,
)
_NOT_ENDED: Final = re.compile(
    r"(?:\b(?:not|never|nor|neither|den(?:y|ies|ied)|if|unless|could|may|might)|n['’]t)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_INSTEAD: Final = re.compile(
    r"\b(?:and|but)\s+(?:\w+\s+){0,2}?(?:will|would|shall|(?:is|are)\s+to)\b(?!\s+not\b)", re.IGNORECASE
)
_MOVED: Final = re.compile(
    r"\b(?:(?:put|pushed|set|moved|held)\s+(?:back|off|forward)|postponed|deferred|delayed|moved|rescheduled|extended|"
    r"brought\s+forward|slipped|shifted|prolonged)\s+(?:\w+\s+){0,3}?(?=(?:to|until|till|into|for|by)\s)"
    r"|\b(?:is|are|was|were)\s+now\s+(?:due|expected|planned|scheduled|promised|set|to\s+be\s+\w+)\s+(?:\w+\s+){0,3}?"
    r"(?=(?:in|on|for|by|before|at)\s)"
    r"|\b(?:new|revised|later|fresh)\s+(?:deadline|date|target(?:\s+date)?|completion\s+date|opening\s+date)\s+(?:is|of|was)\s+",
    re.IGNORECASE,
)
_CONFIRMED: Final = re.compile(
    rf"\b(?:(?:re)?confirm(?:s|ed)?|reaffirm(?:s|ed)?|reiterate[sd]?|renew(?:s|ed)?|repeat(?:s|ed)?|restate[sd]?|st(?:ands?|ood)\s+by|"
    rf"(?:holds?|held|sticks?|stuck|clings?|keeps?|kept)(?:\s+fast|\s+firm)?\s+to|abides?\s+by)\s+{_WHOSE}\b"
    r"|\b(?:go(?:es)?|keeps?|carry|carries)\s+on\s+\w+ing\b|\b(?:still|firmly)\s+(?:intends?|plans?|means?|wants?)\s+to\b"
    r"|\bthat\s+(?:it|they|he|she)\s+(?:holds?|sticks?|keeps?)(?:\s+fast)?\s+to\b"
    r"|\b(?:stands?|stays?|remains?|continues?|holds?)\s+(?:on\s+(?:track|course|schedule)|in\s+(?:force|place|the\s+(?:plan|scheme|budget|programme))|"
    r"unchanged|valid|binding|good|frozen|committed|to\s+apply|to\s+(?:be\s+)?bound|determined)\b"
    r"|\b(?:is|are|was|were)\s+(?:still\s+)?(?:on\s+(?:track|course|schedule)|still\s+(?:valid|binding|in\s+force|committed|bound))\b"
    r"|\b(?:promise|pledge|commitment|undertaking|guarantee|offer|moratorium|target)s?\b[^.;,]{0,60}\b(?:still\s+)?(?:stands?|holds|"
    r"(?:was|were|is|are)\s+(?:\w+\s+)?(?:upheld|renewed|repeated|reaffirmed|confirmed|reiterated|honou?red))\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)
def is_done(text: str) -> bool:
    """Whether a passage says that something was brought to its end; in doubt it does not."""
    found = _DONE.search(text) or _OPENED.search(text)
    return bool(found) and not _NOT_DONE.search(text, 0, found.end() + 12) if found else False


def done_thing(text: str) -> str:
    """What a passage says is done: "the roof" of "The roof of the school was finished in May"; empty where unclear."""
    return _OF.split(_told_of(text, _DONE.search(text)), maxsplit=1)[0]


def done_verbs(text: str) -> list[str]:
    """Verbs that a passage has in the perfect or the past passive, and does not deny: "awarded"."""
    found = _PERFECT.finditer(text)
    return [each["verb"].lower() for each in found if not _NOT_DONE.search(text, 0, each.end() + 12)]


def fated(text: str) -> str:
    """All that a passage says is done, given up, put off or to stand: "the roof of the school"; empty where unclear."""
    found = _end(text) or _DONE.search(text) or _MOVED.search(text) or _CONFIRMED.search(text)
    found = found or _PERFECT.search(text)
    return _AFTER.split(_told_of(text, found), maxsplit=1)[0]


def _told_of(text: str, found: re.Match[str] | None) -> str:
    """The subject of a passive, the object of an active verb."""
    if found is None:
        return ""
    if not _PASSIVE.search(found.group()) and not _ALWAYS_BEFORE.search(found.group()):
        held = _HELD.search(found.group())
        return f"{held.group()} {text[found.end() :]}" if held else text[found.end() :].strip()
    before = _APART.split(text[: found.start()])[-1]
    first, *rest = _CLAUSE_START.split(before)
    return (rest[-1] if rest and _ASIDE.match(first) else first).strip()


def _end(text: str) -> re.Match[str] | None:
    """Where a passage says that something is given up, and does not deny or doubt it."""
    found = _ENDED.search(text)
    return None if found is None or _NOT_ENDED.search(text, max(0, found.start() - 60), found.start()) else found


@lru_cache(maxsize=20_000)
def is_ended(text: str) -> bool:
    """Whether a passage says that something promised will not be done after all."""
    return _end(text) is not None


def is_replaced(text: str) -> bool:
    """Whether a passage says that one thing will not be done, and then what will be: "dropped it and will build"."""
    found = _end(text)
    return bool(found and _INSTEAD.search(text, found.end()))


def is_confirmed(text: str) -> bool:
    """Whether a passage says of something promised that it stands."""
    found = _CONFIRMED.search(text)
    return bool(found) and not _NOT_DONE.search(text, 0, found.end()) if found else False


def moved_to(text: str) -> str | None:
    """The words from the new day on, where a passage says that something comes on another day than it was to."""
    found = _MOVED.search(text)
    return None if found is None or _NOT_DONE.search(text, 0, found.start()) else text[found.end() :]
