"""Words that tell what became of an undertaking, by what they tell: signs for a model, no rule by themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["status_cues"]

_CUES: Final = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "gone": r"withdr[ae]w\w*|pull(?:ed|ing)? (?:out|back|its|the|it)|"
        r"t(?:ook|ake[ns]?|aking) (?:\w+ ){0,3}back|scrap(?:s|ped|ping)?|drop(?:s|ped|ping)?|abandon\w*|"
        r"cancel\w*|call(?:ed|s|ing)? (?:\w+ ){0,2}off|no longer|shelv\w*|laps\w*|off the (?:table|list)|"
        r"gave up|g(?:ive|iv)\w* up|revok\w*|rescind\w*|retract\w*|reneg\w*|walk(?:ed|s|ing)? away|"
        r"released|suspend\w*|ax(?:ed|es|ing)|dead|gone|w(?:ould|ill) not (?:go ahead|happen)",
        "refused": r"refus\w*|declin\w*|reject\w*|turn(?:ed|s|ing)? (?:\w+ ){0,3}down|"
        r"rul(?:ed|es|ing) (?:\w+ ){0,3}out|unable|cannot|can't|could not|couldn't|won't|would not|"
        r"wouldn't|will not|not (?:going|willing|prepared|ready) to|not commit|no date|said no|"
        r"no undertaking|no promise|den(?:ied|ies|y|ying)|not (?:accede|agree)|out of the question|"
        r"another matter",
        "again": r"reaffirm\w*|reiterat\w*|repeat\w*|renew\w*|confirm\w*|still|stands?|standing by|stood by|again|"
        r"once more|remains?|unchanged|in force|restat\w*|as (?:promised|announced|agreed|pledged|before)|"
        r"same (?:promise|pledge|undertaking|words|assurance)|recommit\w*|continues? to",
        "done": r"complet\w*|fulfil\w*|honou?red|discharged|delivered|opened|"
        r"ke(?:pt|eps) (?:its|that|the|his|her|their) (?:word|promise)|as (?:promised|agreed|pledged)|"
        r"ha(?:s|ve) (?:now )?been|w(?:as|ere) paid|ha[sd] paid|did so|done|in place|met its|we did it",
        "open": r"offer\w*|propos\w*|consider\w*|tabl(?:ed|es|ing)|float\w*|discuss\w*|could|might|may|"
        r"would be (?:ready|willing|prepared)|(?:ready|willing|prepared) to|suggest\w*|"
        r"under (?:consideration|discussion|negotiation|review)|in talks|negotiat\w*|weigh\w*|looking at|"
        r"put (?:forward|to)|on the table|draft|ideas?|hop(?:es|ed|ing) to",
        "before": r"had|in (?:19|20)\d\d|of (?:19|20)\d\d|since (?:19|20)\d\d|ago|earlier|previous(?:ly)?|"
        r"predecessor|back in|at the time|"
        r"(?:in|last) (?:january|february|march|april|may|june|july|august|september|october|november|december)|"
        r"last (?:year|month|week|spring|summer|autumn|fall|winter)",
        "turn": r"but|however|yet|now|since then|later|then|in the end|this week|today|yesterday|"
        r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day",
        "made": r"will|shall|agree[sd]?|undert(?:ook|ake\w*)|pledge[sd]?|promis\w*|commit\w*|(?:is|are|plans?) to|"
        r"must|vow\w*|resolv\w*|decided|announced|swore|sworn",
    }.items()
}


def status_cues(text: str, prefix: str) -> Iterator[str]:
    """What the words of a text tell, as features with a prefix, each once."""
    plain = text.replace("’", "'")
    yield from (f"{prefix}{name}" for name, cue in _CUES.items() if cue.search(plain))
