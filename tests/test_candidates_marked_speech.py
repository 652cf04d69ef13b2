"""Marked passages of one paragraph as quotes."""

from __future__ import annotations

from summariser.candidates.marked_speech import group_marked
from summariser.candidates.marks import find_marked
from tests.prose import prose


def _groups(text: str) -> list[tuple[list[str], str | None]]:
    document = prose(text)
    pieces = list(find_marked(text, 0, len(text), runs_on=False))
    return [
        ([text[start:end] for start, end in group.spans], group.cue.subject if group.cue else None)
        for group in group_marked(text, document.sentences, pieces)
    ]


def test_narration_between_keeps_the_speaker_only_where_it_is_about_them() -> None:
    """Behind a sentence about "he" the speech goes on; behind one about somebody else it is a quote of its own."""
    same = "“We are late,” he said. He sat down. “It is my fault.”"
    other = "“We are late,” he said. Ms Li disagreed. “It is my fault.”"
    assert _groups(same) == [(["We are late,", "It is my fault."], "he")]
    assert _groups(other) == [(["We are late,"], "he"), (["It is my fault."], None)]


def test_a_term_behind_speech_is_not_joined_to_it() -> None:
    """The narrator's own marks in a later sentence do not lengthen the quote."""
    assert _groups("“We are late,” he said. He joined the “night shift” there.") == [(["We are late,"], "he")]


def test_an_aside_in_brackets_may_be_speech() -> None:
    """Words in brackets are speech where they are attributed there."""
    assert _groups("The mail (“a bad joke by a tired man”, he said) was old.") == [
        (["a bad joke by a tired man"], "he")
    ]


def test_unattributed_words_must_be_an_utterance() -> None:
    """After a colon, or as a sentence with its stop, words without attribution are kept; fragments are not."""
    assert _groups("AND UPON THE COURT'S VIEW: “A party that stops loses nothing”") == [
        (["A party that stops loses nothing"], None)
    ]
    assert _groups("It rained. “Nobody came to the square.” It rained.") == [(["Nobody came to the square."], None)]
    assert _groups("It was “rather too much of it” to bear.") == []


def test_one_attribution_for_several_pieces_of_one_sentence() -> None:
    """What stands in one sentence behind its attribution is one quote; a word picked out is not."""
    assert _groups("He spoke of “the last days of a bank” and of “more than one pair of hands”.") == [
        (["the last days of a bank", "more than one pair of hands"], "He")
    ]
    assert _groups("He spoke of “the last days of a bank” by a “robber”.") == [(["the last days of a bank"], "He")]
    assert _groups("He spoke of “the last days of a bank”. It was “more than one pair of hands”.") == [
        (["the last days of a bank"], "He")
    ]


def test_a_title_between_speaker_and_speech() -> None:
    """A title in quotation marks does not part the words from their attribution."""
    assert _groups("She said the film “The Night Shift” was “the best that I ever saw”.") == [
        (["the best that I ever saw"], "She")
    ]
