"""What a number of tokens costs, from a price list shipped with genai-prices; nothing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summariser.models.spec import is_loopback

if TYPE_CHECKING:
    from summariser.schemas import Usage

__all__ = ["cost_usd"]


def cost_usd(model: str, base_url: str | None, usage: Usage) -> float | None:
    """Price of the tokens in US dollars.

    Failed attempts are part of it as far as their tokens were reported. Where a provider charges more for long
    requests, the sum of the tokens decides, so the price may then be too high.

    Args:
        model: Name as sent to the endpoint.
        base_url: Of the endpoint; None for the local model.
        usage: Tokens.

    Returns:
        US dollars, or None for a model on this machine and where no price is known.
    """
    if base_url is None or is_loopback(base_url):
        return None
    import genai_prices  # a large table, needed once at the end of a run

    tokens = genai_prices.Usage(
        input_tokens=max(usage.input_tokens, usage.cached_input_tokens),
        cache_read_tokens=usage.cached_input_tokens or None,
        output_tokens=usage.output_tokens,
    )
    try:
        return float(genai_prices.calc_price(tokens, model, provider_api_url=base_url).total_price)
    except (LookupError, ValueError):
        return None
