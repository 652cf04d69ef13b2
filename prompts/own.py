"""Messages of a prompt for a schema of the user's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from summariser.documents import Document
from summariser.errors import PromptError
from summariser.prompts.rendering import about_line, numbered
from summariser.prompts.scope import Chunk

if TYPE_CHECKING:
    from summariser.prompts.loader import Prompt
    from summariser.prompts.template import Template

__all__ = ["own_examples", "own_messages"]


def own_messages(prompt: Prompt, document: Document, chunk: Chunk) -> list[dict[str, str]]:
    """The messages of a prompt for a schema of the user's own.

    Raises:
        PromptError: The prompt has no question.
    """
    if prompt.question is None:
        raise PromptError(f"the prompt {prompt.name!r} has no question.md")
    last = {"role": "user", "content": _own_question(prompt, prompt.question, document, chunk)}
    return [{"role": "system", "content": prompt.system.text}, *own_examples(prompt, prompt.question), last]


def own_examples(prompt: Prompt, question: Template) -> list[dict[str, str]]:
    """The worked examples of a prompt as messages."""
    messages = []
    for example in prompt.examples:
        text = Document(example.text, f"example {example.name}", "")
        answer = json.dumps(example.answer, ensure_ascii=False, separators=(",", ":"))
        messages += [
            {"role": "user", "content": _own_question(prompt, question, text, Chunk(text.sentences))},
            {"role": "assistant", "content": answer},
        ]
    return messages


def _own_question(prompt: Prompt, question: Template, document: Document, chunk: Chunk) -> str:
    values = {**dict.fromkeys(prompt.variables, ""), "document": numbered(chunk), "about": about_line(document)}
    return f"{prompt.document.render(values)}\n\n{question.render(values)}".strip("\n")
