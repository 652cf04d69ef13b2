"""Which model a name means, and whether the document leaves this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.errors import SettingsError
from summariser.models.spec import is_loopback, parse_model, shown_url
from summariser.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MODEL", "BASE_URL", "API_KEY", "TIMEOUT"):
        monkeypatch.delenv(f"SUMMARISER_{name}", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


@pytest.mark.parametrize("name", [None, "", "local", " local "])
def test_the_local_model_is_the_default(name: str | None) -> None:
    """With no model named, nothing leaves this machine."""
    spec = parse_model(name, Settings())
    assert (spec.name, spec.model, spec.base_url, spec.path) == ("local", "local", None, None)
    assert spec.embedded
    assert not spec.remote


def test_a_file_is_a_local_model(tmp_path: Path) -> None:
    """`local:` takes the path of a GGUF file."""
    path = tmp_path / "some.gguf"
    path.touch()
    spec = parse_model(f"local:{path}", Settings())
    assert (spec.path, spec.model, spec.embedded, spec.remote) == (path, "some.gguf", True, False)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message holds the path."""
    with pytest.raises(SettingsError, match=r"missing\.gguf"):
        parse_model(f"local:{tmp_path}/missing.gguf", Settings())


@pytest.mark.parametrize(
    ("name", "base_url", "model"),
    [
        ("ollama/qwen3:4b", "http://127.0.0.1:11434/v1", "qwen3:4b"),
        ("lmstudio/qwen/qwen3-4b", "http://127.0.0.1:1234/v1", "qwen/qwen3-4b"),
        ("vllm/meta-llama/Llama-3-8B", "http://127.0.0.1:8000/v1", "meta-llama/Llama-3-8B"),
        ("http://localhost:8080/v1#some/model", "http://localhost:8080/v1", "some/model"),
        ("http://[::1]:8080/v1/#m", "http://[::1]:8080/v1", "m"),
    ],
)
def test_servers_on_this_machine(name: str, base_url: str, model: str) -> None:
    """Known servers have their usual port; none of them counts as remote, and a slow one has time."""
    spec = parse_model(name, Settings())
    assert (spec.base_url, spec.model, spec.remote, spec.embedded) == (base_url, model, False, False)
    assert spec.timeout == 600


