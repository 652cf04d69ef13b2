"""What the model client sends, and what it makes of good and of invalid answers."""

from __future__ import annotations

import asyncio
import json
from typing import Literal

import pytest
from pydantic import create_model

from summariser.errors import OutputError, SettingsError, TruncatedError
from summariser.models import modes
from summariser.models.client import ModelClient, Reply
from summariser.schemas import Usage
from tests.asking import DOCUMENT, GOOD, KEY, MESSAGES, QUICK, Names, ask
from tests.loopback import Answer, Loopback, call, error, text


@pytest.fixture(autouse=True)
def _fresh() -> None:
    modes.forget()


def test_asks_with_the_schema_and_leaves_the_messages_alone() -> None:
    """In the first mode the schema stands beside the messages, which reach the wire byte for byte."""
    with Loopback(text(GOOD, cached=5)) as server:
        reply = ask(server).reply
    (request,) = server.requests
    assert request.path == "/v1/chat/completions"
    assert request.messages == MESSAGES
    assert json.dumps(DOCUMENT, ensure_ascii=False).encode() in request.raw
    assert request.json["response_format"]["json_schema"]["schema"] == Names.model_json_schema()
    assert request.json["response_format"]["json_schema"]["name"] == "Names"
    assert (request.json["temperature"], request.json["seed"], request.json["max_tokens"]) == (0.0, 0, 100)
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert (reply.mode, reply.raw, reply.replayed) == ("json_schema", GOOD, False)
    assert reply.usage == Usage(input_tokens=11, cached_input_tokens=5, output_tokens=7, calls=1)
    assert reply.seconds > 0


def test_the_value_is_an_instance_of_the_class_asked_for() -> None:
    """No subclass and no hidden field of instructor's comes out."""
    with Loopback(text(GOOD)) as server:
        value = ask(server).reply.value
    assert type(value) is Names
    assert value == Names(names=["Ada"])
    assert set(vars(value)) == {"names"}


@pytest.mark.parametrize("mode", modes.CHAIN)
def test_document_text_survives_every_mode(mode: str) -> None:
    """Braces, percent signs and odd white space of a document are neither rendered nor trimmed."""
    answer = call(GOOD) if mode == "tools" else text(f"Here:\n```json\n{GOOD}\n```" if mode == "md_json" else GOOD)
    with Loopback(answer) as server:
        reply = ask(server, mode=mode).reply
    assert server.modes == [mode]
    assert reply.value == Names(names=["Ada"])
    last = server.requests[0].messages[-1]
    assert last["role"] == "user"
    assert last["content"].startswith(DOCUMENT)
    assert (last["content"] == DOCUMENT) == (mode != "md_json")


def test_text_is_handed_on_as_it_comes() -> None:
    """`on_text` gets an empty string at the beginning and then the pieces of the answer."""
    pieces: list[str] = []
    with Loopback(text(GOOD)) as server:
        ask(server, on_text=pieces.append)
    assert pieces[0] == ""
    assert len(pieces) > 2
    assert "".join(pieces) == GOOD


def test_tool_arguments_are_handed_on_as_they_come() -> None:
    """A tool call is streamed like text, and its arguments are the raw answer."""
    pieces: list[str] = []
    with Loopback(call(GOOD)) as server:
        reply = ask(server, mode="tools", on_text=pieces.append).reply
    assert "".join(pieces) == reply.raw == GOOD


def test_an_error_of_the_listener_is_not_swallowed_or_repeated() -> None:
    """What `on_text` raises reaches the caller after one request."""

    def broken(_piece: str) -> None:
        msg = "disk full"
        raise ValueError(msg)

    with Loopback(default=text(GOOD)) as server, pytest.raises(ValueError, match="disk full"):
        ask(server, on_text=broken)
    assert len(server.requests) <= 1


def test_dynamic_models_with_many_allowed_values() -> None:
    """A model made at run time, with a hundred literals, definitions and optional fields, goes and comes whole."""
    anchors = tuple(f"The minister said {number}, “yes”" for number in range(100))
    item = create_model("Item", anchor=(Literal[anchors], ...), note=(str | None, None))
    wanted = create_model("Answer", items=(list[item], ...), more=(item | None, None))
    with Loopback(text(json.dumps({"items": [{"anchor": anchors[42]}]}))) as server:
        value = ask(server, wanted=wanted).reply.value
    assert value.model_dump() == {"items": [{"anchor": anchors[42], "note": None}], "more": None}
    schema = server.requests[0].json["response_format"]["json_schema"]["schema"]
    assert schema["$defs"]["Item"]["properties"]["anchor"]["enum"] == list(anchors)


