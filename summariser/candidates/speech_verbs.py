"""Verbs that attribute speech, by what may stand beside them."""

from __future__ import annotations

__all__ = [
    "AFTER_SPEECH",
    "BASE",
    "BEFORE_PLACE",
    "FINITE",
    "NEEDS_OBJECT",
    "NOUNS_TOO",
    "OF_A_COURT",
    "OF_A_TEXT",
    "PARTICIPLES",
    "SPEAKER_OF_PASSIVE",
    "WITHOUT_OBJECT",
    "is_verb_of_saying",
]

NEEDS_OBJECT = frozenset(
    """told tells called calls described describes welcomed praised hailed condemned thanked accused accuses dismissed
    dismisses branded labelled labeled denounced denounces blasted slammed criticised criticized likened deplored
    defended characterised characterized blamed blames lauded""".split()
)
"""What follows these is whom or what they are about, never the one who speaks."""

WITHOUT_OBJECT = frozenset(
    """said says say added adds noted notes stated states replied remarked explained continued concluded insisted argued
    commented responded observed stressed admitted conceded recalled warned""".split()
)
"""What follows these without a preposition is the clause they report."""

FINITE = (
    NEEDS_OBJECT
    | (WITHOUT_OBJECT - {"say"})
    | frozenset(
        """remarks asked asks replies warns insists argues explains announced announces declared declares wrote writes
    tweeted posted continues concludes comments responds answered answers observes emphasised emphasized stresses
    underlined acknowledged acknowledges admits concedes urged urges pledged promised vowed vows cautioned cautions
    joked quipped shouted whispered exclaimed countered counters retorted maintained maintains claimed claims affirmed
    reaffirmed confirmed confirms reads read testified complained lamented quoted quotes reiterated repeated suggested
    signalled signaled pleaded predicted proclaimed recounted reflected reported reports denied objected interjected
    began begins ran texted agreed agrees demanded demands wondered wonders cried sighed mused snapped boasted
    thundered growled begged confessed""".split()
    )
)
"""Finite forms, in the present and the past."""

NOUNS_TOO = frozenset(
    """adds notes states asks answers comments stresses urges counters claims reports reads calls welcomes quotes posts
    ran demands wonders blames""".split()
)
"""These are nouns or other verbs too, and need a subject that is plainly one."""

AFTER_SPEECH = frozenset({"agreed", "agrees"})
"""These attribute only what stands before them: what follows is what was agreed, not what was said."""

BASE = frozenset("say tell write ask add call joke warn remark insist argue describe reply".split())
"""Infinitives, behind "used to" or "would"."""

PARTICIPLES = frozenset(
    """saying adding telling writing warning insisting arguing calling describing asking explaining stating""".split()
)
"""Behind a comma, these belong to the subject that opens the sentence."""

OF_A_COURT = frozenset("observing noting recording".split())
"""In recitals, these stand right behind their own subject: "and upon the Court observing"."""

OF_A_TEXT = frozenset({"reads", "ran"})
"""What reads so is often described at length: "a letter sent to all reads"."""

SPEAKER_OF_PASSIVE = frozenset({"quoted", "reported", "recorded"})
"""The subject of these in the passive is the one who speaks: "was quoted as saying"."""

BEFORE_PLACE = frozenset(
    """at in on to of from for by with after before during outside inside through via under over about against upon near
    later earlier yesterday today monday tuesday wednesday thursday friday saturday sunday last this""".split()
)
"""Words that lead to whom, where or when something is said."""


def is_verb_of_saying(word: str) -> bool:
    """Whether a word may attribute speech: "said", "adding"."""
    return word in FINITE or word in PARTICIPLES
