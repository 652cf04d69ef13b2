"""What the undertakings of a short text tell, for the tests of them."""

from __future__ import annotations

from datetime import date

from summariser.candidates.quotations import find_quotations
from summariser.candidates.undertakings import Undertaking, find_undertakings
from tests.prose import entity, prose

NAMES = {
    "Acme": "organisation",
    "Bolt AS": "organisation",
    "Harbour Union": "organisation",
    "Kenya": "state",
    "Uganda": "state",
    "Sweden": "state",
    "Finland": "state",
    "Norway": "state",
    "Rosa Diaz": "person",
}
TODAY = date(2031, 6, 10)


def found_in(text: str) -> list[Undertaking]:
    document = prose(text).with_date(TODAY)
    entities = [entity(document, name, kind) for name, kind in NAMES.items() if name in text]  # type: ignore[arg-type]
    return find_undertakings(document, entities, find_quotations(document))


def told(text: str) -> list[tuple[str, str, str]]:
    """Status, subject and act of each undertaking; of a denied act with "not" before it."""
    items = []
    for item in found_in(text):
        subject, act = (" ".join(text[slice(*span)].split()) for span in (item.subject, item.action))
        items.append((str(item.status), subject, f"not {act}" if item.negated else act))
    return items
