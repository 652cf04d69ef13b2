"""The status of undertakings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.status_cues import status_cues
from summariser.candidates.undertaking_status import status_features, with_status
from summariser.candidates.undertakings import find_undertakings
from summariser.learned.linear import Linear, fitted
from summariser.schemas.brief import CommitmentStatus
from tests.prose import entity, prose

if TYPE_CHECKING:
    from summariser.candidates.undertaking import Undertaking
    from summariser.documents import Document

STATUSES = get_args(CommitmentStatus)


def _found(text: str) -> tuple[Document, Undertaking]:
    document = prose(text)
    return document, find_undertakings(document, [entity(document, "Acme", "organisation")])[0]


def _judged(text: str, odds: dict[CommitmentStatus, float], **changes: object) -> Undertaking:
    document, found = _found(text)
    models = {f"status_{status}": Linear(odds.get(status, 0.0), {}) for status in STATUSES}
    with fitted(models):
        return with_status(document, [replace(found, **changes)])[0]  # type: ignore[arg-type]


def test_the_grammar_stands_where_no_other_status_is_clearly_likelier() -> None:
    """A little likelier is not enough."""
    assert _judged("Acme will close the mill.", {"withdrawn": 0.4}).status == "new"
    assert _judged("Acme will close the mill.", {"withdrawn": 0.6}).status == "withdrawn"


def test_what_only_its_words_make_likely_gets_the_likeliest() -> None:
    """However little likelier that is."""
    assert _judged("Acme will close the mill.", {"withdrawn": 0.1}, likely=True).status == "withdrawn"


def test_a_refusal_denies_by_itself() -> None:
    """`not` goes where the status says it, and comes back where the status does not say it any more."""
    assert not _judged("Acme will not close the mill.", {"declined": 9.0}, negated=True).negated
    turned = _judged("Acme refused to close the mill.", {"new": 9.0})
    assert (turned.status, turned.negated) == ("new", True)


def test_features() -> None:
    """The grammar's word, and what the sentences around tell."""
    document, found = _found("Acme will close the mill. On Monday all of that was a dead letter.")
    features = status_features(document, found)
    assert {"grammar:new", "cue::made", "cue:n:gone", "cue:n:gone|new", "cue:n:turn"} <= set(features)
    assert "grammar:none" in status_features(document, replace(found, likely=True))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The offer is off the table.", "gone"),
        ("They took the promise back.", "gone"),
        ("She couldn’t agree to it.", "refused"),
        ("The pledge stands.", "again"),
        ("The bridge was opened in May, as promised.", "done"),
        ("A second ramp is under discussion.", "open"),
        ("In 2019 it was a different matter.", "before"),
        ("They vowed to stay.", "made"),
    ],
)
def test_cues(text: str, cue: str) -> None:
    """Each kind by one of its wordings."""
    assert cue in set(status_cues(text, ""))


@given(st.text())
def test_any_text_has_cues_or_none(text: str) -> None:
    """Each is named once."""
    found = list(status_cues(text, "x"))
    assert len(found) == len(set(found))
