"""Asks a model client the same small question, for the tests of the client's layers."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from summariser.errors import SummariserError
from summariser.models.client import ModelClient, Reply
from summariser.models.retry import RetryPolicy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.loopback import Loopback

KEY = "sk-very-secret-0123456789"
DOCUMENT = "\ufeff  The {{ 7*7 }} minister\r\n\t{% raw %} said:\u00a0“We will”…  \n\n\n trailing \u2028 "
MESSAGES = [{"role": "system", "content": "List names."}, {"role": "user", "content": DOCUMENT}]
GOOD = '{"names": ["Ada"]}'
QUICK = RetryPolicy(attempts=3, max_seconds=20, first_wait=0.001, longest_wait=0.002)


class Names(BaseModel):
    """People named."""

    model_config = ConfigDict(extra="forbid")

    names: list[str] = Field(max_length=3)

    @field_validator("names")
    @classmethod
    def _known(cls, names: list[str]) -> list[str]:
        if "Nobody" in names:
            msg = "Nobody is not a name"
            raise ValueError(msg)
        return names


class Shelf(dict[str, str]):
    """A cache in memory."""

    def put(self, key: str, completion: str) -> None:
        """Keep it."""
        self[key] = completion


@dataclass
class Outcome:
    """What came of some questions to one client."""

    client: ModelClient
    replies: list[Reply[Any]] = field(default_factory=list)
    error: SummariserError | None = None

    @property
    def reply(self) -> Reply[Any]:
        """The last one; raises the error where there was one."""
        if self.error:
            raise self.error
        return self.replies[-1]


def ask(
    server: Loopback | str,
    *,
    times: int = 1,
    wanted: type[BaseModel] = Names,
    on_text: Callable[[str], None] | None = None,
    max_tokens: int = 100,
    **options: Any,
) -> Outcome:
    """Ask a client made with these options the same question some times."""
    settings: dict[str, Any] = {"model": "m", "api_key": KEY, "retry": QUICK, "timeout": 5.0, **options}

    async def run() -> Outcome:
        outcome = Outcome(ModelClient(base_url=server if isinstance(server, str) else server.url, **settings))
        try:
            for _ in range(times):
                reply = await outcome.client.ask(MESSAGES, wanted, max_tokens=max_tokens, on_text=on_text)
                outcome.replies.append(reply)
        except SummariserError as failure:
            outcome.error = failure
        finally:
            await outcome.client.aclose()
        return outcome

    return asyncio.run(run())
