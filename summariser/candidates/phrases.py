"""Verbs that bind together with a particle: "turned down", "went back on", "stood by"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summariser.candidates.word_order import low_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.candidates.complement import Kind
    from summariser.candidates.tokens import Token

__all__ = ["PHRASAL", "Phrase", "phrase_at"]

_PHRASES: tuple[tuple[Kind, str, str, str], ...] = (
    ("refuse", "turn down", "turn turns turned turning", "down"),
    ("refuse", "rule out", "rule rules ruled ruling", "out"),
    ("refuse", "reject", "brush brushes brushed", "aside|off"),
    ("refuse", "reject", "throw throws threw", "out"),
    ("refuse", "reject", "vote votes voted", "down|against"),
    ("refuse", "reject", "shoot shoots shot", "down"),
    ("refuse", "reject", "knock knocks knocked", "back"),
    ("refuse", "reject", "wave waves waved", "away|aside"),
    ("refuse", "reject", "say says said", "no to"),
    ("refuse", "reject", "stop stops stopped", "short of"),
    ("withdraw", "withdraw", "back backs backed", "out of|away from|off|down from"),
    ("withdraw", "withdraw", "walk walks walked", "away from"),
    ("withdraw", "withdraw", "pull pulls pulled", "out of|back from"),
    ("withdraw", "withdraw", "go goes went gone", "back on"),
    ("withdraw", "withdraw", "give gives gave given", "up|up on"),
    ("withdraw", "withdraw", "take takes took taken", "back"),
    ("withdraw", "withdraw", "tear tears tore torn rip rips ripped", "up"),
    ("withdraw", "withdraw", "renege reneges reneged backtrack backtracks backtracked", "on"),
    ("keep", "keep", "make makes made making", "good on"),
    ("keep", "keep", "deliver delivers delivered", "on"),
    ("keep", "keep", "live lives lived", "up to"),
    ("renew", "renew", "stand stands stood", "by"),
    ("renew", "renew", "stick sticks stuck", "to|by"),
    ("offer", "float", "put puts putting", "forward|on the table"),
    ("commit", "assume", "set sets setting", "aside"),
    ("commit", "assume", "sign signs signed signing", "up to"),
    ("commit", "assume", "take takes took taken", "on the task of|on responsibility for|on the cost of|on the job of"),
    ("commit", "assume", "accept accepts accepted", "responsibility for|liability for"),
    ("commit", "undertake", "bow bows bowed", "to calls|to demands|to pressure"),
    ("withdraw", "retreat", "back backs backed climb climbs climbed", "down on|down over"),
    (
        "withdraw",
        "retreat",
        "make makes made do does did",
        "a u-turn on|a u-turn over|an about-turn on|an about-face on",
    ),
    (
        "commit",
        "assume",
        "take takes took",
        "upon itself|upon themselves|on itself|on themselves|upon himself|upon herself|it upon itself",
    ),
)
_BY_FORM: dict[str, list[tuple[tuple[str, ...], Kind, str]]] = {}
for _kind, _lemma, _forms, _particles in _PHRASES:
    for _form in _forms.split():
        for _particle in sorted(_particles.split("|"), key=len, reverse=True):
            _BY_FORM.setdefault(_form, []).append((tuple(_particle.split()), _kind, _lemma))

PHRASAL = frozenset(_BY_FORM)
"""Forms of verbs that may bind with a particle."""


class Phrase(NamedTuple):
    """A verb with its particle.

    Attributes:
        kind: The sort of verb.
        lemma: What it is read like.
        after: Number of the token behind the particle.
    """

    kind: Kind
    lemma: str
    after: int


def phrase_at(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The phrase that begins with the verb `tokens[verb]`, or None."""
    for particle, kind, lemma in _BY_FORM.get(tokens[verb].low, ()):
        if all(low_at(tokens, verb + 1 + i) == word for i, word in enumerate(particle)):
            return Phrase(kind, lemma, verb + 1 + len(particle))
    return None