def test_openai_needs_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package's own key comes before OpenAI's variable, and without either the hint names both."""
    with pytest.raises(SettingsError, match="SUMMARISER_API_KEY or OPENAI_API_KEY"):
        parse_model("openai/gpt-4.1", Settings())
    monkeypatch.setenv("OPENAI_API_KEY", "sk-theirs")
    spec = parse_model("openai/gpt-4.1", Settings())
    assert (spec.base_url, spec.model, spec.remote) == ("https://api.openai.com/v1", "gpt-4.1", True)
    assert spec.api_key
    assert spec.api_key.get_secret_value() == "sk-theirs"
    assert spec.timeout == 120
    monkeypatch.setenv("SUMMARISER_API_KEY", "sk-ours")
    key = parse_model("openai/gpt-4.1", Settings()).api_key
    assert key
    assert key.get_secret_value() == "sk-ours"


def test_the_openai_key_goes_to_openai_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another endpoint never gets the key of `OPENAI_API_KEY`."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-theirs")
    assert parse_model("https://example.org/v1#m", Settings()).api_key is None
    assert parse_model("openai/gpt-oss-20b", Settings(base_url="https://example.org/v1")).api_key is None
    official = Settings(base_url="https://api.openai.com/v1/")
    assert parse_model("gpt-4.1", official).api_key is not None


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("my-deployment", "my-deployment"),
        ("openai/gpt-oss-20b", "openai/gpt-oss-20b"),
        ("meta-llama/Llama-3-8B", "meta-llama/Llama-3-8B"),
        ("ollama/qwen3", "qwen3"),
    ],
)
def test_a_base_url_takes_names_as_they_stand(name: str, model: str) -> None:
    """With a base URL, as for Azure, the name is sent as given; only the name of a kind of server is dropped."""
    spec = parse_model(name, Settings(base_url="https://res.openai.azure.com/openai/v1/"))
    assert (spec.model, spec.base_url, spec.remote) == (model, "https://res.openai.azure.com/openai/v1", True)


def test_the_settings_name_the_model() -> None:
    """Without an argument the model of the settings counts, and "local" as an argument stays local."""
    settings = Settings(model="m", base_url="https://example.org/v1")
    assert parse_model(None, settings).model == "m"
    assert not parse_model("local", settings).remote


def test_the_timeout_of_the_settings_counts() -> None:
    """A time-out that the user sets holds for every kind of model."""
    for name in ("local", "ollama/m", "https://example.org/v1#m"):
        assert parse_model(name, Settings(timeout=7)).timeout == 7


@pytest.mark.parametrize("name", ["gpt-4.1", "openai/", "ollama/", "nonsense/model", "some.gguf", "file:///etc/passwd"])
def test_unknown_names_list_what_is_accepted(name: str) -> None:
    """A name that says nothing is refused with all forms that would."""
    with pytest.raises(SettingsError) as caught:
        parse_model(name, Settings())
    assert repr(name) in caught.value.message
    for form in ("local", "openai/NAME", "ollama/NAME", "lmstudio/NAME", "vllm/NAME", "http://HOST:PORT/v1#NAME"):
        assert form in caught.value.hint


@pytest.mark.parametrize(
    "url",
    [
        "127.0.0.1:8000",
        "ftp://example.org",
        "http://",
        "http://[broken",
        "http://h:99999/v1",
        "https://h/v1?api-key=sk-1",
    ],
)
def test_bad_base_urls_are_refused(url: str) -> None:
    """A base URL must be a plain web address."""
    with pytest.raises(SettingsError, match="base URL"):
        parse_model("m", Settings(base_url=url))


def test_no_secret_of_a_base_url_is_shown() -> None:
    """User name, password and query are refused without being repeated."""
    for url in ("https://bob:sk-secret@example.org/v1", "https://example.org/v1?key=sk-secret"):
        with pytest.raises(SettingsError) as caught:
            parse_model("m", Settings(base_url=url))
        assert "sk-secret" not in str(caught.value)
        assert "sk-secret" not in shown_url(url)


def test_a_base_url_without_a_model_is_refused() -> None:
    """An endpoint serves many models; one must be named."""
    with pytest.raises(SettingsError, match="no model is named"):
        parse_model(None, Settings(base_url="http://127.0.0.1:8000/v1"))
    with pytest.raises(SettingsError, match="no model is named"):
        parse_model("http://127.0.0.1:8000/v1", Settings())


def test_no_key_in_the_repr() -> None:
    """Printing a model does not print its key."""
    spec = parse_model("https://example.org/v1#m", Settings(api_key="sk-secret"))
    assert "sk-secret" not in repr(spec)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1/v1", True),
        ("http://127.9.9.9:1/v1", True),
        ("http://LOCALHOST:1/v1", True),
        ("http://[::1]/v1", True),
        ("http://0.0.0.0/v1", False),
        ("http://127.0.0.1.example.org/v1", False),
        ("http://localhost.example.org/v1", False),
        ("http://127.0.0.1@example.org/v1", False),
        ("http://10.0.0.1/v1", False),
        ("not a url", False),
        ("http://[", False),
    ],
)
def test_loopback_is_told_from_look_alikes(url: str, here: bool) -> None:
    """Only this machine counts as this machine."""
    assert is_loopback(url) is here


@given(st.text(max_size=60))
def test_any_name_is_understood_or_refused(name: str) -> None:
    """No name does anything but give a model or a settings error."""
    try:
        spec = parse_model(name, Settings())
    except SettingsError:
        return
    assert spec.model


@given(st.text(max_size=60))
def test_any_url_can_be_shown(url: str) -> None:
    """Messages can name any URL."""
    assert isinstance(shown_url(url), str)
