"""Markdown: the text as it is, with its front matter understood."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.documents import read_bytes
from summariser.documents.formats.markdown import front_matter
from summariser.documents.title import find_title

TEXT = """---
title: "The rail pact"
author: Ana Ruiz
date: 2027-03-04T10:00
tags:
  - rail
---

# Terms

Norland will pay, says the [treaty](https://x.example/treaty).

![A map](map.png)
<!-- to be checked -->
[1]: https://x.example/annex
"""


def test_front_matter_is_understood_and_is_furniture() -> None:
    """Title, author and date come from it, and no sentence holds it; the text is the file's, to the character."""
    document = read_bytes(TEXT.encode(), "pact.md")
    assert document.text == TEXT
    assert (document.title, document.author) == ("The rail pact", "Ana Ruiz")
    assert (document.date, document.date_source) == (date(2027, 3, 4), "front matter")
    assert find_title(document) == "The rail pact"
    assert [piece.reason for piece in document.furniture] == [
        "front matter", "picture", "comment in the markup", "target of a link",
    ]  # fmt: skip
    assert [sentence.text for sentence in document.sentences] == [
        "# Terms",
        "Norland will pay, says the [treaty](https://x.example/treaty).",
    ]


def test_date_of_the_caller_goes_before_it() -> None:
    """What the user says counts."""
    document = read_bytes(TEXT.encode(), "pact.md", date=date(2020, 1, 1))
    assert (document.date, document.date_source) == (date(2020, 1, 1), None)


@pytest.mark.parametrize(
    "text", ["---\n\nWe begin with a rule.\n\n---\n\nMore.", "Text.\n---\ntitle: x\n---\n", "---\ntitle: x"]
)
def test_rule_across_the_page_is_no_front_matter(text: str) -> None:
    """Prose between two rules stays text."""
    assert front_matter(text).end == 0


def test_other_text_has_none() -> None:
    """A text file that begins alike is left as it is."""
    assert read_bytes(TEXT.encode(), "pact.txt").marked == ()
