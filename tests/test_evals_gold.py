"""Gold is read as it stands, and every fault names its file and field."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

from summariser.errors import InputError
from summariser.evals.gold import Gold, load_case, load_dataset, load_gold, validate_gold
from tests.evals_gold import dev_cases, harbour, write_case

if TYPE_CHECKING:
    from pathlib import Path


def edited(path: Path, **changes: Any) -> None:
    """Change top-level values of a gold file."""
    data = json.loads(path.read_text(encoding="utf-8")) | changes
    path.write_text(json.dumps(data), encoding="utf-8")


def test_a_written_gold_is_read_again(tmp_path: Path) -> None:
    """File and model hold the same."""
    case = harbour()
    path = write_case(tmp_path, case)
    assert load_gold(path) == case.gold
    assert load_case(path) == case._replace(path=tmp_path / "harbour.txt", gold_path=path)


def test_every_dev_seed_loads() -> None:
    """The seeds keep to the format, and their texts are the ones that were labelled."""
    for case in dev_cases():
        assert case.gold.signed
        assert all(case.text[span.start : span.end] == span.text for item in case.gold.quotes for span in item.evidence)


def test_line_ends_and_offsets_are_kept(tmp_path: Path) -> None:
    """CRLF stays CRLF: spans count the characters of the file."""
    case = harbour()
    text = case.text.replace("\n", "\r\n")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    path = write_case(tmp_path, case._replace(text=text, gold=case.gold.model_copy(update={"sha256": sha256})))
    assert load_case(path).text == text


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    """As everywhere in this package, the text begins after the mark."""
    case = harbour()
    path = write_case(tmp_path, case)
    raw = b"\xef\xbb\xbf" + case.text.encode()
    (tmp_path / "harbour.txt").write_bytes(raw)
    edited(path, sha256=hashlib.sha256(raw).hexdigest())
    assert load_case(path).text == case.text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"gold_version": "2"}, "gold_version: Input should be '1'"),
        ({"split": "hold"}, "split: Input should be 'train', 'dev' or 'test'"),
        ({"labelled": []}, "labelled: "),
        ({"surprise": 1}, "surprise: Extra inputs are not permitted"),
        ({"date": "next week"}, "date: "),
        ({"parties": [{"id": "p1"}]}, "parties.0.name: Field required (and 3 more)"),
        (
            {"quotes": [{"id": "q1", "text": "x", "marked": True, "evidence": [], "required": True}]},
            "quotes.0.evidence: ",
        ),
    ],
)
def test_a_fault_names_file_and_field(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    """The error says where in which file."""
    path = write_case(tmp_path, harbour())
    edited(path, **changes)
    with pytest.raises(InputError) as caught:
        load_gold(path)
    assert caught.value.message.startswith(f"{path}: ")
    assert message in caught.value.message


def test_what_is_not_json_is_named(tmp_path: Path) -> None:
    """A broken file, a missing one and absurd nesting give an error and no traceback of the parser."""
    path = tmp_path / "x.gold.json"
    with pytest.raises(InputError, match=r"x\.gold\.json: No such file"):
        load_gold(path)
    for content in ("{", "[" * 100_000):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match=r"x\.gold\.json: is not JSON"):
            load_gold(path)
    assert not isinstance(validate_gold("[]"), Gold)


def test_a_document_that_changed_is_refused(tmp_path: Path) -> None:
    """Labels of another text would point at the wrong words."""
    path = write_case(tmp_path, harbour())
    (tmp_path / "harbour.txt").write_text("Another text.", encoding="utf-8")
    with pytest.raises(InputError, match=r"harbour\.txt: was changed after it was labelled"):
        load_case(path)
    (tmp_path / "harbour.txt").unlink()
    with pytest.raises(InputError, match=r"harbour\.txt: No such file"):
        load_case(path)


def test_a_document_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """The byte is named, so that it can be found."""
    path = write_case(tmp_path, harbour())
    raw = "Zürich".encode("latin-1")
    (tmp_path / "harbour.txt").write_bytes(raw)
    edited(path, sha256=hashlib.sha256(raw).hexdigest())
    with pytest.raises(InputError, match="byte 1 is not UTF-8"):
        load_case(path)


def test_a_document_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    """A path in `document` leads nowhere else."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    path = write_case(folder, harbour())
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    edited(path, document="../secret.txt")
    with pytest.raises(InputError, match="No such file"):
        load_case(path)


def test_a_dataset_comes_in_the_order_of_names(tmp_path: Path) -> None:
    """All gold files of the folder, none of its sub-folders; an empty folder is an error."""
    with pytest.raises(InputError, match="holds no file"):
        load_dataset(tmp_path)
    for name in ("b.txt", "a.txt", "c.txt"):
        case = harbour()
        write_case(tmp_path, case._replace(gold=case.gold.model_copy(update={"document": name})))
    (tmp_path / "inner").mkdir()
    write_case(tmp_path / "inner", harbour())
    assert [case.gold.document for case in load_dataset(tmp_path)] == ["a.txt", "b.txt", "c.txt"]


def test_gold_as_a_brief_is_a_copy() -> None:
    """The brief holds every label without `required`, and changing it leaves gold alone."""
    case = harbour()
    brief = case.as_brief()
    assert [item.id for item in brief.parties] == ["p1", "p2", "p3", "p4", "p5"]
    assert brief.provenance.document.sha256 == case.gold.sha256
    assert "required" not in brief.model_dump_json()
    brief.quotes[0].evidence[0].text = "changed"
    brief.parties[0].aliases.append("changed")
    assert case.gold == harbour().gold


def test_optional_ids_and_signature() -> None:
    """A draft is signed when anybody but a drafter stands under `labelled`."""
    gold = harbour().gold
    assert gold.optional == {"p5", "c3", "x2"}
    assert gold.signed
    draft = gold.labelled[0].model_copy(update={"kind": "draft"})
    assert not gold.model_copy(update={"labelled": [draft]}).signed
    assert gold.model_copy(update={"labelled": [draft, gold.labelled[0]]}).signed