def test_invalid_json_is_sent_back_with_its_error() -> None:
    """The second request repeats the first and adds the bad answer and what is wrong with it."""
    with Loopback(text('{"names": ["Ada"'), text(GOOD)) as server:
        reply = ask(server).reply
    first, second = server.requests
    assert second.messages[:2] == first.messages
    assert second.messages[2] == {"role": "assistant", "content": '{"names": ["Ada"'}
    assert "Invalid JSON" in second.messages[3]["content"]
    assert "pydantic.dev" not in second.messages[3]["content"]
    assert reply.usage == Usage(input_tokens=22, output_tokens=14, calls=2, retries=1)


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ('{"names": "Ada"}', "valid list"),
        ('{"names": [1]}', "valid string"),
        ('{"names": [], "extra": 1}', "Extra inputs"),
        ("{}", "Field required"),
        ("[]", "should be an object"),
        ("null", "should be an object"),
        ("", "Invalid JSON"),
        ('{"names": ["a", "b", "c", "d"]}', "at most 3"),
        ('{"names": ["Nobody"]}', "Nobody is not a name"),
    ],
)
def test_wrong_shapes_are_sent_back(bad: str, complaint: str) -> None:
    """Wrong types, additional and missing fields, other JSON values and broken rules are named to the model."""
    with Loopback(text(bad), text(GOOD)) as server:
        assert ask(server).reply.value == Names(names=["Ada"])
    assert (
        complaint in server.requests[1].messages[-1]["content"] or "valid" in server.requests[1].messages[-1]["content"]
    )


def test_empty_lists_are_answers() -> None:
    """A document that names nobody is not asked about twice."""
    with Loopback(text('{"names": []}')) as server:
        assert ask(server).reply.value.names == []


def test_wrong_tool_arguments_are_sent_back() -> None:
    """Re-asking works for tool calls too."""
    with Loopback(call('{"names": 1}'), call(GOOD)) as server:
        assert ask(server, mode="tools").reply.value == Names(names=["Ada"])
    assert [message["role"] for message in server.requests[1].messages] == ["system", "user", "assistant", "tool"]


@pytest.mark.parametrize("reasks", [0, 1, 3])
def test_reasks_are_bounded(reasks: int) -> None:
    """An answer that breaks a rule every time costs one request and the re-asks, no more."""
    with Loopback(default=text('{"names": ["Nobody"]}')) as server:
        outcome = ask(server, reasks=reasks)
    assert isinstance(outcome.error, OutputError)
    assert len(server.requests) == reasks + 1
    assert outcome.client.usage == Usage(
        input_tokens=11 * (reasks + 1), output_tokens=7 * (reasks + 1), calls=reasks + 1, retries=reasks
    )
    assert "names: value_error" in str(outcome.error)


def test_long_corrections_are_shortened() -> None:
    """A long list of allowed values does not fill the context when an answer is sent back."""
    anchors = tuple(f"The minister said {number}" for number in range(2_000))
    wanted = create_model("Answer", anchor=(Literal[anchors], ...))
    with Loopback(text('{"anchor": "x"}'), text(json.dumps({"anchor": anchors[7]}))) as server:
        assert ask(server, wanted=wanted).reply.value.anchor == anchors[7]
    assert len(server.requests[1].messages[-1]["content"]) <= 2_000


def test_truncation_is_not_repeated() -> None:
    """An answer that ran out of tokens raises at once, and its tokens count."""
    with Loopback(text('{"names": ["A', finish="length", usage=(11, 100))) as server:
        outcome = ask(server)
    assert isinstance(outcome.error, TruncatedError)
    assert len(server.requests) == 1
    assert outcome.client.usage.output_tokens == 100


@pytest.mark.parametrize(
    "answer",
    [
        text("", finish="content_filter"),
        text("", extra={"refusal": "I cannot help"}),
        text("", finish="content_filter", streams=False),
    ],
)
def test_refusals_are_not_repeated(answer: Answer) -> None:
    """A refusal of the model or of its provider's filter raises at once."""
    with Loopback(answer) as server:
        outcome = ask(server)
    assert isinstance(outcome.error, OutputError)
    assert "refuses" in str(outcome.error)
    assert len(server.requests) == 1


def test_questions_side_by_side_keep_their_accounts() -> None:
    """Each of many questions at a time has its own usage; the client has the sum."""

    async def run(url: str) -> tuple[list[Reply[Names]], Usage]:
        client = ModelClient(model="m", base_url=url, api_key=KEY, retry=QUICK)
        try:
            asked = (client.ask(MESSAGES, Names, max_tokens=100) for _ in range(8))
            return await asyncio.gather(*asked), client.usage
        finally:
            await client.aclose()

    with Loopback(error(503, "busy"), default=text(GOOD)) as server:
        replies, total = asyncio.run(run(server.url))
    assert sorted(reply.usage.calls for reply in replies) == [1] * 7 + [2]
    assert total == Usage(input_tokens=88, output_tokens=56, calls=9, retries=1)


def test_a_client_can_be_used_again_after_closing() -> None:
    """Closing ends the connections, not the client."""

    async def run(url: str) -> None:
        client = ModelClient(model="m", base_url=url, api_key=None)
        for _ in range(2):
            await client.ask(MESSAGES, Names, max_tokens=100)
            await client.aclose()
        await client.aclose()

    with Loopback(default=text(GOOD)) as server:
        asyncio.run(run(server.url))
    assert len(server.requests) == 2


@pytest.mark.parametrize("key", ["sk-\u00e9", "sk\n-1", "sk-\x00"])
def test_keys_that_cannot_be_sent_are_refused(key: str) -> None:
    """A key that no header can carry is named as such, without showing it; white space around one is dropped."""
    with pytest.raises(SettingsError) as caught:
        ModelClient(model="m", base_url=None, api_key=key)
    assert key not in str(caught.value)
    with Loopback(text(GOOD)) as server:
        ask(server, api_key=f" {KEY}\n")
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
