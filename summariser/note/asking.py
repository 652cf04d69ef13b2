"""The question for the sentences of a bottom line, and the model that its answer has to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from summariser.errors import PromptError
from summariser.note.words import one_line
from summariser.prompts.rendering import inert

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summariser.note.offered import Offered
    from summariser.prompts.loader import Prompt
    from summariser.schemas import Note

__all__ = ["Line", "Refused", "about_lines", "answer_model", "messages_for", "printed"]

Refused = tuple[str, list[str]]
"""A sentence with the reasons why it was refused."""

_LONGEST_ITEM: Final = 360  # characters
_LONGEST_PASSAGE: Final = 320


class Line(BaseModel):
    """A sentence of the bottom line."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, max_length=400, description="One sentence that its items bear out.")
    at: list[str] = Field(min_length=1, max_length=4, description="Labels of the items it rests on.")


def answer_model(items: Sequence[Offered], most: int) -> type[BaseModel]:
    """What an answer has to fill: sentences that rest on these items and no others."""
    label: Any = Literal[tuple(item.id for item in items)]
    line = create_model("Line", __base__=Line, at=(list[label], Field(min_length=1, max_length=4)))
    sentences: Any = list[line]
    return create_model(
        "Answer", __config__=ConfigDict(extra="forbid"), sentences=(sentences, Field(min_length=1, max_length=most))
    )


def printed(item: Offered) -> str:
    """An item as the model sees it: label, what it says, and the words of the first source that say more."""
    said = _cut(item.text, _LONGEST_ITEM)
    passage = next(iter(item.evidence), "")
    shown = f"{item.id} {said}"
    return inert(shown if passage in said else f"{shown} | source: “{_cut(passage, _LONGEST_PASSAGE)}”")


def _cut(text: str, longest: int) -> str:
    line = one_line(text)
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + " …"


def about_lines(note: Note) -> str:
    """Topic and reader, as far as they are given."""
    lines = (("Topic", note.topic), ("Reader", note.audience))
    return "\n".join(f"{label}: {inert(one_line(text))[:200]}" for label, text in lines if text)


def messages_for(
    prompt: Prompt, items: Sequence[Offered], about: str, *, most: int, refused: Sequence[Refused] = ()
) -> list[dict[str, str]]:
    """The messages of one question.

    Args:
        prompt: A prompt with a question.
        items: What may be cited.
        about: Topic and reader.
        most: Most sentences.
        refused: Sentences of the answer before that did not hold.

    Raises:
        PromptError: The prompt has no question.
    """
    if prompt.question is None:
        raise PromptError(f"the prompt {prompt.name!r} has no question.md", hint="a prompt for notes needs one")
    complaints = "\n".join(f"- “{inert(one_line(text))}”: {inert('; '.join(why))}" for text, why in refused)
    values = {
        **dict.fromkeys(prompt.variables, ""),
        "document": "\n".join(map(printed, items)),
        "about": about,
        "most": str(most),
        "fewest": str(min(2, most)),
        "refused": f"\n{complaints}" if complaints else "none",
    }
    content = f"{prompt.document.render(values)}\n\n{prompt.question.render(values)}".strip("\n")
    return [{"role": "system", "content": prompt.system.text}, {"role": "user", "content": content}]
