"""Names and titles printed in capitals."""

from __future__ import annotations

import pytest

from summariser.note.casing import in_normal_case


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("CALDER AND MINCH FERRIES LIMITED", "Calder and Minch Ferries Limited"),
        ("NATIONAL ASSEMBLY OF NAMIBIA", "National Assembly of Namibia"),
        ("PUKERAU DAIRY CO-OPERATIVE LIMITED", "Pukerau Dairy Co-operative Limited"),
        ("THE OSRIC FOUNDATION", "The Osric Foundation"),
        ("WALVIS-BAY PORT", "Walvis-Bay Port"),
        ("EU COMMISSION", "EU Commission"),
        ("KBL AND BANK SIGN LOAN: A NEW ERA", "KBL and Bank Sign Loan: A New Era"),
        ("DR. SELMA O’NEILL", "Dr. Selma O’Neill"),
        ("NGĀTI TĀWHAKI", "Ngāti Tāwhaki"),
        ("UNICEF", "UNICEF"),
        ("Calder and MINCH", "Calder and MINCH"),
        ("", ""),
    ],
)
def test_capitals_stand_where_words_begin(printed: str, normal: str) -> None:
    """Small words are small, acronyms stay, and what is not all capitals is left alone."""
    assert in_normal_case(printed) == normal


def test_a_word_is_written_as_another_name_writes_it() -> None:
    """The source itself knows best."""
    assert in_normal_case("MACLEOD AND DE WIT", ["MacLeod", "MACLEOD"]) == "MacLeod and de Wit"
