"""Which sources concern another matter. In doubt a source stays."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Final

from summariser.note.parties import merge_parties
from summariser.note.words import content_stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.sources import Source

__all__ = ["find_irrelevant", "names_topic", "words_of_source"]

_PART_OF_TOPIC: Final = 0.34
_FEWEST_SOURCES: Final = 3  # of two that differ nobody can tell which is beside the matter
_STRAY: Final = 0.45  # of the usual closeness: less is hardly any
_STRAY_WITH_STATE: Final = 0.3
_CLOSE: Final = 0.5  # of the usual closeness: a source that close stays though it does not name the topic
_USUAL_OF_ONE: Final = 0.3  # where one source alone names the topic


def find_irrelevant(sources: Sequence[Source], topic: str | None) -> dict[str, str]:
    """Find sources that concern another matter.

    With a topic: those that hold less than a third of its words and are not close to those that do. Without: those that
    share no party with any other source (states, which many share, count little) and hardly any words. Never all, and
    without a topic never half of them.

    Args:
        sources: The sources without duplicates, in order.
        topic: The matter, or None.

    Returns:
        For each source that is beside the matter, the reason.
    """
    if len(sources) < 2:
        return {}
    words = {source.id: words_of_source(source) for source in sources}
    wanted = content_stems(topic) if topic else frozenset()
    if wanted:
        return _beside_topic(sources, words, wanted)
    if len(sources) < _FEWEST_SOURCES:
        return {}
    return _alone(sources, words)


def names_topic(sources: Sequence[Source], topic: str) -> bool:
    """Whether any source holds words of the topic."""
    wanted = content_stems(topic)
    return not wanted or any(_holds(words_of_source(source), wanted) for source in sources)


def _holds(words: frozenset[str], wanted: frozenset[str]) -> bool:
    return len(words & wanted) >= _PART_OF_TOPIC * len(wanted)


def _beside_topic(
    sources: Sequence[Source], words: dict[str, frozenset[str]], wanted: frozenset[str]
) -> dict[str, str]:
    on_topic = [source.id for source in sources if _holds(words[source.id], wanted)]
    if not on_topic:
        return {}
    centre = Counter(word for name in on_topic for word in words[name])
    usual = median(_closeness(words[name], centre, len(on_topic), own=True) for name in on_topic) or _USUAL_OF_ONE
    return {
        source.id: "it holds hardly a word of the topic"
        for source in sources
        if source.id not in on_topic and _closeness(words[source.id], centre, len(on_topic), own=False) < _CLOSE * usual
    }


def _alone(sources: Sequence[Source], words: dict[str, frozenset[str]]) -> dict[str, str]:
    centre = Counter(word for own in words.values() for word in own)
    closeness = {name: _closeness(own, centre, len(words), own=True) for name, own in words.items()}
    bodies, states = _shared_parties(sources)
    found = {}
    for source in sources:
        others = [value for name, value in closeness.items() if name != source.id]
        stray = _STRAY_WITH_STATE if source.id in states else _STRAY
        if source.id not in bodies and closeness[source.id] < stray * median(others):
            found[source.id] = "it shares no party and hardly a word with the other sources"
    return found if 2 * len(found) < len(sources) else {}


def _closeness(words: frozenset[str], centre: Counter[str], count: int, *, own: bool) -> float:
    """The part of the other sources that holds a word, on average over the words of a source."""
    others = count - own
    if not words or not others:
        return 0.0
    return sum(centre[word] - own for word in words if word in centre) / (others * len(words))


def _shared_parties(sources: Sequence[Source]) -> tuple[set[str], set[str]]:
    """Sources that share a person or a body with another, and sources that share a state."""
    bodies: set[str] = set()
    states: set[str] = set()
    for party in merge_parties(sources).parties.values():
        among = {source.id for source, _ in party.members}
        if len(among) > 1:
            (states if party.kind == "state" else bodies).update(among)
    return bodies, states


def words_of_source(source: Source) -> frozenset[str]:
    """The words that say what a source is about."""
    brief = source.brief
    texts = [brief.title, *(sentence.text for sentence in brief.summary)]
    texts += [commitment.action for commitment in brief.commitments]
    texts += [fact.statement for fact in brief.context]
    texts += [span.text for item in source.items for span in item.evidence[:2]]
    texts += [name for party in brief.parties for name in (party.name, *party.aliases)]
    return frozenset().union(*map(content_stems, texts))
