"""How a model is used: how much it is given at a time, what it is asked, in how many requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summariser.pipeline.chunking import CHARACTERS_PER_TOKEN
from summariser.prompts.scope import Scope

if TYPE_CHECKING:
    from summariser.models.spec import ModelSpec
    from summariser.settings import Settings

__all__ = ["Profile", "profile_of"]

_LOCAL_CONTEXT = 8_192
_REMOTE_CONTEXT = 32_768
_LOCAL_CHUNK = 8_000  # characters: a small model reads less well what stands far from its question
_REMOTE_JOBS = 4


@dataclass(frozen=True)
class Profile:
    """How a model is used.

    Attributes:
        context_tokens: Length of its context.
        chunk_characters: Most characters of a document that it is given at a time.
        max_output_tokens: Most tokens of one answer, or None for as many as the question needs.
        scope: What it is asked.
        jobs: Requests at a time.
    """

    context_tokens: int
    chunk_characters: int
    max_output_tokens: int | None
    scope: Scope
    jobs: int


def profile_of(spec: ModelSpec, settings: Settings) -> Profile:
    """The profile of a model: that of its kind, with what the settings say.

    The embedded model is asked for the kinds of names and a summary; an endpoint's is asked to judge every candidate
    and to look for what they leave out.
    """
    context = settings.context_tokens or (_LOCAL_CONTEXT if spec.embedded else _REMOTE_CONTEXT)
    room = int(context * CHARACTERS_PER_TOKEN * 0.5)  # the rest is for instructions, examples and the answer
    return Profile(
        context_tokens=context,
        chunk_characters=min(room, _LOCAL_CHUNK) if spec.embedded else room,
        max_output_tokens=settings.max_output_tokens,
        scope=Scope(
            ask=settings.ask if settings.ask != "auto" else "open" if spec.embedded else "all",
            calls="parts" if settings.calls == "parts" else "one",
        ),
        jobs=settings.jobs or (1 if spec.embedded else _REMOTE_JOBS),
    )
