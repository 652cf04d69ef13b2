"""Verbs by which somebody is bound: "will", "shall", "is to", "agreed to", "refused to", "renewed a pledge to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.candidates.be_groups import DUTIES, WAS, be_group, willing_group
from summariser.candidates.binding_verbs import FORMS, GERUNDS
from summariser.candidates.complement import distant_infinitive, promise_noun
from summariser.candidates.irregular import IRREGULAR_PARTICIPLES, IRREGULAR_PAST, NO_ACT_PARTICIPLES, is_participle
from summariser.candidates.outcomes import DROPPED
from summariser.candidates.performatives import find_complement, is_passive
from summariser.candidates.phrases import PHRASAL
from summariser.candidates.verb_group import VerbGroup
from summariser.candidates.verbs import (
    ACCEPTED,
    ADVERBS,
    DETERMINERS,
    DOING,
    PREPOSITIONS,
    PROMISE_NOUNS,
    REFUSED,
    RENEWED,
    SAYING,
    WITHDRAWN,
)
from summariser.candidates.word_order import (
    BE,
    DO,
    HAVE,
    auxiliaries_before,
    infinitive,
    is_base,
    is_gerund,
    low_at,
    skip_adverbs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.tokens import Token
    from summariser.candidates.verb_group import GroupKind

__all__ = ["VerbGroup", "find_verb_groups", "kind_of"]

_MODALS = frozenset({"will", "shall", "must", "would", "may"})
_ABLE = frozenset({"can", "could", "cannot"})
_AUXILIARIES = _MODALS | BE | WAS | _ABLE
_PROMISED = (
    frozenset({"promised", "pledged", "committed", "offered", "kept", "honoured", "honored", "fulfilled"})
    | WITHDRAWN
    | REFUSED
    | RENEWED
    | ACCEPTED
)
_ANNOUNCED = frozenset("announced unveiled outlined confirmed revealed announces published".split())
_WILLING = frozenset("willing ready prepared happy glad open".split())
_CONSENT = frozenset(
    """agree accept commit promise guarantee give support offer grant approve allow accede entertain sanction consent
    countenance endorse associate join subscribe sign back underwrite""".split()
)
_WHOLE_ACT = frozenset({"to", "", ".", ",", "today", "that"})
_NO_SUCH = PROMISE_NOUNS | {"date", "timetable"}
_GONE = frozenset({"taken", "off", "longer"})
_BROKEN = frozenset({"broke", "broken", "breached", "reneged"})
_FORBIDDING = frozenset({"forbids", "prohibits", "bars"})
_NO_ACTS = frozenset(
    {"going", "including", "nothing", "something", "being", "having", "seeing", "watching", "hoping", "looking"}
)
_STANDS = frozenset("stood stand stands remain remains remained".split())
_PURSUING = frozenset(
    "pursues pursue pursued intends intend intended plans plan planned proposes seeks pursuing planning".split()
)
_INVERTING = frozenset({"nor", "neither", "never"})
_LONGEST_INVERTED = 8
_LONGEST_CLEFT = 16
_PLEDGED = frozenset({"promised", "pledged"})
_PROMISE_REACH = 14  # tokens between an act and the words that it was promised
_LONGEST_TASK = 8  # tokens before the "to" of a task


def find_verb_groups(tokens: Sequence[Token], start: int = 0) -> Iterator[VerbGroup]:
    """Yield the binding verb groups of a sentence, in order."""
    for i in range(start, len(tokens)):
        group = _group_at(tokens, i)
        if group is not None:
            yield group


def kind_of(low: str) -> GroupKind | None:
    """The kind of a single verb form, or None where it binds nobody."""
    if low in _MODALS:
        return "would" if low == "would" else "modal"
    return FORMS[low][0] if low in FORMS else None


def _group_at(tokens: Sequence[Token], i: int) -> VerbGroup | None:  # noqa: PLR0911 - a sort of verb each
    low = tokens[i].low
    if low in _AUXILIARIES and tokens[i].text != "May" and (group := _with_auxiliary(tokens, i)):
        return group
    if (low in FORMS or low in PHRASAL) and (group := _performative(tokens, i)):
        return group
    if low in _PROMISED or low in _GONE:
        return _passive_promise(tokens, i) if low in _PROMISED else _gone(tokens, i)
    if low in WAS or low == "been":
        return _paid(tokens, i)
    if low in _STANDS and low_at(tokens, skip_adverbs(tokens, i + 1)[0]) in _WILLING:
        return willing_group(tokens, i, skip_adverbs(tokens, i + 1)[0], negated=False)
    if low == "to":
        return _task(tokens, i)
    if low in {"has", "have"} and (verb := _has_to(tokens, i)) is not None:
        return VerbGroup(i, i, verb, "modal")
    if low in FORMS or low in HAVE | SAYING or tokens[i].capital:
        return None
    if is_participle(low) or low in IRREGULAR_PAST:
        return _perfect(tokens, i)
    return None


def _with_auxiliary(tokens: Sequence[Token], i: int) -> VerbGroup | None:  # noqa: PLR0911 - a sort of verb each
    low = tokens[i].low
    verb, negated = skip_adverbs(tokens, i + 1)
    if low_at(tokens, i - 1) in _INVERTING and low in {"will", "shall"} and (inverted := _inverted(tokens, i)):
        return inverted
    if low in _ABLE:
        if low_at(tokens, verb) in {"give", "offer", "make"} and low_at(tokens, verb + 1) == "no":
            return VerbGroup(i, i, verb + 1, "refuse", verbal=False) if low_at(tokens, verb + 2) in _NO_SUCH else None
        return _unable(tokens, i, verb) if negated or low == "cannot" else None
    if low in BE | WAS:
        return _with_be(tokens, i, verb, negated=negated)
    kind: GroupKind = "would" if low == "would" else "modal"
    if low_at(tokens, verb) == "be":
        if low_at(tokens, verb + 1) in _WILLING:
            return willing_group(tokens, i, verb + 1, negated=negated)
        if is_gerund(tokens, verb + 1) and low_at(tokens, verb + 1) not in _NO_ACTS:
            return VerbGroup(i, i, verb + 1, kind, negated)  # "will be opening"
    if not is_base(tokens, verb) or (low_at(tokens, verb) == "do" and low_at(tokens, verb + 1) in BE | WAS):
        return None
    return VerbGroup(i, i, verb, kind, negated)


def _with_be(tokens: Sequence[Token], i: int, verb: int, *, negated: bool) -> VerbGroup | None:
    """The group of a form of "be": a cleft, a progressive, "is to", "is ready to"."""
    if cleft := _cleft(tokens, i):
        return cleft
    if low_at(tokens, verb) in GERUNDS and (doing := _performing(tokens, i, verb, negated=negated)):
        return doing
    group = be_group(tokens, i, verb, negated=negated)
    cleft_follows = group and low_at(tokens, group.action) == "do" and low_at(tokens, group.action + 1) in BE | WAS
    return None if cleft_follows else group


def _inverted(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`Nor will this Bank lend`: the subject stands behind the modal."""
    for verb in range(i + 2, min(len(tokens), i + 1 + _LONGEST_INVERTED)):
        if tokens[verb].low in DOING and not tokens[verb].capital and tokens[verb - 1].low not in DETERMINERS:
            return VerbGroup(i, i, verb, "modal", negated=True, object=(i + 1, verb))
        if not tokens[verb].word:
            return None
    return None


