"""Verbs by which somebody is bound: "will", "shall", "agreed to", "refused to", "renewed a pledge to"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from summariser.candidates.verbs import ADVERBS, DETERMINERS, PREPOSITIONS, PROMISE_NOUNS, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.candidates.tokens import Token

__all__ = ["Kind", "VerbGroup", "auxiliaries_before", "find_verb_groups", "parenthesis_end"]

Kind = Literal["modal", "would", "commit", "plan", "offer", "refuse", "renew", "keep", "withdraw", "accept", "grant"]

_FORMS: dict[str, tuple[Kind, str]] = {
    word: (kind, lemma)
    for kind, lemma, words in (
        ("commit", "agree", "agree agrees agreed"),
        ("commit", "pledge", "pledge pledges pledged"),
        ("commit", "promise", "promise promises promised"),
        ("commit", "undertake", "undertake undertakes undertook undertaken"),
        ("commit", "vow", "vow vows vowed"),
        ("commit", "commit", "commit commits committed"),
        ("commit", "guarantee", "guarantee guarantees guaranteed"),
        ("plan", "plan", "plan plans planned"),
        ("plan", "intend", "intend intends intended"),
        ("plan", "decide", "decided"),
        ("plan", "resolve", "resolved"),
        ("offer", "offer", "offer offers offered"),
        ("offer", "propose", "propose proposes proposed"),
        ("refuse", "refuse", "refuse refuses refused"),
        ("refuse", "decline", "decline declines declined"),
        ("refuse", "reject", "reject rejects rejected"),
        ("refuse", "turn down", "turn turns turned"),
        ("refuse", "rule out", "rule rules ruled"),
        ("renew", "repeat", "repeat repeats repeated"),
        ("renew", "reaffirm", "reaffirm reaffirms reaffirmed"),
        ("renew", "reiterate", "reiterate reiterates reiterated"),
        ("renew", "renew", "renew renews renewed"),
        ("renew", "restate", "restate restates restated"),
        ("renew", "confirm", "confirm confirms confirmed reconfirmed"),
        ("renew", "recommit", "recommit recommits recommitted"),
        ("keep", "keep", "kept honoured honored fulfilled"),
        ("keep", "make good", "made"),
        ("withdraw", "withdraw", "withdraws withdrew withdrawn"),
        ("withdraw", "drop", "dropped abandoned scrapped retracted rescinded shelved"),
        ("accept", "accept", "accept accepts accepted"),
        ("grant", "grant", "grants warrants"),
    )
    for word in words.split()
}  # fmt: skip
_PARTICLES = {"turn down": "down", "rule out": "out", "make good": "good"}
_MODALS = frozenset({"will", "shall", "must", "would"})
_BE = frozenset({"is", "are", "am", "'s", "'m", "'re"})
_REFLEXIVES = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})
_HAVE = frozenset({"has", "have", "had", "'ve", "'s", "having"})
_DO = frozenset({"do", "does", "did"})
_NEGATIVES = frozenset({"not", "never"})
_NO_VERB = DETERMINERS | PREPOSITIONS | SUBORDINATORS | {"and", "or", "but", "it", "us", "him", "them", "me", "you", "i", "we", "he", "she", "they"}
_WILLING = frozenset({"willing", "ready", "prepared", "happy", "glad"})
_REQUESTS = frozenset({"request", "requests", "demand", "demands", "call", "calls", "claim", "claims", "appeal", "appeals", "proposal", "proposals", "bid", "idea"})  # fmt: skip
_LONGEST_PARENTHESIS = 24
_REACH = 26  # tokens from a verb to the "to" that belongs to it


class VerbGroup(NamedTuple):
    """The words that bind, and where what they bind to begins.

    Attributes:
        first: Number of the first token: "will", "has" of "has agreed to".
        main: Number of the token that tells the kind: "will", "agreed".
        action: Number of the first token of what will be done; for a negation without "not" of a refusal.
        kind: Which sort of verb.
        negated: Whether "not" or "never" stands in it.
        past: 0 for a present or future, 1 for "agreed", "has agreed", 2 for "had agreed".
        verbal: Whether what follows is an act ("to build a road"), and not a thing ("a loan").
        object: Bounds of the tokens between a transitive "commits" and its "to": who is bound then; else None.
    """

    first: int
    main: int
    action: int
    kind: Kind
    negated: bool
    past: int
    verbal: bool
    object: tuple[int, int] | None = None


def find_verb_groups(tokens: Sequence[Token], start: int = 0) -> Iterator[VerbGroup]:
    """Yield the binding verb groups of a sentence, in order."""
    for i in range(start, len(tokens)):
        low = tokens[i].low
        group = _modal(tokens, i) if low in _MODALS or low in _BE or low in {"may", "cannot", "can", "could"} else None
        if group is None and low in _FORMS:
            group = _performative(tokens, i)
        if group is not None:
            yield group


def parenthesis_end(tokens: Sequence[Token], comma: int) -> int | None:
    """The comma that closes the parenthesis opened by `tokens[comma]`, or None."""
    for i in range(comma + 1, min(len(tokens), comma + _LONGEST_PARENTHESIS)):
        if tokens[i].low == ",":
            return i
        if tokens[i].low in ";:" or tokens[i].stop:
            return None
    return None


def auxiliaries_before(tokens: Sequence[Token], verb: int) -> tuple[int, bool, int]:
    """What stands before a verb in its group: number of the first token, negation, and tense as in `VerbGroup.past`."""
    first, negated, past = verb, False, 0
    i = verb - 1
    while i >= 0:
        low = tokens[i].low
        if low in _NEGATIVES:
            negated = True
        elif low in _HAVE and low != "having":
            past = 2 if low == "had" else 1
        elif low in _DO:
            past = max(past, 1 if low == "did" else 0)
        elif not (low in ADVERBS or low.endswith("ly")) or tokens[i].capital:
            break
        first = i if low in _NEGATIVES | _HAVE | _DO else first
        i -= 1
    return first, negated, past


def _skip_adverbs(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    """The next token that is no adverb and in no parenthesis, and whether a negation was passed."""
    negated = False
    while i < len(tokens):
        low = tokens[i].low
        if low in _NEGATIVES:
            negated = True
        elif low == ",":
            close = parenthesis_end(tokens, i)
            if close is None:
                return i, negated
            i = close
        elif low == "in" and i + 1 < len(tokens) and tokens[i + 1].low in {"turn", "return", "future"}:
            i += 1
        elif low == "no" and i + 1 < len(tokens) and tokens[i + 1].low == "longer":
            negated = True
            i += 1
        elif not (low in ADVERBS or (low.endswith("ly") and low not in {"supply", "apply", "rely", "comply", "reply", "fly", "imply"})):
            return i, negated
        i += 1
    return i, negated


def _modal(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    low = tokens[i].low
    verb, negated = _skip_adverbs(tokens, i + 1)
    kind: Kind = "would" if low == "would" else "modal"
    if low in {"can", "could", "cannot"}:
        if not (negated or low == "cannot"):
            return None
        return _unable(tokens, i, verb)
    if low == "may":
        return VerbGroup(i, i, verb, "modal", True, 0, True) if negated and _is_base(tokens, verb) else None
    if low in _BE:
        if verb < len(tokens) and tokens[verb].low == "going":
            verb += 1
        if verb < len(tokens) and tokens[verb].low in _WILLING:
            return _willing(tokens, i, verb, negated)
        if verb >= len(tokens) or tokens[verb].low != "to":
            return None
        verb, inner = _skip_adverbs(tokens, verb + 1)
        negated = negated or inner
    elif verb + 1 < len(tokens) and tokens[verb].low == "be" and tokens[verb + 1].low in _WILLING:
        return _willing(tokens, i, verb + 1, negated)
    if not _is_base(tokens, verb):
        return None
    return VerbGroup(i, i, verb, kind, negated, 0, True)


def _unable(tokens: Sequence[Token], i: int, verb: int) -> VerbGroup | None:
    """`cannot agree to that`, `could not accept a date`: a refusal where the verb is one of consent."""
    if verb >= len(tokens) or tokens[verb].low not in {"agree", "accept", "commit", "promise", "guarantee", "give", "support", "offer"}:
        return None
    if tokens[verb].low in {"give", "offer"} and not any(t.low in PROMISE_NOUNS for t in tokens[verb + 1 : verb + 5]):
        return None
    return VerbGroup(i, i, verb, "refuse", False, 0, True)


def _willing(tokens: Sequence[Token], i: int, adjective: int, negated: bool) -> VerbGroup | None:
    verb = adjective + 1
    if verb + 1 >= len(tokens) or tokens[verb].low != "to" or not _is_base(tokens, verb + 1):
        return None
    return VerbGroup(i, i, verb + 1, "refuse" if negated else "offer", False, 0, True)


def _is_base(tokens: Sequence[Token], i: int) -> bool:
    if i >= len(tokens) or not tokens[i].text[0].isalpha():
        return False
    low = tokens[i].low
    return low not in _NO_VERB and not low.endswith(("ing", "tion")) or low in {"bring", "ring", "sing", "sting"}


def _performative(tokens: Sequence[Token], i: int) -> VerbGroup | None:
    kind, lemma = _FORMS[tokens[i].low]
    first, negated, past = auxiliaries_before(tokens, i)
    past = past or (1 if _is_past(tokens[i].low) and not _present_before(tokens, first) else 0)
    after = i + 1
    if lemma in _PARTICLES:
        if after >= len(tokens) or tokens[after].low != _PARTICLES[lemma]:
            return None
        after += 1
        if lemma == "make good" and after < len(tokens) and tokens[after].low == "on":
            after += 1
    if _passive(tokens, first) and kind != "withdraw":
        return None
    build = _BUILDERS[kind]
    found = build(tokens, after, lemma)
    if found is None:
        return None
    action, verbal, bound = found
    return _as_refusal(VerbGroup(first, i, action, kind, negated, past, verbal, bound))


def _is_past(low: str) -> bool:
    return low.endswith("ed") or low in {"undertook", "withdrew", "kept", "undertaken", "withdrawn", "made"}


def _present_before(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].low in _BE


def _passive(tokens: Sequence[Token], first: int) -> bool:
    before = first - 1
    while before >= 0 and (tokens[before].low in ADVERBS or tokens[before].low == "been"):
        before -= 1
    return before >= 0 and tokens[before].low in {"was", "were", "is", "are", "be", "been", "being"}


def _as_refusal(group: VerbGroup) -> VerbGroup:
    """`did not agree to`, `does not undertake to`: no longer a promise, a refusal."""
    if group.negated and group.kind in ("commit", "accept", "offer"):
        return group._replace(kind="refuse", negated=False)
    return group


_Found = tuple[int, bool, tuple[int, int] | None]


def _infinitive(tokens: Sequence[Token], i: int) -> int | None:
    """The token behind "to", "not to", where a verb stands there; the "not" is kept."""
    if i < len(tokens) and tokens[i].low == "not" and i + 1 < len(tokens) and tokens[i + 1].low == "to":
        return i if _is_base(tokens, i + 2) else None
    if i < len(tokens) and tokens[i].low == "to":
        verb, _ = _skip_adverbs(tokens, i + 1)
        return i + 1 if _is_base(tokens, verb) else None
    return None


def _distant_infinitive(tokens: Sequence[Token], i: int) -> int | None:
    """`agreed with the Seller, by a letter of May, to hold`: "to" behind phrases that do not close the clause."""
    for j in range(i, min(len(tokens), i + _REACH)):
        low = tokens[j].low
        if low in {"that", "and", "but", "which", "who", "whether", "if", "because", ":", ";", "—"} or tokens[j].stop:
            return None
        if (verb := _infinitive(tokens, j)) is not None:
            return verb
    return None


def _noun_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether a sum, a count or an indefinite noun phrase begins here."""
    if i >= len(tokens):
        return False
    token = tokens[i]
    counted = token.text[0].isdigit() or token.text in "$€£¥₦₹" or token.low in _COUNTS
    code = token.text.isupper() and 2 <= len(token.text) <= 4 and i + 1 < len(tokens) and tokens[i + 1].text[0].isdigit()
    return counted or code or token.low in {"a", "an", "another", "up", "between", "at", "nearly", "about", "more", "some", "over"}


