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
        ("A similar quarrel between Chile and Peru took years.", "Chile", False),
        ("Unlike Norway, the port has no tide.", "Norway", False),
        ("They bought from Norway's Lune Motors.", "Norway", False),
        ("They wrote to Norway's Ministry of Trade.", "Norway", True),
        ("He told the Lune Gazette that he would stay.", "Lune Gazette", False),
        ("The Lune Gazette will pay the fine.", "Lune Gazette", True),
        ("He met the tenants of Lune Court.", "Lune Court", False),
    ],
)
def test_places(text: str, name: str, kept: bool) -> None:
    """Parts of a country, the state behind a town, exchanges and bare bodies only spoken of are left out."""
    assert any(name in entity.name for entity in find_entities(prose(text))) is kept
