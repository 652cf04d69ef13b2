"""Where settings come from, which one counts, and what a wrong one is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from summariser.errors import SettingsError
from summariser.settings import CONFIG_NAME, Settings, find_config, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder that is also the current one, and no setting in the environment."""
    for name in [*(f"SUMMARISER_{field.upper()}" for field in Settings.model_fields), "SUMMARISER_CONFIG"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / CONFIG_NAME
    path.write_text(content, encoding="utf-8")
    return path


def test_defaults_are_private() -> None:
    """Without any setting, no model and no endpoint is named."""
    loaded = load_settings()
    assert (loaded.model, loaded.base_url, loaded.api_key) == (None, None, None)
    assert (loaded.calls, loaded.mode, loaded.jobs) == ("auto", "auto", None)


def test_argument_beats_environment_beats_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each source overrides those below it, field by field."""
    write(home, 'model = "file"\njobs = 2\ntimeout = 30\n')
    assert load_settings().model == "file"
    monkeypatch.setenv("SUMMARISER_MODEL", "environment")
    monkeypatch.setenv("SUMMARISER_JOBS", "3")
    assert load_settings().model == "environment"
    loaded = load_settings({"model": "argument", "jobs": None})
    assert (loaded.model, loaded.jobs, loaded.timeout) == ("argument", 3, 30)


def test_all_variables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every setting has its variable; an empty one counts as not set."""
    values = {
        "MODEL": "openai/gpt-4.1",
        "BASE_URL": "https://example.org/v1",
        "API_KEY": "sk-1",
        "TIMEOUT": "12.5",
        "CONTEXT_TOKENS": "8192",
        "MAX_OUTPUT_TOKENS": "1500",
        "CALLS": "parts",
        "ASK": "all",
        "MODE": "tools",
        "PROMPTS": "mine",
        "SEEDS": "labelled",
        "JOBS": "4",
    }
    assert {name.lower() for name in values} | {"openai_api_key"} == set(Settings.model_fields)
    for name, value in values.items():
        monkeypatch.setenv(f"SUMMARISER_{name}", value)
    loaded = load_settings()
    assert (loaded.timeout, loaded.context_tokens, loaded.max_output_tokens, loaded.jobs) == (12.5, 8192, 1500, 4)
    assert (loaded.calls, loaded.mode, loaded.prompts, loaded.seeds) == (
        "parts",
        "tools",
        Path("mine"),
        Path("labelled"),
    )
    assert loaded.api_key == SecretStr("sk-1")
    monkeypatch.setenv("SUMMARISER_MODEL", "")
    assert load_settings().model is None


def test_the_nearest_file_counts(home: Path) -> None:
    """The file is looked for upwards, and the first one found is the only one read."""
    write(home, "jobs = 1\n")
    deep = home / "a" / "b"
    deep.mkdir(parents=True)
    assert load_settings(folder=deep).jobs == 1
    write(home / "a", "timeout = 5\n")
    loaded = load_settings(folder=deep)
    assert (loaded.jobs, loaded.timeout) == (None, 5)


def test_the_search_ends_at_the_repository(home: Path) -> None:
    """A file above the repository does not count."""
    write(home, "jobs = 1\n")
    repository = home / "repository"
    (repository / ".git").mkdir(parents=True)
    (repository / "docs").mkdir()
    assert find_config(repository / "docs") is None
    path = write(repository, "jobs = 2\n")
    assert find_config(repository / "docs") == path


def test_outside_of_home_only_the_folder_itself_counts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody put into a shared folder takes no effect further down."""
    monkeypatch.setenv("HOME", str(home / "elsewhere"))
    monkeypatch.setenv("USERPROFILE", str(home / "elsewhere"))
    shared = home / "shared"
    path = write(shared, "jobs = 1\n")
    (shared / "mine").mkdir()
    assert find_config(shared / "mine") is None
    assert find_config(shared) == path


def test_a_named_file_counts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`SUMMARISER_CONFIG` names the file; one that does not exist is an error."""
    write(home, "jobs = 1\n")
    other = home / "other.toml"
    other.write_text("jobs = 9\n")
    monkeypatch.setenv("SUMMARISER_CONFIG", str(other))
    assert load_settings().jobs == 9
    monkeypatch.setenv("SUMMARISER_CONFIG", str(home / "gone.toml"))
    with pytest.raises(SettingsError, match=r"gone\.toml.*SUMMARISER_CONFIG"):
        load_settings()


def test_paths_are_relative_to_the_file(home: Path) -> None:
    """A folder or a model file named in the file is found from anywhere below it."""
    write(home, 'prompts = "templates"\nseeds = "/labelled"\nmodel = "local:a.gguf"\n')
    (home / "sub").mkdir()
    loaded = load_settings(folder=home / "sub")
    assert (loaded.prompts, loaded.seeds) == (home / "templates", Path("/labelled"))
    assert loaded.model == f"local:{home / 'a.gguf'}"


def test_unknown_keys_name_file_and_key(home: Path) -> None:
    """A misspelt key is an error with the file, the key and the keys there are."""
    path = write(home, 'modle = "x"\n')
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert f"{path}: unknown key modle" in caught.value.message
    assert "model" in caught.value.hint
    assert "api_key" not in caught.value.hint


@pytest.mark.parametrize("key", ["api_key", "openai_api_key", "OPENAI_API_KEY", "apikey", "secret", "auth_token"])
def test_keys_do_not_belong_in_files(home: Path, key: str) -> None:
    """A key in the file is refused, not shown, and the hint says where it belongs."""
    write(home, f'{key} = "sk-secret-1"\n')
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "SUMMARISER_API_KEY" in caught.value.hint
    assert "sk-secret-1" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("model = ", "not valid TOML"),
        ("a = 1\na = 2", "not valid TOML"),
        ('timeout = "soon"', "timeout: "),
        ("timeout = -1", "timeout: "),
        ("calls = 'all'", "calls: "),
        ("jobs = 1.5", "jobs: "),
        ("[model]\nname = 'x'", "model: "),
        ("x = " + "[" * 100_000, "TOML"),
    ],
)
def test_bad_files_are_named(home: Path, content: str, words: str) -> None:
    """Whatever is wrong with the file, the message names the file and, where there is one, the key."""
    path = write(home, content)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(path) in str(caught.value)
    assert words in str(caught.value)


