"""Starting a new labelled document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summariser.errors import DocumentError, InputError
from summariser.evals.add import add_document
from summariser.evals.gold import load_case
from summariser.evals.linting import lint
from summariser.evals.selection import select_cases
from tests.evals_gold import TEXT, harbour

if TYPE_CHECKING:
    from pathlib import Path


def test_an_empty_start_is_a_valid_file_that_lint_refuses(tmp_path: Path) -> None:
    """Named in order, dated by its text, marked as labelled by nobody."""
    (tmp_path / "Ferry Lease (1).txt").write_text("LISFORD, 4 May 2021 - The ferry will run.\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "041_last.txt").write_text("Another text.", encoding="utf-8")
    added = add_document(tmp_path / "Ferry Lease (1).txt", tmp_path / "seeds", genre="contract", split="test")
    assert added.document.name == "042_ferry_lease_1.txt"
    case = load_case(added.gold)
    assert (str(case.gold.date), case.gold.genre, case.gold.split) == ("2021-05-04", "contract", "test")
    assert not case.gold.signed
    assert any("is a draft by nobody" in problem.message for problem in lint(tmp_path / "seeds"))


def test_a_draft_names_the_model_and_is_refused_until_it_is_signed(tmp_path: Path) -> None:
    """All that the model found is there to be corrected; nothing is scored against it."""
    (tmp_path / "harbour.txt").write_text(TEXT, encoding="utf-8")
    brief = harbour().as_brief()
    added = add_document(tmp_path / "harbour.txt", tmp_path / "seeds", draft=brief)
    case = load_case(added.gold)
    assert case.gold.labelled[0].annotator == brief.provenance.model
    assert case.gold.labelled[0].kind == "draft"
    assert [quote.text for quote in case.gold.quotes] == [quote.text for quote in brief.quotes]
    with pytest.raises(InputError, match="is a draft that nobody has read"):
        select_cases([case], "dev")


def test_a_byte_order_mark_and_line_ends_do_not_shift_the_spans(tmp_path: Path) -> None:
    """The copy is the text as read, and its hash that of the copy."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfOne line.\r\nAnother.\r\n")
    added = add_document(tmp_path / "a.txt", tmp_path / "seeds")
    assert load_case(added.gold).text == "One line.\r\nAnother.\r\n"


def test_the_same_document_is_not_added_twice(tmp_path: Path) -> None:
    """Whatever the file is called."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same words.", encoding="utf-8")
    add_document(tmp_path / "a.txt", tmp_path / "seeds")
    with pytest.raises(InputError, match=r"b\.txt is labelled already, as 000_a\.txt"):
        add_document(tmp_path / "b.txt", tmp_path / "seeds")


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 100)
    with pytest.raises(DocumentError):
        add_document(tmp_path / "a.txt", tmp_path / "seeds")
    assert not (tmp_path / "seeds").exists()
