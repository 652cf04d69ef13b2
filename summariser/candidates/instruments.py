"""Whether a text is an instrument, which binds by its own words: a contract, a lease, a treaty."""

from __future__ import annotations

import re

__all__ = ["calls_itself_contract", "is_contract", "is_instrument", "is_titled_instrument", "names_pact"]

_CONTRACT = r"agreement|contract|lease|tenancy|licen[cs]e|deed|indenture|bond|covenant|terms\s+(?:and|of)"
_NAMED = re.compile(
    rf"\b(?:{_CONTRACT}|treaty|convention|protocol|pact|accord|charter|memorandum\s+of|undertakings?|settlement|by-?laws?|"
    r"articles|concession|mandate|franchise)\b",
    re.IGNORECASE,
)
_CONTRACT_NAMED = re.compile(rf"\b(?:{_CONTRACT})\b", re.IGNORECASE)
_SHALL = re.compile(r"\bshall\b")
_BINDS = re.compile(
    r"\b(?:shall|must|(?:is|are)\s+(?:not\s+)?to|will|(?:undertake|agree|covenant|warrant|guarantee|grant|indemnifie)s?)\b"
)
_CLAUSE = re.compile(
    r"^[ \t]*(?:(?:article|clause|section)\s+)?(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\([a-z\d]{1,3}\))\s+\S", re.M | re.I
)
_OPENING = 600  # characters
_TITLE = 200  # characters
_BINDING = 4  # times a text that binds does so
_TITLED_BINDING = 2  # times a text that is named a contract says "shall"
_FEWEST_CLAUSES = 3


def is_instrument(text: str) -> bool:
    """Whether a text is an instrument: "shall" binds in it again and again, or its title and its clauses say so."""
    shall = len(_SHALL.findall(text))
    titled = _NAMED.search(text, 0, _TITLE) is not None
    if shall >= (_TITLED_BINDING if titled else _BINDING):
        return True
    return titled and len(_CLAUSE.findall(text)) >= _FEWEST_CLAUSES and len(_BINDS.findall(text)) >= _BINDING


def names_pact(text: str) -> bool:
    """Whether the title of a text has a word for what two sides conclude."""
    return _NAMED.search(text, 0, _TITLE) is not None


def is_titled_instrument(text: str) -> bool:
    """Whether a text is an instrument and its title says so: a treaty, an accord, a memorandum."""
    return names_pact(text) and is_instrument(text)


def is_contract(text: str) -> bool:
    """Whether a text is a contract: an instrument that calls itself so where it opens."""
    return calls_itself_contract(text) and is_instrument(text)


def calls_itself_contract(text: str) -> bool:
    """Whether a text opens with a word for a contract."""
    return _CONTRACT_NAMED.search(text, 0, _OPENING) is not None
