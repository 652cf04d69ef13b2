"""Prices of tokens."""

from __future__ import annotations

import socket

import pytest

from summariser.models.pricing import cost_usd
from summariser.schemas import Usage

MILLION = Usage(input_tokens=1_000_000, output_tokens=1_000_000, calls=1)
OPENAI = "https://api.openai.com/v1"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        msg = "a price was looked up in the network"
        raise AssertionError(msg)

    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_known_model_has_its_price() -> None:
    """A model whose price has been stable costs what its provider lists."""
    assert cost_usd("gpt-4o-mini", OPENAI, MILLION) == pytest.approx(0.15 + 0.60)


def test_cached_tokens_cost_less() -> None:
    """Tokens from the prompt cache are priced as such, and are part of the tokens read."""
    cached = MILLION.model_copy(update={"cached_input_tokens": 1_000_000})
    assert cost_usd("gpt-4o-mini", OPENAI, cached) == pytest.approx(0.075 + 0.60)


def test_deployments_with_the_model_s_name_have_a_price() -> None:
    """Azure is found by its base URL."""
    assert cost_usd("gpt-4o-mini", "https://res.openai.azure.com/openai/v1", MILLION) is not None


@pytest.mark.parametrize(
    ("model", "base_url"),
    [
        ("local", None),
        ("gpt-4o-mini", "http://127.0.0.1:8000/v1"),
        ("gpt-4o-mini", "https://gateway.example.org/v1"),
        ("my-own-fine-tune", OPENAI),
        ("", OPENAI),
    ],
)
def test_unknown_prices_are_none(model: str, base_url: str | None) -> None:
    """On this machine, at an unknown endpoint and for an unknown model there is no price, not a price of nought."""
    assert cost_usd(model, base_url, MILLION) is None


def test_no_tokens_cost_nothing() -> None:
    """Where the price is known, an empty account is free."""
    assert cost_usd("gpt-4o-mini", OPENAI, Usage()) == 0


def test_odd_counts_do_not_raise() -> None:
    """More cached tokens than tokens, as a confused endpoint reports them, still have a price."""
    assert cost_usd("gpt-4o-mini", OPENAI, Usage(cached_input_tokens=10)) is not None
