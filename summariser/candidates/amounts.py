"""Money and quantities with their unit."""

from __future__ import annotations

import re
from bisect import bisect_left

__all__ = ["find_amounts"]

_GROUPED = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?!\d)"
_PLAIN = r"\d+(?:\.\d+)?"
_FREE = r"(?<![\w.,])"
_SIGNS = "$€£¥₹₦₵¢₱₩₽₺"
_BEHIND_SIGN = rf"(?<=[{_SIGNS}A-Z])"
_NUMBER = (
    rf"(?:{_FREE}{_GROUPED}|{_FREE}{_PLAIN}|{_BEHIND_SIGN}\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|{_BEHIND_SIGN}{_PLAIN})"
)
_ONES = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    "nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ROUND = rf"(?:a|one|{_ONES})\s+(?:hundred|thousand|dozen)"
_WORDS = rf"(?:(?:{_TENS})(?:[- ](?:one|{_ONES}))?|{_ROUND}|{_ONES})"
_SCALE = r"(?:\s?(?:thousand|hundred|million|billion|trillion|mln|bln|bn|crore|lakh|m|k)\b)?"
_SYMBOL = rf"(?:(?<![A-Za-z])[A-Z]{{1,3}})?[{_SIGNS}]"
_CODE = (
    r"(?<![A-Za-z])(?:[A-Z]{3}\s?|[A-Z](?=\d)|[RKP]\s(?=\d{1,3}[,\u00a0\u202f ]\d{3}\b)|(?:Rs|[KTU]Sh|Sh)\.?\s(?=\d))"
)
_BOUND = (
    r"(?:up\s+to\s+a\s+limit\s+of|up\s+to|at\s+least|at\s+most|as\s+(?:much|many)\s+as|"
    r"(?:not|no)\s+(?:less|more|fewer|higher|lower)\s+than|(?:more|less|fewer)\s+than|about|around|nearly|almost|roughly|"
    r"approximately|some|between|from|an?\s+(?:estimated|additional|extra|further))"
)
_LINK = rf"\s?(?:to|and|or|–|—|-)\s?(?:{_BOUND}\s+)?"
_NATIONS = (
    r"(?:US|Canadian|Australian|Swiss|CFA|Hong\s+Kong|New\s+Zealand|Egyptian|Turkish|Indian|Mexican|Danish|Swedish|"
    r"Norwegian)"
)
_CURRENCY = (
    rf"(?:{_NATIONS}\s+)?"
    r"(?:dollars?|euros?|pounds?(?:\s+sterling)?|yen|yuan|renminbi|francs?|rupees?|pesos?|rand|kroner|kronor|krone|"
    r"shillings?|naira|cedis?|dirhams?|dinars?|riyals?|rials?|roubles?|rubles?|zloty|lira|won|ringgit|rupiah|baht|reais|"
    r"real|pula|kwacha|tala|pa['’]?anga|seniti|cents?|pence|forints?|lei|leu|leva|hryvnias?)"
)
_UNITS = (
    r"(?:per\s?cent|percent|%|(?:percentage|basis)\s+points?|tonnes?|tons?|kilometers?|kilometres?|km|miles?|metres?|"
    r"meters?|hectares?|acres?|megawatts?|gigawatts?|MW|GW|MWh|GWh|TWh|kilograms?|kg|litres?|liters?|gallons?|barrels?|"
    r"bushels?|cubic\s+(?:metres?|meters?|feet)|square\s+(?:metres?|meters?|kilometres?|kilometers?|feet|miles?))"
)
_PER = (
    r"(?:second|minute|hour|day|week|month|quarter|year|working\s+day|head|person|tonne|ton|litre|liter|kilo|unit|course|"
    r"dose|patient|child|family|household|bag|night|share|lot)"
)
_RATE = (
    r"(?:\s+(?:in\s+total|in\s+all))?"
    rf"(?:\s+(?:a|an|per|(?:(?:on|for)\s+)?(?:each|every))\s+(?:[a-z]+\s)?{_PER}\b(?:\s+not\s+\w+)?|\s+annually)?"
)
_SIGNED = rf"(?:{_SYMBOL}\s?|{_CODE})"
_MONEY = (
    rf"{_SIGNED}{_NUMBER}{_SCALE}(?:{_LINK}{_SIGNED}?{_NUMBER}{_SCALE})?(?:\s{_CURRENCY}\b)?"
    rf"|{_NUMBER}{_SCALE}(?:{_LINK}{_NUMBER}{_SCALE})?\s{_CURRENCY}\b"
)
_MEASURED = rf"(?:{_NUMBER}{_SCALE}|{_WORDS})(?:{_LINK}(?:{_NUMBER}|{_WORDS}){_SCALE})?\s?{_UNITS}(?!\w)"
_EXTENT = r"(?!\s+(?:wide|long|high|deep|tall|thick|away|apart|off))"
_SURE = re.compile(rf"(?:\b{_BOUND}\s+)?(?:(?P<money>{_MONEY})|{_MEASURED}{_EXTENT}){_RATE}")
_SIZE = re.compile(r"\b(?:wide|long|high|deep|tall|thick)\b")
_PER_TIME = re.compile(r"\s+(?:a|per|each|every)\s+(?:day|week|month|quarter|year)\b")
_FRACTION = re.compile(
    r"(?:\b(?:at\s+least|at\s+most|up\s+to|more\s+than|about|nearly)\s+)?"
    r"(?:\b(?:a|one|two|three)\s+(?:half|thirds?|quarters?|fifths?|tenths?)|\bhalf)\s+"
    r"(?:of\s+(?:the|its|their|our|all|that|each)\s+)?[a-z]+"
)
_COUNT = re.compile(
    rf"(?:\b(?:{_BOUND}|all)\s+)?(?:{_NUMBER}{_SCALE}|\b{_WORDS}\b|(?<=least )one)"
    rf"(?:{_LINK}(?:{_NUMBER}{_SCALE}|{_WORDS}))?(?:\s+of(?:\s+[\w-]+[’']s?)?)?"
    r"(?P<noun>(?:\s+[^\W\d_][\w’'-]*){0,5})"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NOT_COUNTED = re.compile(
    r"\s+(?:(?:calendar|working|business|full|consecutive)\s+)?"
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|decades?|o'clock|am|pm|a\.m|p\.m|nautical|degrees?|per|years?-old|"
    rf"{_MONTHS})\b",
    re.IGNORECASE,
)
_ENDS_NOUN = re.compile(
    r"\s+(?:of|in|on|at|for|by|from|with|to|who|which|that|whose|and|or|but|if|unless|under|over|into|near|across|within|"
    r"before|after|a|an|the|each|every|per|is|are|was|were|will|has|have|above|below|past|along|through|he|she|it|they|we|"
    r"nor|so|then|not|this|next|last|outside|inside|between|during|until|where|when|as|free|(?:additional|more)(?=\s*$))\b"
)
_PREPOSITIONS = (
    "in|within|of|for|to|at|than|under|over|from|with|on|by|until|before|after|into|across|around|outside|inside"
)
_PREPOSITION_BEFORE = re.compile(
    rf"\b(?:(?:{_PREPOSITIONS})(?:\s+(?:the|its|their|our|all|these|those|other|each))?|paragraphs?|articles?|clauses?|"
    r"sections?|items?|nos?|page|chapter|phase|group|route|line|room|resolution)\s+$",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(rf"\b(?:{_MONTHS})\s+$")
_PLACE_BEFORE = re.compile(r"\b(?:within|under|over|above|below|outside|inside|beyond)\s+$", re.IGNORECASE)
_FEW = re.compile(rf"(?:all\s+|{_BOUND}\s+)?(?:one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LOOK_BACK = 24


def find_amounts(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Find the amounts in `text[start:end]`: "up to $48 million a year", "between £86m and £94m", "60 km", "40 pilots".

    Money, shares and measures count wherever they stand; a plain number of things only where no preposition governs it,
    so that "in the 46 poorest countries" and "for ten years" are none. "Two buoys" names things and is no amount; from
    ten on, words count too.

    Args:
        text: The whole text.
        start: Where the words begin.
        end: One past their end; None for the end of the text.

    Returns:
        (start, end) of each, in order, not overlapping.
    """
    end = len(text) if end is None else end
    measured = _SURE.finditer(text, start, end)
    sure = [match.span() for match in measured if match["money"] or not _bounds_place(text, start, match)]
    fractions = (match.span() for match in _FRACTION.finditer(text, start, end))
    found = [span for span in fractions if not _is_governed(text, start, span[0])]
    found += [span for match in _COUNT.finditer(text, start, end) if (span := _count(text, start, match))]
    starts = [begin for begin, _ in sure]
    kept: list[tuple[int, int]] = []
    for span in sorted([*sure, *(span for span in found if not _overlaps(sure, starts, span))]):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _overlaps(sure: list[tuple[int, int]], starts: list[int], span: tuple[int, int]) -> bool:
    """Whether a span touches one of `sure`, which are in order."""
    before = bisect_left(starts, span[1])
    return before > 0 and sure[before - 1][1] > span[0]


def _bounds_place(text: str, start: int, match: re.Match[str]) -> bool:
    """`within six miles of the shore`, `under 15 metres`: where or how big, and not how much."""
    return _PLACE_BEFORE.search(text, max(start, match.start() - _LOOK_BACK), match.start()) is not None


def _is_governed(text: str, start: int, position: int) -> bool:
    return _PREPOSITION_BEFORE.search(text, max(start, position - _LOOK_BACK), position) is not None


def _count(text: str, start: int, match: re.Match[str]) -> tuple[int, int] | None:
    """The span of "38 hot bearing detectors", or None where the number counts no things."""
    noun = match.start("noun")
    if _DATE_BEFORE.search(text, max(start, match.start() - _LOOK_BACK), match.start()):
        return None
    if (
        not match["noun"]
        or _FEW.match(text, match.start(), noun)
        or _NOT_COUNTED.match(text, noun)
        or _is_governed(text, start, match.start())
    ):
        return None
    stop = _ENDS_NOUN.search(text, noun, match.end())
    end = stop.start() if stop else match.end()
    if not text[noun:end].strip() or _SIZE.search(text, noun, end) or _YEAR.fullmatch(text, match.start(), noun):
        return None
    rate = _PER_TIME.match(text, end)
    return match.start(), rate.end() if rate else end