_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred half".split())


def _committed(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    if lemma == "agree":
        if i < len(tokens) and tokens[i].low in {"that", "on", ","}:
            return None
        verb = _infinitive(tokens, i)
        if verb is None and i < len(tokens) and tokens[i].low in {"with", "in", "on", "at", "today", "last", "yesterday"}:
            verb = _distant_infinitive(tokens, i)
        return None if verb is None else (verb, True, None)
    if (verb := _infinitive(tokens, i)) is not None:
        return verb, True, None
    if i < len(tokens) and tokens[i].low in _REFLEXIVES and i + 2 < len(tokens) and tokens[i + 1].low == "to":
        return i + 2, True, None
    if lemma == "commit" and i + 1 < len(tokens) and tokens[i].low == "to" and tokens[i + 1].low.endswith("ing"):
        return i + 1, True, None
    if lemma == "commit" and i < len(tokens) and tokens[i].low in DETERMINERS:
        verb = _distant_infinitive(tokens, i)
        return None if verb is None else (verb, True, (i, verb - 1))
    if _noun_phrase(tokens, i) and lemma in {"pledge", "promise", "commit", "guarantee"}:
        return i, False, None
    if i < len(tokens) and tokens[i].low in {"in", "at", "last", "on", "by", "with", "to"} and lemma in {"promise", "pledge", "undertake"}:
        verb = _distant_infinitive(tokens, i)
        return None if verb is None else (verb, True, None)
    return None


def _planned(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    verb = _infinitive(tokens, i)
    return None if verb is None else (verb, True, None)


def _offered(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    if (verb := _infinitive(tokens, i)) is not None:
        return verb, True, None
    return (i, False, None) if _noun_phrase(tokens, i) else None


def _refused(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    if (verb := _infinitive(tokens, i)) is not None:
        return verb, True, None
    if lemma in {"decline"}:
        return None
    for j in range(i, min(len(tokens), i + 10)):
        if tokens[j].low in {",", ";", "and", "that", "because", "which"}:
            break
        if tokens[j].low in _REQUESTS and j + 1 < len(tokens):
            if (verb := _infinitive(tokens, j + 1)) is not None:
                return verb, True, None
            if tokens[j + 1].low in {"for", "of", "that"}:
                return j + 2, False, None
    return (i, False, None) if lemma != "refuse" and i < len(tokens) and tokens[i].word else None


def _promise_noun(tokens: Sequence[Token], i: int) -> int | None:
    for j in range(i, min(len(tokens), i + 5)):
        if tokens[j].low in PROMISE_NOUNS:
            return j
        if not tokens[j].word or tokens[j].low in PREPOSITIONS:
            return None
    return None


def _renewed(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    if lemma != "confirm" and (verb := _infinitive(tokens, i)) is not None:
        return verb, True, None
    noun = _promise_noun(tokens, i)
    if noun is None:
        return None
    for j in range(noun + 1, min(len(tokens), noun + _REACH)):
        low = tokens[j].low
        if low in {":", ";"} or tokens[j].stop or (low == "that" and _clause_follows(tokens, j + 1)):
            return None
        if (verb := _infinitive(tokens, j)) is not None:
            return verb, True, None
    following = noun + 1
    if following + 1 < len(tokens) and tokens[following].low in {"of", "for", "on"} and _noun_phrase(tokens, following + 1):
        return following + 1, False, None
    return None


def _clause_follows(tokens: Sequence[Token], i: int) -> bool:
    return any(t.low in {"will", "would", "shall"} for t in tokens[i : i + 12])


def _kept(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    noun = _promise_noun(tokens, i)
    if noun is None:
        return None
    verb = _distant_infinitive(tokens, noun + 1)
    return None if verb is None else (verb, True, None)


def _withdrawn(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    noun = _promise_noun(tokens, i)
    if noun is None or tokens[i].low in {"that", "this", "these", "those"}:
        return None
    if (verb := _infinitive(tokens, noun + 1)) is not None:
        return verb, True, None
    if noun + 2 < len(tokens) and tokens[noun + 1].low in {"of", "for"}:
        return noun + 2, False, None
    return None


def _accepted(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    for j in range(i, min(len(tokens), i + 4)):
        if tokens[j].low in {"request", "invitation", "requests"}:
            verb = _distant_infinitive(tokens, j + 1)
            return (i - 1, True, None) if verb is None else (verb, True, None)
    return None


def _granted(tokens: Sequence[Token], i: int, lemma: str) -> _Found | None:
    return (i - 1, True, None) if i < len(tokens) and (tokens[i].word and tokens[i].low not in PREPOSITIONS) else None


_BUILDERS = {
    "commit": _committed, "plan": _planned, "offer": _offered, "refuse": _refused, "renew": _renewed, "keep": _kept,
    "withdraw": _withdrawn, "accept": _accepted, "grant": _granted,
}  # fmt: skip
