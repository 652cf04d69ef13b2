"""Finding the way in which an endpoint gives structured output, and keeping to it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator

from summariser.errors import ModelError, OutputError, SettingsError, SummariserError
from summariser.models import modes
from summariser.models.client import ModelClient, Reply
from summariser.models.retry import RetryPolicy
from tests.loopback import Answer, Loopback, Request, call, error, text

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = '{"size": 3}'
QUICK = RetryPolicy(attempts=2, first_wait=0.001, longest_wait=0.002)


class Thing(BaseModel):
    """A thing with a size."""

    model_config = ConfigDict(extra="forbid")

    size: int = Field(le=100)

    @field_validator("size")
    @classmethod
    def _even(cls, size: int) -> int:
        if size == 13:
            msg = "unlucky"
            raise ValueError(msg)
        return size


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    modes.forget()
    yield
    modes.forget()


def ask(server: Loopback, *, times: int = 1, **options: Any) -> list[Reply[Thing]]:
    """Ask with a new client for each time, as one process may."""

    async def once() -> Reply[Thing]:
        settings: dict[str, Any] = {"model": "m", "retry": QUICK, **options}
        client = ModelClient(base_url=server.url, api_key=None, **settings)
        try:
            return await client.ask([{"role": "user", "content": "How large?"}], Thing, max_tokens=50)
        finally:
            await client.aclose()

    return [asyncio.run(once()) for _ in range(times)]


def only(*taken: str, refusals: dict[str, Answer] | None = None) -> Any:
    """An endpoint that takes these modes, and refuses the others in its own words."""
    words = {
        "json_schema": error(400, "'response_format.type' must be 'json_object' or 'text'"),
        "tools": error(400, "This model does not support tools"),
        "json": error(400, "response_format is not supported by this model"),
        **(refusals or {}),
    }

    def answer(request: Request) -> Answer:
        if request.mode not in taken:
            return words[request.mode]
        return {"tools": call(GOOD), "md_json": text(f"Sure!\n```json\n{GOOD}\n```")}.get(request.mode, text(GOOD))

    return answer


@pytest.mark.parametrize("position", range(len(modes.CHAIN)))
def test_the_strictest_mode_that_is_taken_is_used_and_remembered(position: int) -> None:
    """Refused modes are passed over once; later questions of the process begin with the one that worked."""
    mode = modes.CHAIN[position]
    with Loopback(default=only(mode)) as server:
        replies = ask(server, times=3)
    assert server.modes == [*modes.CHAIN[: position + 1], mode, mode]
    assert [reply.mode for reply in replies] == [mode] * 3
    assert [reply.usage.calls for reply in replies] == [position + 1, 1, 1]
    assert [reply.usage.retries for reply in replies] == [position, 0, 0]


@pytest.mark.parametrize(
    "refusal",
    [
        error(400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."),
        error(422, "response_format.json_schema: Input should be 'text'"),
        error(404, "No endpoints found that support structured outputs"),
        error(500, "failed to parse grammar"),
        error(501, "not implemented"),
        error(400, "Invalid schema for response_format 'Thing': 'maximum' is not permitted."),
    ],
    ids=lambda answer: str(answer.status),
)
def test_refusals_of_the_schema_are_understood(refusal: Answer) -> None:
    """Status and words in which known servers refuse a JSON schema lead to the next mode."""
    with Loopback(default=only("tools", refusals={"json_schema": refusal})) as server:
        assert ask(server)[0].mode == "tools"
    assert server.modes == ["json_schema", "tools"]


@pytest.mark.parametrize(
    "refusal",
    [
        error(400, "m does not support tools"),
        error(404, "No endpoints found that support tool use"),
        error(400, '"auto" tool choice requires --enable-auto-tool-choice'),
        error(400, "tool_choice is not available"),
        error(500, "function calling is not enabled"),
    ],
    ids=lambda answer: str(answer.status),
)
def test_refusals_of_tools_are_understood(refusal: Answer) -> None:
    """Status and words in which known servers refuse tools lead to the next mode."""
    with Loopback(default=only("json", refusals={"tools": refusal})) as server:
        assert ask(server)[0].mode == "json"


def test_other_errors_are_no_refusals() -> None:
    """A missing model is not taken for a missing mode."""
    with Loopback(default=error(404, "model 'functionary' not found")) as server, pytest.raises(ModelError):
        ask(server)
    assert server.modes == ["json_schema"]


@pytest.mark.parametrize("ignored", ["It is about three.", '{"answer": {"size": 3}}', '{"size": "large"}', ""])
def test_an_endpoint_that_ignores_the_schema_is_asked_otherwise(ignored: str) -> None:
    """Prose and foreign shapes are sent back, and when that does not help the next mode is tried and remembered."""

    def answer(request: Request) -> Answer:
        return call(GOOD) if request.mode == "tools" else text(ignored)

    with Loopback(default=answer) as server:
        replies = ask(server, times=2)
    assert server.modes == ["json_schema", "json_schema", "tools", "tools"]
    assert (replies[0].usage.calls, replies[0].usage.retries, replies[1].usage.calls) == (3, 2, 1)


def test_prose_in_every_mode_is_bounded() -> None:
    """A model that never gives JSON costs each mode once with its re-asks."""
    with (
        Loopback(default=text("I would rather not.")) as server,
        pytest.raises(OutputError, match=r"json_invalid"),
    ):
        ask(server)
    assert server.modes == [mode for mode in modes.CHAIN for _ in range(2)]


def test_a_refusal_is_remembered_though_no_mode_worked() -> None:
    """A mode that was refused is not asked for again, even while no other one has given an answer."""

    def answer(request: Request) -> Answer:
        return error(400, "no response_format here") if request.mode == "json_schema" else text("prose")

    with Loopback(default=answer) as server:
        for _ in range(2):
            with pytest.raises(OutputError):
                ask(server, reasks=0)
    assert server.modes == [*modes.CHAIN, *modes.CHAIN[1:]]


def test_a_broken_rule_does_not_change_the_mode() -> None:
    """An answer of the right shape that breaks a rule is the model's fault, not the endpoint's."""
    with Loopback(default=text('{"size": 13}')) as server, pytest.raises(OutputError, match="size: value_error"):
        ask(server)
    assert server.modes == ["json_schema"] * 2


def test_a_mode_that_has_worked_is_kept() -> None:
    """Once an endpoint has held to the schema, one bad answer does not lead to looser modes."""
    with Loopback(text(GOOD), default=text("prose")) as server:
        ask(server)
        with pytest.raises(OutputError):
            ask(server)
    assert server.modes == ["json_schema"] * 3


def test_one_bad_schema_does_not_spoil_the_mode() -> None:
    """A mode that has worked is tried again after the endpoint refused a single request in it."""
    refusal = error(400, "schema too complex")
    with Loopback(text(GOOD), refusal, call(GOOD), text(GOOD)) as server:
        replies = ask(server, times=3)
    assert [reply.mode for reply in replies] == ["json_schema", "tools", "json_schema"]


def test_a_named_mode_is_the_only_one() -> None:
    """Where the user names a mode there is no fall-back, and nothing is remembered for others."""
    with Loopback(default=only("json")) as server:
        with pytest.raises(ModelError, match="does not support tools"):
            ask(server, mode="tools")
        assert ask(server, mode="json")[0].mode == "json"
        assert modes.known(server.url, "m").working is None
    assert server.modes == ["tools", "json"]


def test_models_are_known_apart() -> None:
    """What one model of an endpoint refuses, another may take."""

    def answer(request: Request) -> Answer:
        return text(GOOD) if request.json["model"] == "new" else only("json")(request)

    with Loopback(default=answer) as server:
        ask(server, model="old")
        assert ask(server, model="new")[0].mode == "json_schema"


def test_unknown_modes_are_refused() -> None:
    """A mode that does not exist is named before anything is sent."""
    with Loopback() as server, pytest.raises(SettingsError, match=r"'xml'.*json_schema") as caught:
        ask(server, mode="xml")
    assert isinstance(caught.value, SummariserError)


def test_a_throttled_endpoint_is_not_asked_in_other_modes() -> None:
    """Retries, re-asks and modes do not multiply."""
    with Loopback(default=error(503, "busy")) as server, pytest.raises(ModelError):
        ask(server, reasks=3)
    assert server.modes == ["json_schema"] * QUICK.attempts


def test_schema_is_shown_where_it_cannot_be_enforced() -> None:
    """Only the two last modes put the schema into the messages, after the system message's own words."""
    with Loopback(default=only("md_json")) as server:
        ask(server)
    shown = ['"size"' in str(request.messages) for request in server.requests]
    assert shown == [False, False, True, True]
    assert [len(request.messages) for request in server.requests] == [1, 1, 2, 2]


def problem_with(kind: Any, value: object) -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return caught.value


def test_ignored_schema_is_told_from_a_broken_rule() -> None:
    """What a JSON schema expresses shows whether it was enforced; what it cannot express does not."""
    assert modes.ignores_schema("json_schema", problem_with(Thing, {"size": "x", "more": 1}))
    assert modes.ignores_schema("tools", ValueError("no tool call"))
    assert not modes.ignores_schema("json_schema", problem_with(Thing, {"size": 13}))
    assert not modes.ignores_schema("json_schema", KeyError("size"))
    assert not modes.ignores_schema("md_json", ValueError("no JSON"))
