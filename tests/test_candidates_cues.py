"""Attributions beside a quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.cues import find_cue, skip_enumerator
from tests.prose import PROSE


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        ("In her closing words the Chair said: ", "the Chair said", "the Chair"),
        ("He added that the canal had been ", "He added", "He"),
        ("Mr. Sosa called the deal ", "Mr. Sosa called the deal", "Mr. Sosa"),
        ("The poet of this town, Ida Lund, wrote in her last letter: ",
         "The poet of this town, Ida Lund, wrote in her last letter", "The poet of this town, Ida Lund"),
        ("My uncle, the late Lord Amory, used to say that a budget is ",
         "My uncle, the late Lord Amory, used to say", "My uncle, the late Lord Amory"),
        ("3.4 Cllr Moss noted that the club had been told by a former clerk that it could stay ",
         "had been told by a former clerk", "a former clerk"),
        ("The paper quoted Mr Rao as saying ", "quoted Mr Rao as saying", "Mr Rao"),
        ("His board wanted more, he told reporters, and the rivals ", "he told reporters", "he"),
        ("The minister left the hall, saying: ", "The minister left the hall, saying", "The minister"),
        ("An e-mail sent by a manager in May reads: ", "An e-mail sent by a manager in May reads",
         "An e-mail"),
        ("AND UPON the Court observing: ", "the Court observing", "the Court"),
        ("According to the ministry, ", "According to the ministry", "the ministry"),
        ("Sosa: ", "Sosa", "Sosa"),
        ("Mr Rao — who has run it since 2001 — said: ", "Mr Rao — who has run it since 2001 — said", "Mr Rao"),
        ("It was, said one official, ", "said one official", "one official"),
        ("Mr Rao accused the firm of ", "Mr Rao accused the firm", "Mr Rao"),
    ],
)  # fmt: skip
def test_cue_that_leads_up_to_speech(text: str, cue: str, subject: str) -> None:
    """The nearest verb with a subject counts, with the words that belong to it but not the clause it reports."""
    found = find_cue(text, 0, len(text), before_speech=True)
    assert found is not None
    assert text[found.start : found.end] == cue
    assert found.subject.startswith(subject)
    assert text[found.subject_start :].startswith(found.subject)


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        (" said Rosa Diaz, the mayor of Cork.", "said Rosa Diaz", "Rosa Diaz"),
        (" said its managing director, Chi Rao.", "said its managing director, Chi Rao",
         "its managing director, Chi Rao"),
        (" Bo Ek, who leads the union and is no relation, told reporters.",
         "Bo Ek, who leads the union and is no relation, told reporters", "Bo Ek"),
        (" Acme's chief executive said on a call with analysts.", "Acme's chief executive said on a call with analysts",
         "Acme's chief executive"),
        (" since it silted up in 2019, the ministry said.", "the ministry said", "the ministry"),
        (" was how the mayor described it.", "the mayor described it", "the mayor"),
        (" as the mayor put it.", "the mayor put it", "the mayor"),
        (" Green said at the Nov. 5 meeting.", "Green said at the Nov. 5 meeting", "Green"),
        (" — Rosa Diaz, fisher", "Rosa Diaz", "Rosa Diaz"),
        (" reads the letter, signed by all.", "reads the letter", "the letter"),
    ],
)  # fmt: skip
def test_cue_that_follows_speech(text: str, cue: str, subject: str) -> None:
    """Subject and verb in either order, with asides passed over, or a name behind a dash."""
    found = find_cue(text, 0, len(text), before_speech=False)
    assert found is not None
    assert (text[found.start : found.end], found.subject) == (cue, subject)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("My members were told, ", True),
        ("The ministry's claims were ", True),
        ("Asked by reporters whether it would ", True),
        ("There was talk on media reports suggesting ", True),
        (" should not have been used.", False),
        (" and asked the minister to resign.", False),
        (" that prices rose.", False),
        ("The parties agreed ", True),
    ],
)
def test_what_attributes_nothing(text: str, before: bool) -> None:
    """The passive without an agent, nouns that look like verbs and a verb without a subject are no cue."""
    assert find_cue(text, 0, len(text), before_speech=before) is None


def test_a_subject_far_away_is_not_part_of_the_cue() -> None:
    """Where many words stand between, the cue is the verb, and the subject is kept with its own place."""
    text = f"He declined to comment on {'old and new ' * 8}reports of the deal, stating only "
    found = find_cue(text, 0, len(text), before_speech=True)
    assert found is not None
    assert (text[found.start : found.end], found.subject, found.subject_start) == ("stating only", "He", 0)


@pytest.mark.parametrize(
    ("text", "rest"),
    [("6. We won.", "We won."), ("(a) We won.", "We won."), ("• We won.", "We won."), ("2.10 We won.", "We won."),
     ("We won.", "We won."), ("2026 was hard.", "2026 was hard."), ("A. We won.", "We won.")],
)  # fmt: skip
def test_numbers_of_paragraphs_are_skipped(text: str, rest: str) -> None:
    """The number of a paragraph or the mark of an item is not part of what is said; a year is no number."""
    assert text[skip_enumerator(text, 0, len(text)) :] == rest


@given(PROSE, st.booleans())
def test_cues_lie_inside_any_text(text: str, before: bool) -> None:
    """On arbitrary Unicode nothing raises, and the subject is words of the text."""
    found = find_cue(text, 0, len(text), before_speech=before)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert found.subject
        assert text[found.subject_start : found.subject_start + len(found.subject)] == found.subject
