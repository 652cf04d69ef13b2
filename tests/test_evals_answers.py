"""The cache of a run: where it looks, and what it books to which document."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from summariser.evals.answers import Answers
from summariser.evals.recordings import Recording, write_recording
from summariser.evals.response_store import Recorded, ResponseStore

if TYPE_CHECKING:
    from pathlib import Path


def test_the_store_comes_first_then_the_recordings_in_order(tmp_path: Path) -> None:
    """And nothing is copied from one to the other."""
    write_recording(tmp_path / "1", {"a": Recorded('"first"', 1.0), "s": Recorded('"recorded"', 1.0)})
    write_recording(tmp_path / "2", {"a": Recorded('"second"', 1.0), "b": Recorded('"second"', 1.0)})
    with ResponseStore(tmp_path / "s") as store:
        store.put("s", Recorded('"stored"', 1.0))
        answers = Answers(store, [Recording(tmp_path / "1"), Recording(tmp_path / "2")])
        assert [answers.get(key) for key in "sabx"] == ['"stored"', '"first"', '"second"', None]
        assert store.get("a") is None


def test_without_a_store_new_answers_are_not_kept() -> None:
    """A replay needs no file."""
    answers = Answers(None)
    answers.put("k", "1")
    assert answers.get("k") is None


def test_answers_are_booked_to_the_document_that_asked(tmp_path: Path) -> None:
    """Documents under way at the same time, with tasks of their own, do not mix."""

    async def document(answers: Answers, name: str) -> tuple[list[str], list[str]]:
        with answers.booked() as asking:

            async def question(number: int) -> None:
                key = f"{name}{number}"
                if answers.get(key) is None:
                    await asyncio.sleep(0.001)
                    answers.put(key, "{}")

            await asyncio.gather(*(question(number) for number in range(3)))
        return sorted(asking.fresh), sorted(asking.replayed)

    async def both(answers: Answers) -> list[tuple[list[str], list[str]]]:
        return await asyncio.gather(document(answers, "a"), document(answers, "b"))

    with ResponseStore(tmp_path / "s") as store:
        store.put("a1", Recorded("{}", 1.0))
        found = asyncio.run(both(Answers(store)))
    assert found == [(["a0", "a2"], ["a1"]), (["b0", "b1", "b2"], [])]


def test_a_replayed_answer_tells_the_time_the_model_took(tmp_path: Path) -> None:
    """Seconds a document are those of the model, not those of the replay."""
    with ResponseStore(tmp_path / "s") as store:
        store.put("k", Recorded("{}", 12.5))
        answers = Answers(store)
        with answers.booked() as asking:
            answers.get("k")
    assert asking.seconds == 12.5


def test_an_answer_that_is_not_valid_any_more_counts_as_fresh(tmp_path: Path) -> None:
    """It was found, but had to be asked anew."""
    with ResponseStore(tmp_path / "s") as store:
        store.put("k", Recorded("{}", 12.5))
        answers = Answers(store)
        with answers.booked() as asking:
            answers.get("k")
            answers.put("k", "{}")
    assert (list(asking.replayed), list(asking.fresh)) == ([], ["k"])
    assert 0 < asking.seconds < 5
