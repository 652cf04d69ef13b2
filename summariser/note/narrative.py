"""The bottom line as a model writes it. What the items of a sentence do not bear out does not get in."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from summariser.errors import ModelError
from summariser.note.asking import about_lines, answer_model, messages_for, printed
from summariser.note.citations import renumber
from summariser.note.offered import Offered, offered_items, problems_of
from summariser.schemas import PromptInfo, Usage
from summariser.schemas.note import LeftOut, NoteSentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summariser.models.client import ModelClient
    from summariser.note.asking import Line, Refused
    from summariser.prompts.loader import Prompt
    from summariser.schemas import Note

__all__ = ["write_narrative"]

PROMPT_CHARACTERS: Final = 6_000
"""Characters of items in one question."""

_MOST_SENTENCES: Final = {"short": 4, "long": 8}
_FEWEST_OFFERED: Final = {"short": 30, "long": 90}
_OFFERED_PER_SOURCE: Final = 2
_SENTENCES_PER_GROUP: Final = 3
_TOKENS_PER_SENTENCE: Final = 140
_MOST_CITES: Final = 8  # of one sentence; the items have them all


@dataclass
class _Writer:
    """Asks for sentences and keeps those that hold."""

    note: Note
    client: ModelClient
    prompt: Prompt
    characters: int
    gate: asyncio.Semaphore
    usage: Usage = field(default_factory=Usage)
    left_out: list[LeftOut] = field(default_factory=list)

    async def sentences(self, items: Sequence[Offered], most: int) -> list[Offered]:
        """Sentences on these items, each as an item of its own; one that does not hold is asked for once more.

        Raises:
            ModelError: The model cannot be used.
        """
        kept, refused = self._sorted(await self._ask(items, most), items)
        if refused:
            try:
                again = await self._ask(items, len(refused), refused)
            except ModelError:
                again = []
            more, still = self._sorted(again, items)
            kept += more
            lost = still or refused[len(more) :]
            self.left_out += [LeftOut(text=text, reason="; ".join(why)) for text, why in lost]
        distinct = {item.text: item for item in reversed(kept)}
        return [item for item in dict.fromkeys(kept) if distinct.get(item.text) is item][:most]

    async def _ask(self, items: Sequence[Offered], most: int, refused: Sequence[Refused] = ()) -> list[Line]:
        about = about_lines(self.note)
        async with self.gate:
            reply = await self.client.ask(
                messages_for(self.prompt, items, about, most=most, refused=refused),
                answer_model(items, most),
                max_tokens=100 + most * _TOKENS_PER_SENTENCE,
                on_usage=self._count,
            )
        answer: Any = reply.value  # its class is made for these items
        return list(answer.sentences)

    def _count(self, usage: Usage) -> None:
        self.usage += usage

    def _sorted(self, lines: Sequence[Line], items: Sequence[Offered]) -> tuple[list[Offered], list[Refused]]:
        """The sentences that hold, and the others with the reasons."""
        known = {item.id: item for item in items}
        kept, refused = [], list[tuple[str, list[str]]]()
        for line in lines:
            text = " ".join(line.text.split())
            cited = [known[label] for label in dict.fromkeys(line.at)]
            problems = problems_of(text, cited) if text else ["it is empty"]
            if problems:
                refused.append((text, problems))
            else:
                kept.append(_joined(text, cited))
        return kept, refused

    async def hierarchy(self, items: Sequence[Offered], most: int) -> list[Offered]:
        """Sentences on any number of items: groups first, then the sentences on the groups.

        Each question stays within a bound, and the number of questions is linear in the number of items.
        """
        while True:
            groups = list(_groups(items, self.characters))
            if len(groups) == 1:
                return await self.sentences(items, most)
            found = await asyncio.gather(*(self._of_group(group) for group in groups))
            items = [
                Offered(
                    f"n{number}",
                    item.ids,
                    item.text,
                    item.evidence,
                    item.names,
                    item.cites,
                    item.weight,
                    item.ended,
                )
                for number, item in enumerate((item for group in found for item in group), 1)
            ]

    async def _of_group(self, group: Sequence[Offered]) -> list[Offered]:
        """Few sentences on a group; where the model gives none, its first item stands for it."""
        if len(group) == 1:
            return list(group)
        most = min(_SENTENCES_PER_GROUP, len(group) // 2)
        try:
            found = await self.sentences(group, most)
        except ModelError:
            found = []
        return found or [group[0]]


async def write_narrative(
    note: Note,
    client: ModelClient,
    *,
    prompt: Prompt | None = None,
    characters: int = PROMPT_CHARACTERS,
    jobs: int = 1,
) -> Note:
    """Have a model write the bottom line of a note.

    It is offered the most important items and cites them. A sentence that says more than the evidence of its items is
    asked for once more, then left out and listed. Where none holds, or the model fails, the bottom line stays as it is.

    Args:
        note: The note; it is changed.
        client: The model.
        prompt: A prompt with a question; None for the one named "note".
        characters: Most characters of items in one question.
        jobs: Questions at a time.

    Returns:
        The same note, its citations numbered anew.
    """
    if prompt is None:
        from summariser.prompts.loader import load_prompt

        prompt = load_prompt("note")
    writer = _Writer(note, client, prompt, characters, asyncio.Semaphore(jobs))
    used = sum(source.status == "used" for source in note.sources)
    most_offered = max(_FEWEST_OFFERED[note.length], _OFFERED_PER_SOURCE * used)
    offered = offered_items(note)[:most_offered]
    found: list[Offered] = []
    if offered:
        try:
            found = await writer.hierarchy(offered, _MOST_SENTENCES[note.length])
        except ModelError as error:
            note.warnings.append(f"The bottom line is made by rule: {error.message}")
    if found:
        note.bottom_line = [
            NoteSentence(text=item.text, items=list(item.ids), cites=list(item.cites[:_MOST_CITES])) for item in found
        ]
        note.provenance.prompt = PromptInfo(name=prompt.name, version=prompt.version, sha256=prompt.sha256)
        note.provenance.model = client.model
    elif offered and writer.left_out:
        note.warnings.append("The bottom line is made by rule: no sentence of the model was borne out by its items.")
    note.left_out += writer.left_out
    note.provenance.usage += writer.usage
    return renumber(note)


def _joined(text: str, items: Sequence[Offered]) -> Offered:
    """A sentence on some items as an item of its own."""

    def every(name: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(value for item in items for value in getattr(item, name)))

    return Offered(
        id="n0",
        ids=every("ids"),
        text=text,
        evidence=every("evidence"),
        names=every("names"),
        cites=_interleaved([item.cites for item in items]),
        weight=max(item.weight for item in items),
        ended=frozenset().union(*(item.ended for item in items)),
    )


def _interleaved(lists: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The first of each, then the second of each, so that each item is cited among the first."""
    longest = max(map(len, lists))
    return tuple(dict.fromkeys(each[at] for at in range(longest) for each in lists if at < len(each)))


def _groups(items: Sequence[Offered], characters: int) -> Iterator[list[Offered]]:
    """The items in groups that fit into a question; at least two in each but the last."""
    group: list[Offered] = []
    size = 0
    for item in items:
        length = len(printed(item)) + 1
        if len(group) > 1 and size + length > characters:
            yield group
            group, size = [], 0
        group.append(item)
        size += length
    if group:
        yield group
