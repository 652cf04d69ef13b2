"""Names that only tell where something is, and bodies that are only spoken of."""

from __future__ import annotations

import pytest

from summariser.candidates.entities import find_entities
from tests.prose import prose


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("They hoped for peace in the eastern part of the Democratic Republic of the Congo.", "Congo", False),
        ("The clips were made by Lune Plastics Co. of Tolo Mita, Vietnam.", "Vietnam", False),
        ("Ministers from Chile, Vietnam and Peru agreed. Vietnam will pay.", "Vietnam", True),
        ("The firm is listed on the main board of the Lune Exchange.", "Lune Exchange", False),
        ("The Lune Exchange said no.", "Lune Exchange", True),
        ("The committee reports to the House.", "House", False),
        ("The House said no.", "House", True),
        ("New Zealand put up new money.", "New Zealand", True),
    ],
)
def test_places(text: str, name: str, kept: bool) -> None:
    """Parts of a country, the state behind a town, exchanges and bare bodies only spoken of are left out."""
    assert any(name in entity.name for entity in find_entities(prose(text))) is kept