def test_files_of_other_kinds_are_named(home: Path) -> None:
    """Bytes that are no text, and a file beyond all measure, are refused."""
    path = home / CONFIG_NAME
    path.write_bytes(b"model = '\xff'\n")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings()
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(SettingsError, match="larger"):
        load_settings()


def test_bad_values_name_their_source(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each wrong value is told with the variable, argument or file it came from, all at once."""
    write(home, "calls = 'all'\n")
    monkeypatch.setenv("SUMMARISER_TIMEOUT", "soon")
    with pytest.raises(SettingsError) as caught:
        load_settings({"jobs": 0})
    for source in ("jobs: ", "SUMMARISER_TIMEOUT: ", f"{home / CONFIG_NAME}: calls: "):
        assert source in str(caught.value)


def test_unknown_arguments_are_refused() -> None:
    """A misspelt argument does not pass unnoticed."""
    with pytest.raises(SettingsError, match="modle"):
        load_settings({"modle": "x"})


def test_the_key_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a repr, nor a dump, nor an error shows a key."""
    monkeypatch.setenv("SUMMARISER_API_KEY", "sk-secret-1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-2")
    loaded = load_settings()
    monkeypatch.setenv("SUMMARISER_TIMEOUT", "sk-secret-3")
    with pytest.raises(SettingsError) as caught:
        load_settings({"api_key": ["sk-secret-4"]})
    told = f"{loaded!r} {loaded} {loaded.model_dump()} {loaded.model_dump_json()} {caught.value}"
    assert "sk-secret" not in told


def test_the_package_starts_without_settings() -> None:
    """Importing the package imports neither pydantic-settings nor openai; settings and client import no openai."""
    program = (
        "import sys, summariser; assert 'pydantic_settings' not in sys.modules\n"
        "import summariser.settings, summariser.models.client, summariser.models.spec, summariser.models.pricing\n"
        "assert not {'openai', 'httpx2', 'genai_prices'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


@pytest.fixture
def any_file(home: Path) -> Iterator[Path]:
    """A configuration file to be filled."""
    path = home / CONFIG_NAME
    yield path
    path.unlink(missing_ok=True)


@given(content=st.text(max_size=200))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_read_or_refused(any_file: Path, content: str) -> None:
    """No content of the file does anything but give settings or a settings error that names it."""
    any_file.write_bytes(content.encode("utf-8", "surrogatepass"))
    told = str(any_file)
    try:
        load_settings()
    except SettingsError as refusal:
        told = str(refusal)
    assert str(any_file) in told
