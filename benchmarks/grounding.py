"""Time to ground 200 quotes in documents of growing size, index building included.

Run: `python benchmarks/grounding.py`
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from summariser.grounding.verbatim import SourceIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES = (0.25, 0.5, 1.0, 2.0)  # megabytes (of ASCII: as many million characters)
_QUOTES = 200
_VOWELS, _CONSONANTS = "aeiou", "bcdfglmnprstvz"


def _news(size: int, rng: random.Random) -> str:
    """Sentences of made-up words with the frequencies of real ones, some quotation marks, numbers and line breaks."""
    words = [
        "".join(rng.choice(_CONSONANTS) + rng.choice(_VOWELS) for _ in range(rng.randint(1, 4))) for _ in range(20_000)
    ]
    weights = [1 / (rank + 1) for rank in range(len(words))]
    pieces: list[str] = []
    length = 0
    while length < size:
        sentence = rng.choices(words, weights, k=rng.randint(5, 30))
        sentence[rng.randrange(len(sentence))] = rng.choice(
            ["$4.5 million", "2027", "won’t", "not", "“so–called”", "5%"]
        )
        pieces.append(" ".join(sentence).capitalize() + rng.choice([". ", ".\n", "? ", ".\r\n\r\n"]))
        length += len(pieces[-1])
    return "".join(pieces)[:size]


def _claims(text: str, rng: random.Random) -> Iterator[str]:
    """Quotes of 5 to 200 words: as they stand, in other typography, with a word changed, and not there at all."""
    words = text.split()
    for number in range(_QUOTES):
        length = min(rng.choice([5, 20, 60, 200]), len(words) // 2)
        start = rng.randrange(len(words) - length)
        quote = words[start : start + length]
        if number % 4 == 1:
            yield " ".join(quote).replace("’", "'").replace("–", "-").replace("“", '"').replace("”", '"')
        elif number % 4 == 2:
            yield " ".join([*quote[:-2], "not", *quote[-2:]])
        elif number % 4 == 3:
            yield " ".join(rng.choices(words, k=length))
        else:
            yield " ".join(quote)


def _repeated(text: str) -> Iterator[str]:
    """Claims that almost stand in text that repeats itself."""
    unit = text[: text.index(text[0], 1) or 1]
    for number in range(_QUOTES):
        yield (unit * 1000)[number:] + ("b" if number % 2 else "")


def _seconds(text: str, claims: list[str]) -> float:
    begun = time.perf_counter()
    index = SourceIndex(text)
    for claim in claims:
        index.locate(claim)
    return time.perf_counter() - begun


def main() -> None:
    """Print seconds for each size and kind of text."""
    rng = random.Random(7)  # noqa: S311 - no secret
    print(f"{_QUOTES} quotes, seconds with the index built anew")
    print("MB      news   aaaa…  a a a…  ab-ab-…")
    for megabytes in _SIZES:
        size = int(megabytes * 1_000_000)
        news = _news(size, rng)
        row = [_seconds(news, list(_claims(news, rng)))]
        row += [_seconds(text, list(_repeated(text))) for text in ((unit * size)[:size] for unit in ("a", "a ", "ab-"))]
        print(f"{megabytes:<7.2f}" + " ".join(f"{seconds:7.3f}" for seconds in row))


if __name__ == "__main__":
    main()
