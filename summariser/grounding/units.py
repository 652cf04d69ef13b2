"""How numbers, currencies and measures are written."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

__all__ = [
    "CURRENCIES",
    "LOOSE",
    "MONEY_OR_SHARE",
    "ONES",
    "ORDINALS",
    "SCALES",
    "TENS",
    "WIDER",
    "unit_of",
]


def _spread(text: str) -> dict[str, str]:
    """From "km/kilometre/kilometres mile/miles" the name of each spelling."""
    return {word: entry.split("/", 1)[0] for entry in text.split() for word in entry.split("/")}


def _counted(text: str, first: int, step: int = 1) -> dict[str, Decimal]:
    return {word: Decimal(first + step * i) for i, word in enumerate(text.split())}


ONES: Final = _counted(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""",
    0,
)
TENS: Final = _counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
ORDINALS: Final = _counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1)
SCALES: Final = {
    **dict.fromkeys(("hundred",), Decimal(100)),
    **dict.fromkeys(("thousand", "k"), Decimal(1000)),
    **dict.fromkeys(("lakh", "lakhs"), Decimal(10**5)),
    **dict.fromkeys(("million", "mn", "mln", "m"), Decimal(10**6)),
    **dict.fromkeys(("crore", "crores"), Decimal(10**7)),
    **dict.fromkeys(("billion", "bn", "bln", "b"), Decimal(10**9)),
    **dict.fromkeys(("trillion", "tn", "trn"), Decimal(10**12)),
}
LOOSE: Final = _spread(
    """half/halves quarter/quarters double/doubled/doubles/doubling twice triple/tripled/triples/tripling dozens
    hundreds thousands millions billions trillions"""
)
"""Words that count without being numbers: only themselves bear them out."""

CURRENCIES: Final = {
    **dict.fromkeys(("US$", "USD"), "USD"),
    **dict.fromkeys(("A$", "AU$", "AUD"), "AUD"),
    **dict.fromkeys(("C$", "CA$", "CAD"), "CAD"),
    **dict.fromkeys(("NZ$", "NZD"), "NZD"),
    **dict.fromkeys(("HK$", "HKD"), "HKD"),
    **dict.fromkeys(("S$", "SGD"), "SGD"),
    **dict.fromkeys(("R$", "BRL"), "BRL"),
    **dict.fromkeys(("€", "EUR"), "euro"),
    **dict.fromkeys(("£", "GBP"), "pound"),
    **dict.fromkeys(("₹", "INR", "Rs"), "rupee"),
    **dict.fromkeys(("CHF",), "franc"),
    **dict.fromkeys(("GH¢", "GH₵", "₵", "GHS"), "cedi"),
    **dict.fromkeys(("KSh", "Ksh", "KES", "TSh", "TZS", "USh", "UGX"), "shilling"),
    **dict.fromkeys(("PLN",), "zloty"),
    **{name: name for name in ("$", "¥", "₦", "₩", "₽", "₺", "₱", "฿", "₫", "JPY", "CNY", "SEK", "NOK", "DKK")},
}
_CURRENCY_WORDS: Final = _spread(
    """$/dollar/dollars euro/euros pound/pounds/sterling yen yuan/renminbi franc/francs rupee/rupees peso/pesos rand
    krone/kroner krona/kronor shilling/shillings naira cedi/cedis dirham/dirhams riyal/riyals
    rouble/roubles/ruble/rubles zloty/zlotys lira/liras ringgit rupiah baht reais tenge cent/cents pence/penny"""
)
_COINED: Final = {("us", "$"): "USD", ("american", "$"): "USD", ("australian", "$"): "AUD", ("canadian", "$"): "CAD"}
"""An adjective and a currency that together are another one."""

WIDER: Final = {**dict.fromkeys(("USD", "AUD", "CAD", "NZD", "HKD", "SGD"), "$"), "JPY": "¥", "CNY": "¥"}
"""What a currency may be called without being changed."""

_UNITS: Final = _spread(
    """km/kilometre/kilometres/kilometer/kilometers/kms mile/miles metre/metres/meter/meters
    cm/centimetre/centimetres mm/millimetre/millimetres foot/feet/ft inch/inches yard/yards
    hectare/hectares/ha acre/acres tonne/tonnes ton/tons kg/kilogram/kilograms/kilo/kilos gram/grams
    litre/litres/liter/liters gallon/gallons barrel/barrels MW/mw/megawatt/megawatts GW/gw/gigawatt/gigawatts
    kW/kw/kilowatt/kilowatts mwh gwh kwh twh second/seconds minute/minutes hour/hours day/days week/weeks
    month/months year/years decade/decades century/centuries degree/degrees am pm"""
)
_NATIONAL: Final = frozenset({
    "us", "american", "australian", "canadian", "swiss", "nautical", "square", "cubic", "metric", "light",
})  # fmt: skip
"""Words that stand between a number and its currency or measure."""

_PHRASES: Final = {
    ("per", "cent"): "%",
    ("percentage", "point"): "point",
    ("percentage", "points"): "point",
    ("basis", "point"): "basis point",
    ("basis", "points"): "basis point",
}
_SINGLE: Final = {**_UNITS, **_CURRENCY_WORDS, "%": "%", "percent": "%", "pc": "%", "°": "degree"}

MONEY_OR_SHARE: Final = frozenset({*CURRENCIES.values(), *_CURRENCY_WORDS.values(), "%", "point"})
"""Units without which a number says something else."""


def unit_of(first: str, second: str) -> tuple[str, int]:
    """The unit that the words after a number name, and how many of them it takes; ("", 0) where they name none."""
    if phrase := _PHRASES.get((first, second)):
        return phrase, 2
    if first in _NATIONAL and (rest := _CURRENCY_WORDS.get(second)):
        return _COINED.get((first, rest), rest), 2
    if first in _NATIONAL and (rest := _UNITS.get(second)):
        return f"{first} {rest}", 2
    unit = _SINGLE.get(first, "")
    return unit, 1 if unit else 0
