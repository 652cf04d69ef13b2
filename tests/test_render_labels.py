"""The words in which a brief is shown."""

from __future__ import annotations

from datetime import date

import pytest

from summariser.render.labels import Names, byline, coverage_line, date_words, label, plural, provenance_rows
from summariser.schemas import Coverage, CoverageChunk, DateRange, Dropped
from tests.sample_bridge import bridge_brief
from tests.sample_brief import seed_brief


def test_labels_are_words() -> None:
    """Values of the contract are shown as words."""
    assert label("next_step") == "Next step"
    assert plural(1, "character") == "1 character"
    assert plural(12345, "character") == "12,345 characters"
    assert plural(2, "retry", "retries") == "2 retries"


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        (None, None, "soon"),
        (None, date(2027, 5, 31), "soon (by 31 May 2027)"),
        (date(2027, 3, 1), None, "soon (from 1 March 2027)"),
        (date(2027, 3, 1), date(2027, 3, 1), "soon (1 March 2027)"),
        (date(2027, 3, 1), date(2027, 3, 31), "soon (1–31 March 2027)"),
        (date(2027, 3, 1), date(2027, 5, 31), "soon (1 March to 31 May 2027)"),
        (date(2026, 12, 1), date(2027, 2, 28), "soon (1 December 2026 to 28 February 2027)"),
    ],
)
def test_dates_keep_the_words_and_say_what_they_mean(earliest: date | None, latest: date | None, shown: str) -> None:
    """The document's words come first; only what is known is added."""
    assert date_words(DateRange(text="soon", earliest=earliest, latest=latest)) == shown


def test_dates_are_not_said_twice() -> None:
    """Words that name the day need no explanation."""
    assert date_words(DateRange(text="by 1 March 2027", latest=date(2027, 3, 1))) == "by 1 March 2027"


def test_coverage_never_rounds_up_to_all() -> None:
    """One character lost in a million is not 100 %."""
    line = coverage_line(Coverage(characters=1_000_000, read=999_999))
    assert line == "999,999 of 1,000,000 characters read (99.9 %)"


def test_coverage_counts_every_kind_of_loss() -> None:
    """Skipped, truncated, failed and dropped are all named."""
    chunks = [CoverageChunk(start=i, end=i + 1, status=s) for i, s in enumerate(("skipped", "truncated", "failed"))]
    dropped = [Dropped(part="quotes", reason="r", value="v")]
    line = coverage_line(Coverage(characters=3, read=0, chunks=chunks, dropped=dropped))
    assert line == "0 of 3 characters read (0 %), 1 part skipped, 1 part truncated, 1 part failed, 1 item dropped"


def test_coverage_of_an_empty_document() -> None:
    """No division by zero, and nothing was lost."""
    assert coverage_line(Coverage(characters=0, read=0)) == "0 of 0 characters read (100 %)"


def test_provenance_leaves_out_what_is_unknown() -> None:
    """A price that is not known is not shown as nothing."""
    local, remote = dict(provenance_rows(seed_brief().provenance)), dict(provenance_rows(bridge_brief().provenance))
    assert "Cost" not in local
    assert "Dated" not in local
    assert local["Endpoint"] == "none, the model ran on this machine"
    assert remote["Cost"] == "US$0.0031"
    assert remote["Dated"] == "24 November 2026"
    assert remote["Endpoint"] == "https://models.example/v1"


def test_names_fall_back_to_the_id() -> None:
    """A party that the brief does not hold is shown by its id, not as nothing."""
    names = Names(seed_brief())
    assert names.all_of(["p3", "p99"]) == "United States, p99"
    assert names.all_of([]) == ""


def test_the_byline_holds_name_and_date() -> None:
    """The date stands beside the name where it is known."""
    assert byline(bridge_brief().provenance.document) == "bridge.txt · 24 November 2026"
    assert byline(seed_brief().provenance.document) == "000_5e4f01ce9f475515.txt"
