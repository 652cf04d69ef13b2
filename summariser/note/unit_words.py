"""The units of numbers, brought to one of each kind: kilometres to metres, a third to hundredths, dollars to "$"."""

from __future__ import annotations

import re
from typing import Final

from summariser.grounding.wordforms import stem

__all__ = ["per_of", "read_number", "shares_of"]

_CURRENCY: Final = {
    **dict.fromkeys(("NOK", "DKK", "SEK", "krone", "krona", "crowns"), "crown"),
    **dict.fromkeys(("USD", "$"), "$"),
    **dict.fromkeys(("BRL", "reais"), "real"),
    **dict.fromkeys(("₺", "TRY", "lira"), "lira"),
    **dict.fromkeys(("¥", "JPY", "yen"), "yen"),
    **dict.fromkeys(("₦", "NGN", "naira"), "naira"),
    **dict.fromkeys(("₽", "RUB", "rouble"), "rouble"),
    **dict.fromkeys(("₱", "PHP", "peso", "MXN"), "peso"),
    **dict.fromkeys(("฿", "THB", "baht"), "baht"),
    **dict.fromkeys(("PLN", "zloty"), "zloty"),
    **dict.fromkeys(("ZAR", "rand"), "rand"),
    **{
        word: word
        for word in """leva korun koruna koruny dinar dinars taka kwacha birr forint forints hryvnia hryvnias som
        dram lari leu lei lek denar marka balboas soles guaranies gourdes quetzales lempiras shekels dirhams togrog
        tögrög manat rials bolivars colones pula dalasi kyat kip dong meticais escudos""".split()
    },
    "crown": "crown",
    **dict.fromkeys(("KES", "TZS", "UGX", "shilling"), "shilling"),
}
_MEASURES: Final[dict[str, tuple[str, float]]] = {
    "km": ("metre", 1000), "metre": ("metre", 1), "cm": ("metre", 0.01), "mm": ("metre", 0.001),
    "mile": ("metre", 1609.344), "nautical mile": ("metre", 1609.344), "foot": ("metre", 0.3048),
    "yard": ("metre", 0.9144),
    "inch": ("metre", 0.0254), "acre": ("hectare", 0.4047), "square mile": ("hectare", 259), "gallon": ("litre", 4),
    "square foot": ("hectare", 0.0000093), "barrel": ("litre", 159),
    "hectare": ("hectare", 1), "square km": ("hectare", 100), "square metre": ("hectare", 0.0001),
    "tonne": ("tonne", 1), "metric tonne": ("tonne", 1), "kg": ("tonne", 0.001), "ton": ("tonne", 1),
    "litre": ("litre", 1), "cubic metre": ("litre", 1000), "MW": ("MW", 1), "GW": ("MW", 1000), "kW": ("MW", 0.001),
    "mwh": ("mwh", 1), "gwh": ("mwh", 1000), "kwh": ("mwh", 0.001), "twh": ("mwh", 1_000_000),
}  # fmt: skip
_SIGNS: Final[dict[str, tuple[str, float]]] = {
    "t": ("tonne", 1), "Mt": ("tonne", 1_000_000), "mt": ("tonne", 1),
    "kt": ("tonne", 1000), "m": ("metre", 1), "m²": ("hectare", 0.0001),
    "m2": ("hectare", 0.0001), "km²": ("hectare", 100), "km2": ("hectare", 100), "m³": ("litre", 1000),
    "m3": ("litre", 1000), "hm³": ("litre", 1e9), "l": ("litre", 1), "kn": ("knot", 1), "knots": ("knot", 1),
    "sqm": ("hectare", 0.0001),
}  # fmt: skip
_SIGN: Final = re.compile(r"^[ -]?(?P<sign>[A-Za-z]{1,3}[²³23]?|sqm|knots)(?![\w’'])")
_PER: Final = re.compile(
    r"^(?:\s+of(?:\s+[a-z]+){1,3}?(?=\s(?:an?|per|each|every)\s+(?:second|minute|hour|day|night|week|month|year)\b))?"
    r"\W{0,2}(?:/|(?:an?|per|each|every)\b)\s*(?P<per>[a-z]+)(?!\w)|^\s+(?P<each>each|apiece|a head|monthly|"
    r"annually|yearly|daily|weekly)\b",
    re.IGNORECASE,
)
_PER_SIGNS: Final = {
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "daily": "day",
    "weekly": "week",
    "ha": "hectare",
    "head": "person",
    "capita": "person",
    "yr": "year",
    "mo": "month",
    "hr": "hour",
}
_TIMES: Final = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43800, "year": 525600, "decade": 5256000}
_NOT_LASTING: Final = re.compile(
    r"^[\s-]*(?:ago|old|earlier|later|before|after|prior|ahead|of age|olds|behind|back|hence|from now|late|"
    r"early|sooner)\b",
    re.IGNORECASE,
)
_SMALL: Final = {word: float(number) for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split()
)} | {"a": 1.0, "every": 0.0}  # fmt: skip
_FRACTIONS: Final = {
    "half": 2.0,
    "halve": 2.0,
    "third": 3.0,
    "quarter": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "tenth": 10.0,
    "eighth": 8.0,
}
_SHARE: Final = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|a)[\s-](?:third|quarter|fifth|sixth|eighth|"
    r"tenth)s?\b(?!\s+of\s+(?:20|the\s+year))"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s(?:in|out\s+of)\s(?:every\s)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})\b(?!\s+(?:years|months|days|weeks))",
    re.IGNORECASE,
)
_OLD: Final = re.compile(r"^[\s-]*olds?\b|^\s+of\s+age\b")
_AGED: Final = re.compile(r"\baged?\s$")
_NO_COUNT: Final = frozenset("second century am pm ordinal decade".split())
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_CODE: Final = re.compile(r"(?<![A-Z])([A-Z]{3})\s$")


