"""Numbers of a text with their unit, in words or digits: "$5m", "five million dollars", "60 km", "third"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from summariser.grounding import units

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Quantity", "quantities", "unborne_quantities"]

_LINKS: Final = frozenset({"to", "and", "or", "-", "–", "—"})
_ONE: Final = frozenset({"a", "an", "single", "sole"})
_TWO: Final = frozenset({"both", "pair", "couple"})
_NO_NUMBER_BEFORE: Final = frozenset(
    {"no", "any", "every", "each", "this", "that", "the", "which", "some", "last", "not"}
)
_TOKEN: Final = re.compile(
    r"(?P<code>(?<![\w$])(?!(?:Rs|USD|EUR|GBP)\d)[A-Z][A-Za-z]{0,11}-?(?!(?:1[5-9]|20)\d\d(?!\w))\d[\w+]{0,11}(?!\w)"
    r"|(?<![\w.,])\d{1,3}[GD](?!\w))"
    r"|(?P<money>(?:US|AU?|CA?|NZ|HK|S|R)?\$|(?:GH)?₵|GH¢|[€£¥₦₩₽₺₱฿₫₹])"
    r"|(?P<number>(?:(?<![\w)])[-−])?"
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,30})(?:\.\d{1,15})?)"
    r"|(?P<word>[^\W\d_]+(?:\.[^\W\d_](?![^\W\d_]))*)"
    r"|(?P<mark>[^\s\w])"
)


class Quantity(NamedTuple):
    """A number as a text gives it.

    Attributes:
        text: Its words.
        readings: Value and unit, and what else it can mean. The unit is a currency, "%", a measure, "ordinal", the word
            itself for words such as "half" (whose value is 0), or "" for a bare number.
    """

    text: str
    readings: tuple[tuple[Decimal, str], ...]


class _Item(NamedTuple):
    kind: str
    text: str
    lower: str
    start: int
    end: int


class _Found(NamedTuple):
    """A number between two items: its value, its unit, whether it carries a scale ("million")."""

    first: int
    last: int
    value: Decimal
    unit: str
    scale: Decimal
    other: tuple[tuple[Decimal, str], ...] = ()


def unborne_quantities(said: str, borne: str) -> Iterator[str]:
    """Give a reason for each number of a statement that its evidence does not hold with the same unit.

    Args:
        said: The statement.
        borne: The evidence.
    """
    readings = set()
    values = set()
    for quantity in quantities(borne, articles=True):
        for value, unit in quantity.readings:
            values.add(value)
            readings.add((value, unit))
            readings.add((value, units.WIDER.get(unit, unit)))
            if unit not in units.MONEY_OR_SHARE and unit not in units.LOOSE.values() and unit != "ordinal":
                readings.add((value, ""))
    for quantity in quantities(said):
        if not readings.isdisjoint(quantity.readings):
            continue
        changed = any(value and value in values for value, _ in quantity.readings)
        yield (
            f"unit of “{quantity.text}” is not that of" if changed else f"number “{quantity.text}” is not in"
        ) + " the evidence"


def quantities(text: str, *, articles: bool = False) -> list[Quantity]:
    """Find the numbers of a text.

    Args:
        text: A plain text.
        articles: Count "a" as one and "both" as two, as evidence for numbers said of it.
    """
    items = [
        _Item(match.lastgroup or "", match.group(), match.group().replace(".", "").lower(), *match.span())
        for match in _TOKEN.finditer(text)
    ]
    found: list[_Found] = []
    at = 0
    while at < len(items):
        number = _number(items, at, articles=articles)
        if number is None:
            at += 1
            continue
        found.append(number)
        at = number.last + 1
    spread = [_of_range(found, i, items) for i in range(len(found))]
    return [
        Quantity(text[items[n.first].start : items[n.last].end], (*readings, *n.other))
        for n, readings in zip(found, spread, strict=True)
    ]


def _of_range(found: list[_Found], i: int, items: list[_Item]) -> tuple[tuple[Decimal, str], ...]:
    """The readings of a number, with what it takes from the other end of a range: "5 to 10 million", "$5m-10m"."""
    number = found[i]
    readings = [(number.value * number.scale, number.unit)]
    for left, right in ((i, i + 1), (i - 1, i)):
        if left < 0 or right >= len(found):
            continue
        gap = items[found[left].last + 1 : found[right].first]
        if len(gap) != 1 or gap[0].lower not in _LINKS:
            continue
        other = found[right] if left == i else found[left]
        scale = other.scale if left == i and number.scale == 1 else number.scale
        unit = number.unit or (other.unit if other.unit != "ordinal" else "")
        if (scale, unit) != (number.scale, number.unit):
            readings.insert(0, (number.value * scale, unit))
    return tuple(readings)


def _number(items: list[_Item], at: int, *, articles: bool) -> _Found | None:
    item = items[at]
    if item.kind == "code":
        return _Found(at, at, Decimal(0), "code " + item.lower.replace("-", ""), Decimal(1))
    if item.kind == "money" or (item.kind == "word" and item.text in units.CURRENCIES):
        if at + 1 < len(items) and items[at + 1].kind == "number":
            return _measured(items, at, at + 1, _decimal(items[at + 1].text), currency=units.CURRENCIES[item.text])
        return None
    if item.kind == "number":
        return _measured(items, at, at, _decimal(item.text))
    return _in_words(items, at, articles=articles) if item.kind == "word" else None


def _in_words(items: list[_Item], at: int, *, articles: bool) -> _Found | None:
    word = items[at].lower
    before = items[at - 1].lower if at else ""
    if not articles and _in_name(items, at):
        return None  # looked at with the names
    if word in units.LOOSE:
        return _Found(at, at, Decimal(0), units.LOOSE[word], Decimal(1))
    if word in units.ORDINALS and not (word == "second" and before in {"a", "per", "each", "every"}):
        return _Found(at, at, units.ORDINALS[word], "ordinal", Decimal(1))
    if word == "dozen":
        return _Found(at, at, Decimal(12), "", Decimal(1))
    cardinal = _cardinal(items, at, articles=articles)
    return _measured(items, at, cardinal[1], cardinal[0]) if cardinal else None


def _cardinal(items: list[_Item], at: int, *, articles: bool) -> tuple[Decimal, int] | None:
    word = items[at].lower
    following = items[at + 1].lower if at + 1 < len(items) else ""
    if word in {"a", "an"} and len(following) > 2 and following in units.SCALES:
        return Decimal(1), at  # "a million"
    if word in _ONE or word in _TWO:
        return (Decimal(1 if word in _ONE else 2), at) if articles and following != "dozen" else None
    if word == "one" and not articles:
        before = items[at - 1].lower if at else ""
        if following in {"of", "another"} or before in _NO_NUMBER_BEFORE:
            return None
    return _below_hundred(items, at)


def _in_name(items: list[_Item], at: int) -> bool:
    """Whether a number word belongs to a name: "First Antilles", "the Second Chamber"."""
    following = items[at + 1].text if at + 1 < len(items) else ""
    begins = at == 0 or items[at - 1].text in {".", "!", "?", ":"}
    return items[at].text[0].isupper() and (following[:1].isupper() or not begins)


def _after_hyphen(items: list[_Item], at: int) -> int | None:
    """The next item, a hyphen skipped."""
    following = at + 2 if at + 2 < len(items) and items[at + 1].text == "-" else at + 1
    return following if following < len(items) else None


def _measured(items: list[_Item], first: int, last: int, value: Decimal, *, currency: str = "") -> _Found:
    """Read scale, remainder ("two hundred and five") and unit after a number."""
    scale = Decimal(1)
    other: tuple[tuple[Decimal, str], ...] = ()
    following = _after_hyphen(items, last)
    if following is not None and items[following].start == items[last].end:
        suffix = items[following].lower
        if suffix in {"st", "nd", "rd", "th"}:
            return _Found(first, following, value, "ordinal", scale, ((value, ""),))
        if suffix == "s" and value > 999:
            return _Found(first, following, value, "decade", scale)
    if following is not None and _is_scale(items, last, following):
        if items[following].lower == "m" and not currency:
            other = ((value, "metre"),)
        value, scale, last = _scaled(items, last, value)
    if currency:
        return _Found(first, last, value, currency, scale)
    unit, last = _unit(items, last)
    return _Found(first, last, value, unit, scale, other)


def _is_scale(items: list[_Item], last: int, following: int) -> bool:
    word = items[following].lower
    return word in units.SCALES and (len(word) > 1 or items[following].start == items[last].end)


def _scaled(items: list[_Item], last: int, value: Decimal) -> tuple[Decimal, Decimal, int]:
    """Read "million", or "thousand two hundred and five": value, what it is still to be multiplied with, last item."""
    total, current, scale, plain = Decimal(0), value, Decimal(1), True
    following = _after_hyphen(items, last)
    while following is not None and _is_scale(items, last, following):
        times = units.SCALES[items[following].lower]
        scale *= times
        if times == 100:
            current *= times
        else:
            total, current = total + current * times, Decimal(0)
        last = following
        rest = _rest(items, last) if times <= 1000 else None
        if rest is not None:
            plain = False
            current, last = current + rest[0], rest[1]
        following = _after_hyphen(items, last)
    return (value, scale, last) if plain else (total + current, Decimal(1), last)


def _rest(items: list[_Item], last: int) -> tuple[Decimal, int] | None:
    """What is added after "hundred" or "thousand": "and five", "twenty-one"."""
    at = last + 2 if last + 1 < len(items) and items[last + 1].lower == "and" else last + 1
    return _below_hundred(items, at) if at < len(items) else None


def _below_hundred(items: list[_Item], at: int) -> tuple[Decimal, int] | None:
    word = items[at].lower
    if word in units.ONES:
        return units.ONES[word], at
    if word not in units.TENS:
        return None
    second = _after_hyphen(items, at)
    if second is not None and 0 < units.ONES.get(items[second].lower, 0) < 10:
        return units.TENS[word] + units.ONES[items[second].lower], second
    return units.TENS[word], at


def _unit(items: list[_Item], last: int) -> tuple[str, int]:
    at = _after_hyphen(items, last)
    if at is None:
        return "", last
    if items[at].text == "(" and at + 3 < len(items) and items[at + 1].kind == "number" and items[at + 2].text == ")":
        at += 3  # "thirty (30) days"
    if items[at].kind != "word" and items[at].text not in {"%", "°"}:
        return "", last
    unit, length = units.unit_of(items[at].lower, items[at + 1].lower if at + 1 < len(items) else "")
    return unit, at + length - 1 if unit else last


def _decimal(text: str) -> Decimal:
    return Decimal(re.sub(r"[, \u00a0\u2009\u202f]", "", text).replace("−", "-"))
