"""Lint finds every fault it promises to find, with file, line and remedy, and none in the shipped seeds."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summariser.evals.linting import Problem, lint
from tests.evals_gold import SEEDS, case_of, harbour, span, write_case

if TYPE_CHECKING:
    from collections.abc import Callable

    from summariser.evals.gold import Case

PROMPTS = Path(__file__).parents[1] / "prompts"


def lint_changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> tuple[list[Problem], list[str]]:
    """Problems of the labelled document after a change of its gold, and the lines of that file."""
    path = write_case(folder, harbour())
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    return lint(folder), path.read_text(encoding="utf-8").splitlines()


def put(*where: str | int, value: object) -> Callable[[dict[str, Any]], object]:
    """A change that sets one value."""

    def change(data: Any) -> None:
        for key in where[:-1]:
            data = data[key]
        data[where[-1]] = value

    return change


def test_the_shipped_seeds_are_clean() -> None:
    """All seeds, dev and test, pass, and no prompt has seen them."""
    assert lint(SEEDS, PROMPTS) == []


def test_a_sound_folder_has_no_problems(tmp_path: Path) -> None:
    """The labelled document passes as it is."""
    assert lint_changed(tmp_path, lambda _: None)[0] == []


@pytest.mark.parametrize(
    ("change", "message", "fix", "line"),
    [
        (put("quotes", 0, "evidence", 0, "start", value=1), "is not 'We will finish", "these words stand at 1", "{"),
        (put("context", 0, "evidence", 0, "text", value="closed in June"), "is not 'closed", "copy the words", "{"),
        (put("context", 0, "evidence", 0, "text", value=""), "is empty", "give the words", "{"),
        (put("quotes", 1, "id", value="q1"), "id q1 is given twice", "id of its own", '"id": "q1"'),
        (put("context", 0, "id", value="p1"), "id p1 is given twice", "id of its own", '"id": "p1"'),
        (put("quotes", 0, "speaker", value="p9"), "no party has the id p9", "refer to", '"speaker": "p9"'),
        (put("commitments", 0, "to", value=["p8"]), "no party has the id p8", "refer to", '"p8"'),
        (put("parties", 0, "represents", value="p1"), "p1 represents itself", "null", '"represents": "p1"'),
        (put("commitments", 1, "by", value=[]), "c2 binds nobody", "name who", '"by": []'),
        (put("parties", 3, "aliases", value=["the harbour council"]), "names p2 and p4", "leave it", "harbour council"),
        (put("parties", 0, "aliases", value=["Her Worship"]), "is not in the document", "own words", "Her Worship"),
        (put("parties", 1, "name", value="Port Board"), "is not in the document", "own words", "Port Board"),
        (
            put("quotes", 1, "text", value="We waited"),
            "text is not its spans joined",
            "set it to",
            '"text": "We waited"',
        ),
        (put("commitments", 0, "amount", value="€3"), "amount '€3' is not in", "set null", '"amount": "€3"'),
        (put("commitments", 0, "condition", value=" "), "condition ' ' is not in", "set null", '"condition": " "'),
        (put("quotes", 0, "cue", value="he said"), "cue 'he said' is not in", "set null", '"cue": "he said"'),
        (
            put("commitments", 0, "deadline", "text", value="by May"),
            "'by May' is not in",
            "set null",
            '"text": "by May"',
        ),
        (put("context", 0, "date", "latest", value="2024-04-01"), "2024-05-01 is after", "swap", '"earliest"'),
        (put("context", 0, "date", "latest", value="May"), "context.0.date.latest: ", "description", '"latest": "May"'),
        (put("commitments", 0, "status", value="promised"), "commitments.0.status: ", "description", '"promised"'),
        (put("split", value="hold"), "split: ", "description", '"split": "hold"'),
        (put("parties", 0, "surprise", value=1), "parties.0.surprise: Extra", "description", '"surprise"'),
        (put("labelled", 0, "kind", value="draft"), "draft by T1", "add yourself", '"labelled"'),
        (put("genre", value=" "), "genre is empty", "name one", '"genre": " "'),
        (put("tags", value=["a", "a"]), "tag a is given twice", "drop one", '"a"'),
        (put("sha256", value="0"), "sha256 is not that of harbour.txt", "restore", '"sha256": "0"'),
        (put("document", value="gone.txt"), "gone.txt is not beside it", "put the document back", '"document"'),
        (put("document", value="../harbour.txt"), "not a plain file name", "beside", '"document"'),
    ],
)
def test_each_fault_is_found_on_its_line(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], message: str, fix: str, line: str
) -> None:
    """One fault gives its message and remedy, at the line that holds it."""
    problems, lines = lint_changed(tmp_path, change)
    found = next((problem for problem in problems if message in problem.message), None)
    assert found is not None, problems
    assert found.file == tmp_path / "harbour.gold.json"
    assert fix in found.fix
    assert line in lines[found.line - 1]


def test_a_missing_field_is_found_at_its_item(tmp_path: Path) -> None:
    """Without `required` the line is that of the item it is missing from."""
    problems, lines = lint_changed(tmp_path, lambda data: data["parties"][1].pop("required"))
    assert [problem.message for problem in problems] == ["parties.1.required: Field required"]
    assert '"p2"' in lines[problems[0].line]


def test_a_state_may_be_named_by_what_the_document_does_not_say(tmp_path: Path) -> None:
    """Only its canonical name: its aliases must be there."""

    def change(data: dict[str, Any]) -> None:
        data["parties"][2] |= {"name": "Portugal", "kind": "state", "aliases": ["Porto Novo", "Lisbon"]}

    problems, _ = lint_changed(tmp_path, change)
    assert [problem.message for problem in problems] == ["'Lisbon' is not in the document"]


def relabelled(text: str, name: str = "harbour.txt") -> Case:
    """Gold of another text, with two of its parties and nothing else."""
    gold = harbour().gold
    parties = [
        party.model_copy(update={"evidence": [span(text, words)], "aliases": [], "represents": None})
        for party, words in ((gold.parties[0], "Ana Silva"), (gold.parties[1], "Council"))
    ]
    update = {
        "document": name,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "parties": parties,
        "commitments": [],
        "context": [],
        "quotes": [],
    }
    return case_of(gold.model_copy(update=update), text)


def test_names_may_be_broken_across_lines(tmp_path: Path) -> None:
    """In a hard-wrapped document a name runs over a line end."""
    write_case(tmp_path, relabelled("Ana Silva spoke to the Harbour\nCouncil."))
    assert lint(tmp_path) == []


def test_every_document_has_one_gold_and_every_gold_its_name(tmp_path: Path) -> None:
    """A text without labels, a text labelled twice and a gold named otherwise are found."""
    path = write_case(tmp_path, harbour())
    (tmp_path / "lonely.txt").write_text("Nobody labelled this.", encoding="utf-8")
    (tmp_path / "other.gold.json").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    found = {(problem.file.name, problem.message) for problem in lint(tmp_path)}
    assert ("lonely.txt", "has no gold beside it") in found
    assert ("other.gold.json", "harbour.txt is labelled in harbour.gold.json too") in found
    path.unlink()
    assert ("other.gold.json", "is not named after harbour.txt") in {
        (problem.file.name, problem.message) for problem in lint(tmp_path)
    }


def test_the_same_document_twice_is_found(tmp_path: Path) -> None:
    """Twice the same words, whatever the case, the white space and the quotation marks."""
    text = "Ana Silva spoke to the “Harbour Council”."
    write_case(tmp_path, relabelled(text, "a.txt"))
    write_case(tmp_path, relabelled(text.replace("“", '"').replace("”", '"').replace("spoke ", "SPOKE  "), "b.txt"))
    assert [(problem.file.name, problem.message) for problem in lint(tmp_path)] == [
        ("b.gold.json", "is the same document as a.txt")
    ]


def test_a_document_much_like_another_is_found(tmp_path: Path) -> None:
    """A copy with a changed ending shares most of its runs of words; an unrelated text shares none."""
    body = (
        "Ana Silva told the Harbour Council that work on the northern quay would begin before the end of the summer. "
    )
    write_case(tmp_path, relabelled(body + "She named no price.", "a.txt"))
    write_case(tmp_path, relabelled(body + "Nobody asked what it would cost the town.", "b.txt"))
    write_case(tmp_path, relabelled("Ana Silva and the Harbour Council met again to talk of something else.", "c.txt"))
    problems = lint(tmp_path)
    assert [problem.file.name for problem in problems] == ["b.gold.json"]
    assert "runs of 8 words with a.txt" in problems[0].message


def test_a_prompt_that_has_seen_a_document_is_found(tmp_path: Path) -> None:
    """Eight words in a row of a text or a label are found in a prompt, on their line; seven are not."""
    seeds, prompts = tmp_path / "seeds", tmp_path / "prompts"
    seeds.mkdir()
    (prompts / "brief").mkdir(parents=True)
    write_case(seeds, harbour())
    leak = "the old\nbridge was CLOSED in May 2024, after"
    (prompts / "brief" / "example.md").write_text(f"# Example\n\nAs in: {leak} all.\n", encoding="utf-8")
    (prompts / "fine.toml").write_text('example = "Old bridge was closed in May 2024, later"', encoding="utf-8")
    (prompts / "notes.txt").write_text(leak, encoding="utf-8")
    problems = lint(seeds, prompts)
    assert [(problem.file.name, problem.line) for problem in problems] == [("example.md", 3)]
    assert "has words of harbour.txt: “the old bridge was closed in may 2024”" in problems[0].message
    assert lint(seeds) == []


def test_words_of_a_label_are_found_too(tmp_path: Path) -> None:
    """A statement worded by the labeller must not be taught either."""
    case = harbour()
    case.gold.context[0].statement = "In May 2024 the crossing was shut for good by the town."
    seeds, prompts = tmp_path / "seeds", tmp_path / "prompts"
    seeds.mkdir()
    prompts.mkdir()
    write_case(seeds, case)
    (prompts / "p.md").write_text("the crossing was shut for good by the town", encoding="utf-8")
    assert len(lint(seeds, prompts)) == 1


def test_what_cannot_be_read_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    """No gold at all, broken JSON and other encodings are reported."""
    assert [problem.message for problem in lint(tmp_path)] == ["holds no file *.gold.json"]
    (tmp_path / "a.gold.json").write_text('{\n "gold_version": \n', encoding="utf-8")
    (tmp_path / "b.gold.json").write_bytes(b"\xff\xfe")
    path = write_case(tmp_path, harbour())
    raw = "Zürich".encode("latin-1")
    (tmp_path / "harbour.txt").write_bytes(raw)
    messages = {problem.file.name: problem.message for problem in lint(tmp_path)}
    assert "is not JSON" in messages["a.gold.json"]
    assert messages["b.gold.json"].startswith("cannot be read")
    assert messages[path.name].startswith("harbour.txt cannot be read")