def shares_of(text: str) -> list[tuple[int, int, float]]:
    """Where a text gives a share in words ("two thirds", "one in five"), and how many hundredths it is."""
    found = ((match.start(), match.end(), _share_of(match.group())) for match in _SHARE.finditer(text))
    return [share for share in found if share[2]]


def _share_of(words: str) -> float:
    """The share that words such as "two thirds" or "one in five" mean, in hundredths; 0 where they mean none."""
    parts = re.split(r"[\s-]+", words.lower())
    above, below = parts[0], parts[-1].rstrip("s")
    top = _SMALL.get(above, 0.0) if above.isalpha() else float(above)
    bottom = _FRACTIONS.get(below) or _SMALL.get(below) or (float(below) if below.isdigit() else 0.0)
    return 100 * top / bottom if bottom and 0 < top < bottom else 0.0


def per_of(rest: str) -> str:
    """What a number is for each of, by the words after it: "hectare" of "/ha" and of "a hectare", stemmed."""
    match = _PER.match(rest)
    per = (match["per"] or match["each"]).lower() if match else ""
    return stem(_PER_SIGNS.get(per, per))


def read_number(reading: tuple[object, str], text: str, at: int, end: int) -> tuple[float, str, int] | None:
    """Value and kind of a number, and where it ends with its unit; None where it is one of time."""
    value, unit = float(str(reading[0])), reading[1]
    if not value or unit in _NO_COUNT or unit.startswith("code"):
        return None
    if unit in _TIMES:
        if unit == "year" and (_OLD.match(text[end:]) or _AGED.search(text[max(0, at - 8) : at])):
            return value, "age", end
        return None if _NOT_LASTING.match(text[end:]) else (value * _TIMES[unit], "time", end)
    if unit:
        kind, factor = _MEASURES.get(unit, (_CURRENCY.get(unit, unit), 1))
        return value * factor, kind, end
    if code := _CODE.search(text[max(0, at - 5) : at]):
        return value, _CURRENCY.get(code[1], code[1]), end
    kind, factor, end = _unit_after(text, end)
    return value * factor, kind, end


def _unit_after(text: str, end: int) -> tuple[str, float, int]:
    """A unit that is known as a sign or as the name of a currency only: its kind, what it is times, where it ends."""
    word = _WORD.match(text, end + 1)
    if word and text[end] == " " and word[0].lower() in _CURRENCY:
        return _CURRENCY[word[0].lower()], 1, word.end()
    sign = _SIGN.match(text[end:])
    known = _SIGNS.get(sign["sign"]) or _SIGNS.get(sign["sign"].lower()) if sign else None
    if sign and known:
        return *known, end + sign.end()
    return "", 1, end
