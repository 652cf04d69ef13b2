"""The command: what it prints and writes, its exit codes, and one clear line for each kind of bad input."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.answering import following
from tests.command import one_line_error, summariser
from tests.loopback import Loopback, error, text

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ashdown Ltd signed a contract in Lisford on Monday.\nAshdown Ltd will pay $4 million by 2031.\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "deal.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def brief(server: Loopback, *args: object, **rest: object) -> object:
    return summariser("brief", *args, "--model", "tiny", "--base-url", server.url, **rest)  # type: ignore[arg-type]


def test_help_has_examples_and_exit_codes() -> None:
    """`--help` shows how it is used and what its exit codes mean."""
    shown = summariser("brief", "--help")
    assert shown.returncode == 0
    assert "summariser brief inbox/*.txt --out briefs/" in shown.stdout
    assert "5 part of a document was not read" in " ".join(shown.stdout.split())
    for command in ("model", "prompts", "schema"):
        assert command in summariser("--help").stdout


def test_json_on_standard_output_is_clean(document: Path) -> None:
    """With --json, standard output is one brief and nothing else."""
    with Loopback(default=following()) as server:
        done = brief(server, document, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["provenance"]["document"]["name"] == "deal.txt"


def test_several_documents_are_json_lines(document: Path) -> None:
    """Of several documents, each is one line; a folder stands for the documents in it."""
    (document.parent / "other.txt").write_text(f"{TEXT}It rained.\n", encoding="utf-8")
    with Loopback(default=following()) as server:
        done = brief(server, document.parent, "--json")
    assert [json.loads(line)["schema_version"] for line in done.stdout.splitlines()] == ["1", "1"]


def test_standard_input_is_a_document() -> None:
    """`-` reads standard input."""
    with Loopback(default=following()) as server:
        done = brief(server, "-", "--json", stdin=TEXT.encode())
    assert json.loads(done.stdout)["provenance"]["document"]["name"] == "stdin"


def test_out_writes_three_kinds(document: Path, tmp_path: Path) -> None:
    """With a folder, JSON, Markdown and HTML are written and the brief is printed."""
    with Loopback(default=following()) as server:
        done = brief(server, document, "--out", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["deal.html", "deal.json", "deal.md"]
    assert "Ashdown Ltd" in done.stdout
    assert "\x1b" not in done.stdout


def test_out_with_a_file_name_writes_that_file(document: Path, tmp_path: Path) -> None:
    """The ending says what is wanted."""
    with Loopback(default=following()) as server:
        done = brief(server, document, "--out", tmp_path / "x.html", "--quiet")
    assert done.returncode == 0
    assert (tmp_path / "x.html").read_text(encoding="utf-8").startswith("<!")
    assert done.stdout == ""


def test_a_bad_document_does_not_stop_the_rest(document: Path, tmp_path: Path) -> None:
    """What failed is named, the rest is done, and the exit code tells."""
    (tmp_path / "empty.txt").write_bytes(b"")
    with Loopback(default=following()) as server:
        done = brief(server, tmp_path / "empty.txt", document, tmp_path / "none.txt", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "empty.txt" in done.stderr
    assert "none.txt" in done.stderr
    assert "1 of 3 documents done, 2 failed" in done.stderr
    assert (tmp_path / "out" / "deal.json").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "white space"),
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (bytes(range(256)) * 20, "text"),
        (b"Also read: Ten soups for winter\nAdvertisement\n", "no sentence"),
    ],
)
def test_documents_that_cannot_be_read(tmp_path: Path, content: bytes, words: str) -> None:
    """Each kind of bad document gives one line that names the file and the reason, and no model is asked."""
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with Loopback() as server:
        line = one_line_error(brief(server, path), 2)
    assert "bad.txt" in line
    assert words in line
    assert not server.requests


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """Fifty megabytes are too much, and that is said at once."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with Loopback() as server:
        line = one_line_error(brief(server, path), 2)
    assert "huge.txt" in line
    assert "20" in line


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--model", "nonsense"), 2, "cannot tell which model"),
        (("--model", "local:/no/such.gguf"), 2, "no model file"),
        (("--model", "openai/some-model"), 2, "SUMMARISER_API_KEY"),
        (("--model", "http://127.0.0.1:9/v1#tiny"), 3, "127.0.0.1:9"),
        (("--prompt", "nosuch"), 2, "there are: brief"),
        (("--json", "--format", "html"), 2, "different things"),
        (("--schema", "json:dumps"), 2, "question.md"),
    ],
)
def test_arguments_that_cannot_be_used(document: Path, args: tuple[str, ...], code: int, words: str) -> None:
    """An unknown model, a missing key, a server that is not there: one line, and the right exit code."""
    assert words in one_line_error(summariser("brief", document, *args), code)


