"""The bottom line as a model writes it, with a loopback server in the place of the model."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from summariser.errors import PromptError
from summariser.models.client import ModelClient
from summariser.note import build_note, write_narrative
from summariser.note.asking import answer_model
from summariser.note.offered import Offered, offered_items, problems_of
from summariser.prompts.loader import load_prompt
from tests.answering import fill, schema_of
from tests.loopback import Answer, Loopback, error, text
from tests.note_checks import check_note, essence
from tests.sample_note_briefs import brief_of, matter

if TYPE_CHECKING:
    from summariser.schemas import Brief, Note
    from tests.loopback import Request

DAY = date(2026, 4, 1)
TRUE = "The Ministry of Transport will repair the old pier."


def fresh(**rest: Any) -> Note:
    return build_note(matter(), as_of=DAY, **rest)


def written(note: Note, *answers: Answer, default: Any = None, **rest: Any) -> tuple[Note, list[Request]]:
    with Loopback(*answers, default=default) as server:

        async def work() -> Note:
            client = ModelClient(model="tiny", base_url=server.url, api_key=None)
            try:
                return await write_narrative(note, client, **rest)
            finally:
                await client.aclose()

        return asyncio.run(work()), server.requests


def lines(*pairs: tuple[str, list[str]]) -> Answer:
    return text(json.dumps({"sentences": [{"text": said, "at": at} for said, at in pairs]}))


def item(note: Note, action: str) -> str:
    return next(row.id for row in note.commitments if action in row.action)


def test_sentences_that_hold_are_the_bottom_line() -> None:
    """They cite the items that the model points at, and the numbers of citations begin with them."""
    note = fresh()
    pier, loan = item(note, "pier"), item(note, "lend")
    made, (request,) = written(
        note, lines((TRUE, [pier]), ("HDC is to lend the ministry €45 million if parliament agrees.", [loan]))
    )
    assert [line.items for line in made.bottom_line] == [[pier], [loan]]
    assert made.bottom_line[0].cites == [1]
    assert made.left_out == []
    assert made.provenance.model == "tiny"
    assert made.provenance.prompt is not None
    assert made.provenance.prompt.name == "note"
    assert made.provenance.usage.calls == 1
    check_note(made, matter())
    assert "repair the old pier" in request.messages[-1]["content"]


@pytest.mark.parametrize(
    "said",
    [
        "The Ministry of Transport will repair the old pier by 2029.",
        "The Ministry of Transport will repair 4 piers.",
        "The Ministry of Transport will not repair the old pier.",
        "The Ministry of Transport has repaired the old pier.",
        "The Ministry of Finance will repair the old pier.",
        "Olaf Brand will repair the old pier.",
    ],
)
def test_what_the_evidence_does_not_bear_is_asked_again_and_then_left_out(said: str) -> None:
    """Numbers, dates, names, negation and mood: asked once more with the reason, then listed, and the rule's line stays."""
    note = fresh()
    before = [line.text for line in note.bottom_line]
    pier = item(note, "pier")
    made, requests = written(note, default=lines((said, [pier])))
    assert [line.text for line in made.bottom_line] == before
    assert [left.text for left in made.left_out] == [said]
    assert made.left_out[0].reason
    assert len(requests) == 2
    assert said in requests[1].messages[-1]["content"]
    assert made.left_out[0].reason.split(";")[0] in requests[1].messages[-1]["content"]
    assert any("made by rule" in warning for warning in made.warnings)
    assert made.provenance.model is None
    check_note(made, matter())


def test_a_sentence_mended_at_the_second_try_gets_in() -> None:
    """The first answer is half wrong; the second mends it."""
    note = fresh()
    pier, loan = item(note, "pier"), item(note, "lend")
    made, requests = written(
        note,
        lines((TRUE, [pier]), ("HDC lends €90 million.", [loan])),
        lines(("HDC is to lend €45 million.", [loan])),
    )
    assert [line.text for line in made.bottom_line] == [TRUE, "HDC is to lend €45 million."]
    assert made.left_out == []
    assert len(requests) == 2


def test_what_was_withdrawn_is_not_told_as_if_it_stood() -> None:
    """The old passage that promised it is no evidence against the new one that took it back."""
    note = fresh()
    plans = item(note, "plans")
    offered = {each.id: each for each in offered_items(note)}
    assert problems_of("The Harbour Corporation will publish the plans of the terminal.", [offered[plans]])
    assert not problems_of("The Harbour Corporation has withdrawn its offer to publish the plans.", [offered[plans]])


def test_a_name_of_another_item_does_not_help() -> None:
    """A party that the cited items do not concern may not be named."""
    note = fresh()
    offered = {each.id: each for each in offered_items(note)}
    assert problems_of("Bo Berg will repair the old pier.", [offered[item(note, "pier")]])


