"""Answers from a cache."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ConfigDict, Field, create_model

from summariser.models import modes
from summariser.schemas import Usage
from tests.asking import GOOD, Names, Shelf, ask
from tests.loopback import Answer, Loopback, call, error, text


@pytest.fixture(autouse=True)
def _fresh() -> None:
    modes.forget()


def test_a_hit_makes_no_request() -> None:
    """A stored completion gives the same value without the endpoint, its tokens counted, its calls not."""
    shelf = Shelf()
    with Loopback(text(GOOD)) as server:
        first = ask(server, cache=shelf).reply
        again = ask(server, cache=shelf)
        assert len(server.requests) == 1
    assert again.reply.value == first.value
    assert (again.reply.replayed, again.reply.raw, again.reply.mode) == (True, GOOD, "json_schema")
    assert again.reply.usage == Usage(input_tokens=11, output_tokens=7)
    assert again.client.usage == Usage()


def test_a_hit_needs_no_server_and_no_port() -> None:
    """With an identity of its own, a server's answers are found again under another port, and without any."""
    shelf = Shelf()
    with Loopback(text(GOOD)) as server:
        ask(server, cache=shelf, cache_identity="local:model.gguf")
    assert ask("http://127.0.0.1:9/v1", cache=shelf, cache_identity="local:model.gguf").reply.replayed


def test_a_hit_is_found_under_the_mode_that_gave_it() -> None:
    """An answer that took a fall-back is found by a new process that does not know of it."""
    shelf = Shelf()
    with Loopback(error(400, "response_format is not supported"), call(GOOD)) as server:
        ask(server, cache=shelf, cache_identity="x")
        modes.forget()
        reply = ask(server, cache=shelf, cache_identity="x").reply
    assert (reply.replayed, reply.mode) == (True, "tools")


@pytest.mark.parametrize(
    "change",
    [
        {"model": "other"},
        {"temperature": 0.5},
        {"seed": 1},
        {"seed": None},
        {"max_tokens": 101},
        {"epoch": 1},
        {"mode": "tools"},
        {"extra_body": {"top_k": 1}},
        {"cache_identity": "elsewhere"},
        {"wanted": create_model("Names", names=(list[str], ...))},
    ],
    ids=str,
)
def test_whatever_matters_is_in_the_key(change: dict[str, Any]) -> None:
    """A change of anything that an answer depends on asks anew."""
    shelf = Shelf()

    def answer(request: Any) -> Answer:
        return call(GOOD) if request.mode == "tools" else text(GOOD)

    with Loopback(default=answer) as server:
        ask(server, cache=shelf)
        assert not ask(server, cache=shelf, **change).reply.replayed
    assert len(shelf) == 2


def test_a_hit_is_validated_again() -> None:
    """A stored answer that breaks the rules of today is asked for anew, and replaced."""
    shelf = Shelf()
    with Loopback(text('{"names": ["Nobody"]}'), text(GOOD)) as server:
        lax = create_model(
            "Names",
            __config__=ConfigDict(extra="forbid"),
            __doc__="People named.",
            names=(list[str], Field(max_length=3)),
        )
        ask(server, cache=shelf, wanted=lax)
        assert len(shelf) == 1
        reply = ask(server, cache=shelf).reply
        assert (reply.replayed, reply.value) == (False, Names(names=["Ada"]))
        assert ask(server, cache=shelf).reply.replayed
    assert reply.usage == Usage(input_tokens=11, output_tokens=7, calls=1)


@pytest.mark.parametrize("damage", ["", "{}", "null", "nonsense", '{"choices": []}'])
def test_damaged_entries_are_asked_for_anew(damage: str) -> None:
    """A file cut off by a crash does not stop a run."""
    shelf = Shelf()
    with Loopback(default=text(GOOD)) as server:
        ask(server, cache=shelf)
        shelf.update(dict.fromkeys(shelf, damage))
        assert not ask(server, cache=shelf).reply.replayed


@pytest.mark.parametrize(
    "answer", [error(500, "x"), text("", finish="length"), text("prose"), text('{"names": ["Nobody"]}')]
)
def test_failures_are_not_stored(answer: Answer) -> None:
    """Neither errors nor cut-off or invalid answers reach the cache."""
    shelf = Shelf()
    with Loopback(default=answer) as server:
        assert ask(server, cache=shelf).error
    assert not shelf


def test_a_corrected_answer_is_stored_for_the_question() -> None:
    """An answer that took a re-ask is replayed at once, not the detour."""
    shelf = Shelf()
    with Loopback(text('{"names": ["Nobody"]}'), text(GOOD)) as server:
        ask(server, cache=shelf)
        assert ask(server, cache=shelf).reply.value == Names(names=["Ada"])
    assert len(server.requests) == 2