def test_an_unknown_key_in_the_settings_names_file_and_key(document: Path, tmp_path: Path) -> None:
    """A slip in summariser.toml is told with its place."""
    (tmp_path / "summariser.toml").write_text('modle = "local"\n', encoding="utf-8")
    line = one_line_error(summariser("brief", document, cwd=tmp_path), 2)
    assert "summariser.toml" in line
    assert "modle" in line


def test_a_refused_key_never_shows(document: Path) -> None:
    """The exit code is that of the model, and the key is not printed."""
    with Loopback(default=error(401, "bad key sk-secret-123456")) as server:
        line = one_line_error(brief(server, document, SUMMARISER_API_KEY="sk-secret-123456"), 3)
    assert "sk-secret" not in line


def test_strict_tells_of_loss(document: Path) -> None:
    """An answer that stays invalid is a warning, and with --strict exit code 5."""
    with Loopback(default=text("no")) as server:
        loose = brief(server, document, "--quiet")
        strict = brief(server, document, "--quiet", "--strict")
    assert loose.returncode == 0
    assert "warning: " in loose.stderr
    assert strict.returncode == 5


def test_no_local_model_and_no_network(document: Path, tmp_path: Path) -> None:
    """Without the model file and without a network: one line that says what to do, exit code 4."""
    nowhere = "http://127.0.0.1:9"
    done = summariser(
        "brief", document, SUMMARISER_CACHE_DIR=str(tmp_path / "cache"), HF_ENDPOINT=nowhere, PIP_INDEX_URL=nowhere,
        PIP_CONFIG_FILE="/dev/null", PIP_NO_INDEX="1", UV_OFFLINE="1", UV_INDEX_URL=nowhere,
    )  # fmt: skip
    assert one_line_error(done, 4)


def test_schema_prints_the_contract() -> None:
    """`summariser schema` prints the JSON Schema of the brief, each field described."""
    shown = json.loads(summariser("schema").stdout)
    assert shown["title"] == "Brief"
    for name, model in shown["$defs"].items():
        if name not in ("CoverageChunk", "DocumentInfo", "Dropped", "PromptInfo", "Usage", "Coverage", "Provenance"):
            assert all("description" in field for field in model["properties"].values()), name


def test_prompts_can_be_listed_shown_and_rendered(document: Path) -> None:
    """The three sub-commands show what there is and what would be sent."""
    assert "brief 1." in summariser("prompts", "list").stdout
    assert "${document}" in summariser("prompts", "show", "brief").stdout
    rendered = summariser("prompts", "render", "brief", document)
    assert "s2 Ashdown Ltd will pay $4 million by 2031." in rendered.stdout
    as_json = json.loads(summariser("prompts", "render", "brief", document, "--json", "--ask", "all").stdout)
    assert as_json["messages"][0]["role"] == "system"
    assert "facts" in as_json["schemas"][0]["properties"]


def test_completion_can_be_shown() -> None:
    """Shells can complete the command."""
    assert (
        "summariser" in summariser("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1").stdout
    )


def test_version() -> None:
    """`--version` tells it."""
    from summariser import __version__

    assert summariser("--version").stdout.strip() == f"summariser {__version__}"
