"""Saved briefs, the order of sources, duplicates, and sources beside the matter."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from summariser.errors import DocumentError
from summariser.note.briefs import load_briefs, parse_briefs
from summariser.note.relevance import find_irrelevant
from summariser.note.sources import find_duplicates, order_sources
from tests.sample_note_briefs import bakery, brief_of, letter, matter, paper, release, report

if TYPE_CHECKING:
    from pathlib import Path

    from summariser.schemas import Brief

DAY = date(2026, 4, 1)
SECRET = "the-secret-word"


def test_saved_briefs_come_back(tmp_path: Path) -> None:
    """One as JSON, several as an array or one on each line."""
    one, other = release().model_dump_json(), paper().model_dump_json()
    for name, text, count in (
        ("one.json", one, 1),
        ("bom.json", f"\ufeff{one}", 1),
        ("array.json", f"[{one},{other}]", 2),
        ("lines.jsonl", f"{one}\n{other}\n\n", 2),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert len(load_briefs(tmp_path / name)) == count


def changed(**fields: Any) -> str:
    return json.dumps({**release().model_dump(mode="json"), **fields})


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        (SECRET, "not JSON"),
        (f'{{"a": "{SECRET}"}}', "other JSON"),
        (f'["{SECRET}"]', "other JSON"),
        ("[]", "holds no brief"),
        ("[" * 50_000, "not JSON"),
        (changed(schema_version="9"), "another version"),
        (changed(title=[SECRET]), "title is not as it should be"),
        (changed(commitments=[{"id": "c1", SECRET: 1}]), "commitments"),
        (
            changed(quotes=[{"id": "q1", "text": "a", "marked": True,
                             "evidence": [{"start": 0, "end": 9, "text": SECRET}]}]),
            "a span does not fit",
        ),
        (changed(parties=[*release().model_dump(mode="json")["parties"]] * 2), "an id is there twice"),
    ],
)  # fmt: skip
def test_what_is_no_brief_is_refused(text: str, reason: str) -> None:
    """The message names the file and the reason, and holds nothing of the text."""
    with pytest.raises(DocumentError) as caught:
        parse_briefs(text, "saved.json")
    assert str(caught.value).startswith("saved.json")
    assert reason in str(caught.value)
    assert SECRET not in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    """Missing, and not UTF-8."""
    with pytest.raises(DocumentError, match=r"none\.json cannot be read"):
        load_briefs(tmp_path / "none.json")
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentError, match="not UTF-8"):
        load_briefs(tmp_path / "bad.json")


def test_the_newest_source_is_the_first() -> None:
    """Undated ones come last; the order they are given in makes no difference."""
    briefs = [release(), letter(None), report(), paper()]
    for order in (briefs, briefs[::-1]):
        names = [source.brief.provenance.document.name for source in order_sources(order)]
        assert names == ["report.txt", "paper.txt", "release.txt", "letter.txt"]


WIRE = (
    "Norholt will open the Tessel tunnel to freight in the autumn, the minister said on Friday. "
    "The tunnel was shut in 2019 after a fire in which nobody was hurt. It will carry 40 trains a day. "
)


def wire(name: str, text: str = WIRE, days: int = 0) -> Brief:
    sentences = [f"{sentence}." for sentence in text.strip().rstrip(".").split(". ")]
    return brief_of(
        f"{name}\n\n{text}",
        name,
        DAY - timedelta(days=days),
        parties=[],
        context=[{"statement": sentence, "kind": "event"} for sentence in sentences],
    )


def test_the_same_text_in_two_papers_is_a_duplicate() -> None:
    """The later one repeats the earlier one, and the reason says which."""
    sources = order_sources([wire("a.txt"), wire("b.txt", days=1), wire("c.txt", WIRE.replace(" on Friday", ""))])
    assert find_duplicates(sources) == {"s1": "nearly the same text as s3", "s2": "nearly the same text as s3"}


@pytest.mark.parametrize(
    "other",
    [
        wire("b.txt", WIRE.replace("40 trains", "60 trains")),
        wire("b.txt", WIRE + "But the union of drivers said that it would not work there until a second exit is cut."),
        wire("b.txt", days=400),
        wire("b.txt", "Norholt will open the Tessel tunnel to freight in the autumn, the minister said on Friday."),
    ],
    ids=["number", "more", "year", "part"],
)
def test_what_tells_something_else_is_no_duplicate(other: Brief) -> None:
    """Another number, more news, the same words a year later, or a part only: both are used."""
    assert find_duplicates(order_sources([wire("a.txt"), other])) == {}


def irrelevant(*briefs: Brief, topic: str | None = None) -> set[str]:
    sources = order_sources(briefs)
    names = {source.id: source.brief.provenance.document.name for source in sources}
    return {names[each] for each in find_irrelevant(sources, topic)}


def test_what_is_beside_the_matter() -> None:
    """It is found by the topic, and without one where it shares nothing with the others."""
    assert irrelevant(*matter(), bakery()) == {"bakery.txt"}
    assert irrelevant(*matter(), bakery(), topic="ferry terminal at Skarn") == {"bakery.txt"}
    assert irrelevant(*matter()) == set()


def test_in_doubt_a_source_stays() -> None:
    """Of one or two sources, of two matters of equal size, or under a topic that nobody names, none is left out."""
    assert irrelevant(bakery(), topic="ferry") == set()
    assert irrelevant(release(), bakery()) == set()
    assert irrelevant(release(), paper(), bakery(), wire("w.txt"), topic="zebras") == set()
    tunnel = wire("w.txt"), wire("x.txt", WIRE.replace("40 trains", "60 trains"))
    assert irrelevant(release(), paper(), *tunnel) == set()


def test_a_close_source_stays_though_it_does_not_name_the_topic() -> None:
    """Other words for the topic do not make a source irrelevant where it tells the same."""
    assert irrelevant(*matter(), bakery(), topic="landing stage Skarn") <= {"bakery.txt", "report.txt"}
    assert "paper.txt" not in irrelevant(*matter(), bakery(), topic="landing stage Skarn")
