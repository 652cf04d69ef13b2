"""Money and quantities with their unit."""

from __future__ import annotations

import re

__all__ = ["find_amounts"]

_NUMBER = r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:\s?(?:thousand|million|billion|trillion|bn|m|k|crore|lakh))?"
_RANGE = rf"(?:{_NUMBER}){_SCALE}(?:\s?(?:to|and|or|–|—|-)\s?(?:[$€£¥]|[A-Z]{{2,3}}\s?)?(?:{_NUMBER}){_SCALE})?"
_CURRENCY_WORDS = (
    r"(?:dollars?|euros?|pounds?|yen|yuan|francs?|rupees?|pesos?|rand|kroner|kronor|shillings?|naira|cedis?|dirhams?|"
    r"riyals?|roubles?|zloty|lira|won|ringgit|rupiah|baht|reais|real)"
)
_UNITS = (
    r"(?:per\s?cent|percent|%|percentage points?|tonnes?|tons?|kilometers?|kilometres?|km|miles?|metres?|meters?|hectares?|"
    r"acres?|megawatts?|gigawatts?|MW|GW|MWh|GWh|kilograms?|kg|litres?|liters?|barrels?|doses?|jobs?|homes?|houses?|"
    r"flats?|apartments?|beds?|schools?|vehicles?|buses|trains?|ships?|vessels?|aircraft|places|posts?|nurses|officers|"
    r"teachers|workers|cubic (?:metres?|meters?)(?: a second)?|square (?:metres?|meters?|kilometres?|kilometers?))"
)
_AMOUNT = re.compile(
    rf"(?:(?:US|A|C|NZ|HK|S|R)?[$€£¥₹₦]\s?{_RANGE}"
    rf"|\b[A-Z]{{3}}\s{_RANGE}"
    rf"|\b{_RANGE}\s(?:[A-Z][a-z]+\s|[a-z]+\s)?{_CURRENCY_WORDS}\b"
    rf"|\b{_RANGE}\s?{_UNITS}(?!\w))"
)


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Find the amounts in `text[start:end]`: "$48 million", "between £86m and £94m", "120 million euros", "60 km".

    Returns:
        (start, end) of each, in order.
    """
    return [match.span() for match in _AMOUNT.finditer(text, start, len(text) if end is None else end)]
