"""Messages of a chat or a thread of posts."""

from __future__ import annotations

import time

import pytest

from summariser.candidates.messages import find_messages
from summariser.candidates.quotations import find_quotations
from tests.prose import prose


@pytest.mark.parametrize(
    ("text", "senders"),
    [
        ("20:01 <vik> shall we vote?\n20:02 <ana_> I vote no\n20:03 * vik sighs\n20:04 <vik> fine\n", "vik ana_ vik"),
        ("[20:01] <@vik> shall we vote?\n[20:02] <ana_> no\n[20:04] <ana_> not yet\n", "vik ana_ ana_"),
        ("<vik> shall we vote?\n<ana> no\n<vik> fine\n", "vik ana vik"),
        ("12/03/2024, 18:05 - Tom: We sell.\n12/03/2024, 18:06 - Ana: Not yet\n12/03/2024, 18:07 - Tom: Why?\n",
         "Tom Ana Tom"),
        ("[12/03/24, 6:05:11 PM] Tom: We sell.\n[12/03/24, 6:06:01 PM] Ana: Not yet\n[12/03/24, 6:07:00 PM] Tom: Why?\n",
         "Tom Ana Tom"),
        ("2024-03-12 18:05 Tom: We sell.\n2024-03-12 18:06 +44 7700 900123: No\n2024-03-12 18:07 Tom: Why?\n",
         "Tom +44 7700 900123 Tom"),
        ("@tom_vik (21:04): hill is dark\n\n@HalePower (21:31): We know.\n\n@tom_vik (21:40): LIGHT\n",
         "@tom_vik @HalePower @tom_vik"),
        ("2024-03-12 18:05 ERROR: disk full\n2024-03-12 18:06 INFO: retry\n2024-03-12 18:07 ERROR: disk full\n", ""),
        ("18:05 Fire: two engines\n18:06 Police: one car\n18:07 Fire: out\n", ""),
        ("Tom Vik: We sell.\nAna Rao: Not yet.\nTom Vik: Why?\n", ""),
        ("@tom: a carpenter\n@ana: a nurse\n@lea: a clerk\n", ""),
    ],
)  # fmt: skip
def test_senders(text: str, senders: str) -> None:
    """Nicknames in angle brackets, handles before a colon, names behind a date and a time; no log of a program."""
    assert " ".join(text[start:end] for (start, end), _ in find_messages(text)) == senders


def test_words_of_a_message() -> None:
    """A message goes on to the next line with a time; what the program adds and left out pictures are no message."""
    text = (
        "12/03/2024, 18:02 - Tom created group “Hale”\n12/03/2024, 18:05 - Tom: Not below two,\nand who pays?\n"
        "12/03/2024, 18:06 - Ana: <Media omitted>\n12/03/2024, 18:07 - Ana: I will pay it\n"
        "12/03/2024, 18:08 - Tom left\n12/03/2024, 18:09 - Ana: Then we sell the house.\n"
    )
    quotes = find_quotations(prose(text))
    words = [" ".join(text[start:end] for start, end in quote.spans) for quote in quotes]
    assert words == ["Not below two,\nand who pays?", "I will pay it", "Then we sell the house."]
    assert not any(quote.marked for quote in quotes)


def test_long_log_in_linear_time() -> None:
    """Thousands of messages take no more than their length."""
    began = time.process_time()
    assert len(find_messages("20:01 <vik> shall we vote?\n20:02 <ana> no\n" * 5000)) == 10000
    assert time.process_time() - began < 2
