"""Verbs that attribute speech, by what may stand beside them."""

from __future__ import annotations

__all__ = [
    "AFTER_SPEECH",
    "BASE",
    "BEFORE_PLACE",
    "BEHIND_COMMA",
    "FINITE",
    "JUDGES",
    "NEEDS_OBJECT",
    "NOUNS_TOO",
    "OF_A_COURT",
    "OF_A_JUDGE",
    "OF_A_TEXT",
    "OF_SEVERAL",
    "PARTICIPLES",
    "SPEAKER_OF_PASSIVE",
    "WITHOUT_OBJECT",
    "WITH_PREPOSITION",
    "is_verb_of_saying",
]

_IRREGULAR_PAST = {
    "say": "said",
    "tell": "told",
    "write": "wrote",
    "read": "read",
    "begin": "began",
    "swear": "swore",
    "hold": "held",
    "find": "found",
    "spell": "spelt",
    "run": "ran",
}
_DOUBLED = frozenset({"quip", "admit", "submit", "aver", "snap"})


def _past(base: str) -> str:
    if base in _IRREGULAR_PAST:
        return _IRREGULAR_PAST[base]
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}{base[-1]}ed" if base in _DOUBLED else f"{base}ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "o")) else f"{base}s"


def _finite(bases: str) -> frozenset[str]:
    return frozenset(form for base in bases.split() for form in (_past(base), _third(base)))


NEEDS_OBJECT = _finite(
    """tell call describe welcome praise hail condemn thank accuse dismiss brand denounce blast criticise criticize
    liken deplore cite defend characterise characterize blame laud assure remind inform"""
) | frozenset("labelled labeled labels slammed slams".split())
"""What follows these is whom or what they are about, never the one who speaks."""

WITHOUT_OBJECT = _finite(
    """say add note state reply remark explain continue conclude insist argue comment respond observe stress concede
    recall warn submit opine enthuse reason allow volunteer muse"""
) | frozenset("say admitted admits".split())
"""What follows these without a preposition is the clause they report."""

_OTHERS = _finite(
    """write ask announce declare tweet post answer emphasise emphasize underline acknowledge admit urge pledge promise
    vow caution joke shout whisper exclaim counter retort claim affirm reaffirm confirm read testify complain lament
    quote reiterate repeat suggest signal plead predict proclaim recount reflect report deny object interject begin run
    text agree demand wonder cry sigh snap boast thunder growl confess protest grumble mutter murmur mumble chuckle
    laugh shrug scoff sniff quip tease chide scold fume rage rail bellow roar yell scream hiss bark drawl intone
    declaim venture offer interrupt interpose rejoin marvel gush beam crow recite relate specify clarify
    elaborate contend assert aver attest avow postulate theorise theorize reckon figure jest apologise apologize
    swear maintain"""
)

OF_A_JUDGE = frozenset({"found", "held", "ruled", "finds", "holds", "rules"})
"""These attribute where their subject judges: "the tribunal held"."""

JUDGES = frozenset(
    """judge justice court tribunal panel magistrate jury inspector ombudsman ombudswoman commission regulator
    commissioner inquiry review report auditor coroner bench arbitrator adjudicator referee lordship ladyship""".split()
)

FINITE = (
    NEEDS_OBJECT | (WITHOUT_OBJECT - {"say"}) | _OTHERS | OF_A_JUDGE | frozenset("begged begs signalled".split())
) - {
    "figures",
    "readed",
}
"""Finite forms, in the present and the past."""

NOUNS_TOO = frozenset(
    """adds notes states asks answers comments stresses urges counters claims reports reads calls welcomes quotes posts
    ran runs demands wonders blames remarks replies offers figures figured objects protests promises pledges jokes
    cautions shouts signals texts objected laughs shrugs cries sighs boasts brands allows allowed blasts reasons
    reasoned beams crows barks rails rages reflects reflected related relates tweets yells screams roars hisses
    marvels hails praises accuses details whispers vows begins ventures ventured offered finds found
    warns submits submitted read labels thanks murmurs growls snaps snapped""".split()
)
"""These are nouns or other verbs too, and need a subject that is plainly one."""

AFTER_SPEECH = frozenset({"agreed", "agrees"}) | _finite(
    "laugh shrug offer venture run beam crow rail rage sniff marvel snap submit allow figure reason relate"
) - {"ran"}
"""These attribute only what stands before them: what follows is what was agreed, not what was said."""

BASE = frozenset(
    """say tell write ask add call joke warn remark insist argue describe reply answer exclaim declare announce admit
    concede confess mutter murmur mumble whisper shout yell scream cry quip retort complain lament boast grumble
    explain stress""".split()
)
"""Infinitives, behind "used to" or "would"."""

OF_SEVERAL = frozenset(
    """say tell call warn insist argue describe allege claim maintain complain accuse blame dismiss brand concede admit
    fear hail praise condemn denounce""".split()
)
"""Present forms behind a plural: "critics say"."""

BEHIND_COMMA = frozenset(
    """blaming citing accusing branding dismissing denouncing condemning criticising criticizing hailing praising
    welcoming likening labelling labeling claiming admitting declaring promising pledging vowing urging demanding
    suggesting remarking quipping joking tweeting posting shouting lamenting complaining conceding acknowledging
    stressing emphasising emphasizing predicting""".split()
)
"""Participles that attribute only behind a comma: "reports suggesting" are nobody's."""

PARTICIPLES = BEHIND_COMMA | frozenset(
    "saying adding telling writing warning insisting arguing calling describing asking explaining stating".split()
)
"""These belong to the subject that opens the sentence."""

OF_A_COURT = frozenset("observing noting recording".split())
"""In recitals, these stand right behind their own subject: "and upon the Court observing"."""

OF_A_TEXT = frozenset({"reads", "ran"})
"""What reads so is often described at length: "a letter sent to all reads"."""

SPEAKER_OF_PASSIVE = frozenset({"quoted", "reported", "recorded"})
"""The subject of these in the passive is the one who speaks: "was quoted as saying"."""

WITH_PREPOSITION = {
    form: frozenset(prepositions.split())
    for forms, prepositions in (
        ("spoke speaks spoken talked talks", "of about"),
        ("referred refers alluded alludes", "to"),
        ("hinted hints", "at"),
    )
    for form in forms.split()
}
"""Verbs that attribute the words behind their preposition: "she spoke of"."""

BEFORE_PLACE = frozenset(
    """at in on to of from for by with after before during outside inside through via under over about against upon near
    later earlier yesterday today monday tuesday wednesday thursday friday saturday sunday last this""".split()
)
"""Words that lead to whom, where or when something is said."""


def is_verb_of_saying(word: str) -> bool:
    """Whether a word may attribute speech: "said", "adding"."""
    return word in FINITE or word in PARTICIPLES