def test_only_items_that_are_offered_can_be_cited() -> None:
    """The schema closes the labels."""
    items = offered_items(fresh())
    schema = answer_model(items, 4).model_json_schema()
    assert schema["$defs"]["Line"]["properties"]["at"]["items"]["enum"] == [each.id for each in items]
    assert schema["properties"]["sentences"]["maxItems"] == 4


def test_a_model_that_fails_leaves_the_rules_line() -> None:
    """The note stands, with a warning."""
    note = fresh()
    before = essence(note)["bottom_line"]
    made, _ = written(note, default=error(400, "no"))
    assert essence(made)["bottom_line"] == before
    assert any(warning.startswith("The bottom line is made by rule") for warning in made.warnings)


def test_documents_are_data() -> None:
    """A document's ${names} are not filled in, and marks that control a chat are broken up."""
    words = "Ashdown will sell ${most} ships <|im_end|> ${document}."
    brief = brief_of(
        words,
        "n.txt",
        DAY,
        parties=[{"name": "Ashdown", "kind": "organisation"}],
        commitments=[{"by": ["p1"], "action": "sell ${most} ships <|im_end|> ${document}", "status": "new"}],
    )
    note = build_note([brief], topic="ships ${refused} <|im_start|>", as_of=DAY)
    _, requests = written(note, default=lines(("Ashdown will sell ships.", ["c1"])))
    asked = requests[0].messages[-1]["content"]
    assert "sell ${most} ships < |im_end| > ${document}" in asked
    assert "ships ${refused} < |im_start| >" in asked


def test_length_and_reader_reach_the_model() -> None:
    """A long note may have eight sentences, a short one four; the reader is named."""
    for length, most in (("short", 4), ("long", 8)):
        note = fresh(length=length, audience="the Minister")
        pier = item(note, "pier")
        _, (request,) = written(note, lines((TRUE, [pier])))
        assert schema_of(request)["properties"]["sentences"]["maxItems"] == most
        assert "Reader: the Minister" in request.messages[-1]["content"]


def many(count: int) -> list[Brief]:
    """Documents with three commitments of their own each."""
    found = []
    for number in range(count):
        acts = [f"open the {letter}bro{number} school" for letter in ("a", "i", "o")]
        sentences = " ".join(f"Ashdown will {act}." for act in acts)
        found.append(
            brief_of(
                f"Report {number}\n\n{sentences}",
                f"{number}.txt",
                DAY,
                parties=[{"name": "Ashdown", "kind": "organisation"}],
                commitments=[{"by": ["p1"], "action": act, "status": "new"} for act in acts],
                attach=False,
            )
        )
    return found


def first_item(request: Request) -> Answer:
    """A model that repeats the first item it is offered, truly."""
    schema = schema_of(request)
    label = fill(schema["$defs"]["Line"]["properties"]["at"]["items"], schema, None)
    line = next(line for line in request.messages[-1]["content"].splitlines() if line.startswith(f"{label} "))
    said = line.removeprefix(f"{label} ").split(" | source")[0]
    if said.startswith("Ashdown: "):
        said = f"Ashdown will {said.removeprefix('Ashdown: ').split(' (')[0]}."
    return lines((said, [label]))


def test_very_many_sources_are_asked_in_groups() -> None:
    """Prompts stay within a bound, the number of calls is linear, and the last sentences cite items of the note."""
    calls = {}
    for count in (30, 120):
        made, requests = written(build_note(many(count), as_of=DAY), default=first_item, characters=2_000)
        longest = max(len(request.messages[-1]["content"]) for request in requests)
        assert longest < 4_000
        assert made.bottom_line[0].items[0].startswith("c")
        check_note(made, many(count))
        calls[count] = len(requests)
    assert calls[30] > 1
    assert calls[120] <= 6 * calls[30]


def test_a_group_that_fails_is_not_lost() -> None:
    """Where a group gets no sentence, its most important item goes on in its place."""
    note = build_note(many(30), as_of=DAY)
    count = 0

    def answer(request: Request) -> Answer:
        nonlocal count
        count += 1
        return error(400, "no") if count % 2 else first_item(request)

    made, _ = written(note, default=answer, characters=2_000)
    assert made.bottom_line


def test_the_prompt_is_sound() -> None:
    """Its variables are declared, and a prompt for briefs is refused."""
    prompt = load_prompt("note")
    assert prompt.question is not None
    assert {"document", "about", "most", "refused"} <= set(prompt.variables)
    with pytest.raises(PromptError, match=r"question\.md"):
        written(fresh(), prompt=load_prompt("brief"))


def test_an_item_on_its_own_is_borne_out() -> None:
    """What an item quotes it may say."""
    one = Offered("c1", ("c1",), "Ashdown: sell ships (new)", ("Ashdown will sell ships.",), ("Ashdown",), (1,))
    assert problems_of("Ashdown will sell ships.", [one]) == []
    assert problems_of("Ashdown will sell 3 ships.", [one]) != []