def _performing(tokens: Sequence[Token], i: int, verb: int, *, negated: bool) -> VerbGroup | None:
    """`is offering to pay`, `was withdrawing its bid`: the progressive of a verb that binds by being said."""
    found = None if negated else find_complement(tokens, verb, negated=False)
    if found is None:
        return None
    past = int(tokens[i].low in WAS)
    return VerbGroup(i, verb, found.action, found.kind, negated, past, found.verbal, found.bound)


def _cleft(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`What it resolved on Monday was to survey the roof`: the subject stands behind "what"."""
    verb = infinitive(tokens, i + 1)
    if verb is None and low_at(tokens, i - 1) in {"do", "doing"} and is_base(tokens, i + 1):
        verb = i + 1
    if verb is None:
        return None
    what = next((j for j in range(i - 2, max(-1, i - _LONGEST_CLEFT), -1) if tokens[j].low == "what"), None)
    if what is None:
        return None
    said = next((j for j in range(what + 2, i) if tokens[j].low in FORMS or tokens[j].low in _MODALS | BE), None)
    if said is None:
        return None
    offered = any(tokens[j].low in _WILLING for j in range(said, i))
    return VerbGroup(i, said, verb, "offer" if offered else "commit", past=1, object=(what + 1, said))


def _unable(tokens: Sequence[Token], i: int, verb: int) -> VerbGroup | None:
    """`cannot agree to that`, `could not accept a date`: a refusal where the verb is one of consent."""
    word = low_at(tokens, verb)
    if word not in _CONSENT or (word == "agree" and low_at(tokens, verb + 1) not in _WHOLE_ACT):
        return None
    if word in {"give", "offer"} and not any(token.low in PROMISE_NOUNS for token in tokens[verb + 1 : verb + 5]):
        return None
    return VerbGroup(i, i, verb, "refuse")


def _task(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`The Clerk to write to the owners.`: how minutes note who is to do what."""
    if not 0 < i <= _LONGEST_TASK or low_at(tokens, i + 1) not in DOING:
        return None
    before = (token.low for token in tokens[:i])
    if any(low in _AUXILIARIES | HAVE | PREPOSITIONS or low.endswith("ed") for low in before):
        return None
    return VerbGroup(i, i, i + 1, "task")


def _passive_promise(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`had already been promised`, `has been withdrawn`, with nothing promised behind it."""
    be = i - 1
    while low_at(tokens, be) in ADVERBS:
        be -= 1
    denied = tokens[i].low in ACCEPTED and low_at(tokens, be) == "not"  # "the demand is not accepted"
    if denied:
        be -= 1
    gone = (denied or tokens[i].low in WITHDRAWN) and low_at(tokens, be) in {"is", "are"}
    if low_at(tokens, be) not in WAS | {"been"} and not gone:
        return None
    following = low_at(tokens, i + 1)
    if tokens[i].low == "turned":
        ends = following == "down"
    elif tokens[i].low == "taken":
        ends = True
    else:
        ends = not following[:1].isalnum() or following in PREPOSITIONS | ADVERBS | {"and", "but", "altogether"}
        ends = ends or following.endswith("ly")
    if tokens[i].low in ACCEPTED and not denied:
        return None
    first, negated, past = auxiliaries_before(tokens, be)
    return VerbGroup(first, i, i, "passive", denied or negated, past) if ends else None


def _has_to(tokens: Sequence[Token], i: int) -> int | None:
    """The act of "has to pay", "has until May to pay"."""
    if low_at(tokens, i + 1) == "until":
        return distant_infinitive(tokens, i + 2)
    if low_at(tokens, i + 1) in {"a", "an", "the"} and low_at(tokens, i + 2) in DUTIES:
        return infinitive(tokens, i + 3)
    return i + 2 if low_at(tokens, i + 1) == "to" and is_base(tokens, i + 2) else None


def _gone(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`was taken off the table`, `is off the table`, `no longer stands`, `no longer plans to build`."""
    low = tokens[i].low
    if low == "taken":
        return _passive_promise(tokens, i) if _off_table(tokens, i + 1) else None
    if low == "off":
        off = low_at(tokens, i - 1) in BE | WAS and low_at(tokens, i + 2) == "table"
        return VerbGroup(i - 1, i, i, "passive") if off else None
    if low_at(tokens, i - 1) != "no":
        return None
    if _off_table(tokens, i + 1):
        return VerbGroup(auxiliaries_before(tokens, i - 2)[0], i, i, "passive")
    return _no_longer(tokens, i)


def _off_table(tokens: Sequence[Token], i: int) -> bool:
    """`taken off the table`, `no longer on the table`, `no longer available`."""
    words = tuple(low_at(tokens, i + k) for k in range(3))
    return words[:3] in {("off", "the", "table"), ("on", "the", "table")} or words[0] in {"available", "valid", "back"}


def _perfect(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`have already paid`, `has joined`: an act said to be done."""
    first, negated, past = auxiliaries_before(tokens, i)
    if past == 0 and first == i and _tells_of_promise(tokens, i + 1, i + _PROMISE_REACH):
        return VerbGroup(i, i, i, "done", past=1)  # "delivered the two boats promised in May"
    as_promised = low_at(tokens, 0) == "as" and low_at(tokens, 1) in _PLEDGED | {"agreed", "undertaken"}
    if past == 0 and first == i and as_promised and i > 2:
        return VerbGroup(i, i, i, "done", past=1)  # "As promised, Acme reopened the mill"
    if past == 0 or first == i or tokens[first].low in DO:
        return None
    return VerbGroup(first, i, i, "done", negated, past)


def _no_longer(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`no longer pursues the plan to build`, `no longer intends to build`."""
    if low_at(tokens, i + 1) in {"going", "proceeding", "pressing", "moving"}:
        link = next((j for j in range(i + 2, i + 4) if low_at(tokens, j) == "with"), None)
        return VerbGroup(i - 1, i + 1, link + 1, "withdraw", verbal=False) if link and link + 1 < len(tokens) else None
    if low_at(tokens, i + 1) not in _PURSUING:
        return None
    noun = promise_noun(tokens, i + 2, DROPPED)
    verb = infinitive(tokens, i + 2) or (distant_infinitive(tokens, noun + 1) if noun is not None else None)
    if verb is not None:
        return VerbGroup(i - 1, i + 1, verb, "withdraw")
    return VerbGroup(i - 1, i + 1, i + 2, "withdraw", verbal=False) if i + 2 < len(tokens) else None


def _paid(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`the $500 promised to the club was paid`: what was promised before is done."""
    participle, negated = skip_adverbs(tokens, i + 1)
    first = auxiliaries_before(tokens, i)[0]
    done = is_participle(low_at(tokens, participle)) and low_at(tokens, participle) not in NO_ACT_PARTICIPLES
    if negated or not done or not _tells_of_promise(tokens, max(0, i - _PROMISE_REACH), first):
        return None
    return VerbGroup(first, participle, participle, "kept", past=1)


def _tells_of_promise(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(low_at(tokens, i) in _PLEDGED for i in range(start, min(end, len(tokens))))


def _performative(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    """`has agreed to`, `did not undertake to`, `announced plans to`, `made an offer of`."""
    kind = FORMS[tokens[i].low][0] if tokens[i].low in FORMS else None
    first, negated, past = auxiliaries_before(tokens, i)
    if kind == "plan" and first == i and low_at(tokens, i - 1) in _ANNOUNCED:
        first, negated, past = auxiliaries_before(tokens, i - 1)
    if not past and (tokens[i].low.endswith("ed") or tokens[i].low in IRREGULAR_PAST | IRREGULAR_PARTICIPLES):
        past = 1
    if tokens[i].low in _BROKEN:
        past = 2  # what was promised before
    if is_passive(tokens, first):
        return None
    found = find_complement(tokens, i, negated=negated)
    if found is None:
        return None
    forbidden = tokens[i].low in _FORBIDDING
    group = VerbGroup(first, i, found.action, found.kind, negated != forbidden, past, found.verbal, found.bound)
    if negated and group.kind in ("commit", "accept", "offer"):
        return group._replace(kind="refuse", negated=False)  # no longer a promise
    return group
