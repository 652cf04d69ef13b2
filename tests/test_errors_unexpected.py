"""A fault of our own: one line, no document text, and the rest of the batch goes on."""

from __future__ import annotations

from summariser.errors import unexpected


def test_the_text_of_the_exception_is_not_shown() -> None:
    """It may hold a document; its kind and place are enough to find the fault."""
    try:
        raise ValueError("a secret line of the document")  # noqa: TRY301 - there has to be a traceback
    except ValueError as error:
        told = unexpected(error, "deal.txt")
    assert "secret" not in str(told)
    assert str(told).startswith("deal.txt: unexpected ValueError in test_errors_unexpected.py, line ")
    assert told.exit_code == 1
