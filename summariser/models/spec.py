"""Which model a name means, where it runs, and whether the document leaves this machine for it."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summariser.errors import SettingsError

if TYPE_CHECKING:
    from pydantic import SecretStr

    from summariser.settings import Settings

__all__ = ["ModelSpec", "is_loopback", "parse_model", "shown_url"]

OPENAI_URL = "https://api.openai.com/v1"
_SERVERS = {
    "ollama": "http://127.0.0.1:11434/v1",
    "lmstudio": "http://127.0.0.1:1234/v1",
    "vllm": "http://127.0.0.1:8000/v1",
}
_TIMEOUT_HERE = 600.0  # a processor alone may read a long prompt for minutes before its first word
_TIMEOUT_REMOTE = 120.0
_ACCEPTED = (
    "use local, local:/path/to/model.gguf, openai/NAME, "
    + ", ".join(f"{server}/NAME" for server in _SERVERS)
    + ", http://HOST:PORT/v1#NAME, or a base URL with the name of a model it serves"
)


@dataclass(frozen=True)
class ModelSpec:
    """A model and where it runs.

    Attributes:
        name: The name as given, for display and provenance.
        model: The name that is sent to the endpoint; "local" or the file's name for the embedded model.
        base_url: Of the endpoint; None for the embedded model.
        path: A GGUF file for the embedded engine; None for the default model and for endpoints.
        api_key: For the endpoint, or None.
        remote: True when the document leaves this machine.
        timeout: Seconds of silence that count as a time-out.
    """

    name: str
    model: str
    base_url: str | None = None
    path: Path | None = None
    api_key: SecretStr | None = field(default=None, repr=False)
    remote: bool = False
    timeout: float = _TIMEOUT_HERE

    @property
    def embedded(self) -> bool:
        """True when the engine inside this process runs it."""
        return self.base_url is None


def parse_model(name: str | None, settings: Settings) -> ModelSpec:
    """Find out which model is meant.

    A base URL in the settings goes with every name but "local…"; the name is then sent as it stands, since names such
    as "openai/gpt-oss-20b" are in use on other servers. The key of `OPENAI_API_KEY` goes to OpenAI only.

    Args:
        name: A model's name; None for the one in the settings.
        settings: Base URL, key and time-out.

    Returns:
        The model; nothing is opened or contacted.

    Raises:
        SettingsError: The name, the base URL or a needed key is missing or malformed.
    """
    name = (name or settings.model or "").strip()
    if name == "local" or name.startswith("local:") or not (name or settings.base_url):
        return _embedded(name or "local", settings)
    if name.startswith(("http://", "https://")):
        base_url, _, model = name.partition("#")
        return _endpoint(name, model, base_url, settings)
    server, _, rest = name.partition("/")
    if settings.base_url:
        model = rest if server in _SERVERS and rest else name
        return _endpoint(name, model, settings.base_url, settings)
    if server == "openai" and rest:
        return _endpoint(name, rest, OPENAI_URL, settings)
    if server in _SERVERS and rest:
        return _endpoint(name, rest, _SERVERS[server], settings)
    raise SettingsError(f"cannot tell which model {name!r} is", hint=_ACCEPTED)


def is_loopback(url: str) -> bool:
    """Whether a URL stays on this machine: localhost or a loopback address."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def shown_url(url: str) -> str:
    """A URL without user name, password, query and fragment, for messages."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "the base URL"
    host = parts.hostname or ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{port}{parts.path.rstrip('/')}"


def _embedded(name: str, settings: Settings) -> ModelSpec:
    timeout = settings.timeout or _TIMEOUT_HERE
    if name == "local":
        return ModelSpec(name=name, model="local", timeout=timeout)
    path = Path(name.removeprefix("local:")).expanduser()
    if not path.is_file():
        raise SettingsError(f"no model file {str(path)!r}", hint="name a GGUF file after local:")
    return ModelSpec(name=name, model=path.name, path=path, timeout=timeout)


def _endpoint(name: str, model: str, base_url: str, settings: Settings) -> ModelSpec:
    base_url = _checked(base_url)
    if not model:
        where = shown_url(base_url)
        raise SettingsError(
            f"no model is named for {where}", hint=f"name one that it serves: {where}#NAME, or a setting"
        )
    remote = not is_loopback(base_url)
    key = settings.api_key
    if base_url == OPENAI_URL:
        key = key or settings.openai_api_key
        if key is None:
            raise SettingsError(f"{name} needs a key", hint="set SUMMARISER_API_KEY or OPENAI_API_KEY")
    timeout = settings.timeout or (_TIMEOUT_REMOTE if remote else _TIMEOUT_HERE)
    return ModelSpec(name=name, model=model, base_url=base_url, api_key=key, remote=remote, timeout=timeout)


def _checked(base_url: str) -> str:
    """The base URL without trailing slash, once it is sure that it is one and holds no secret."""
    try:
        parts = urlsplit(base_url)
        _ = parts.port
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError("the base URL is not a web address", hint="write it like http://127.0.0.1:8000/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise SettingsError(
            f"the base URL at {parts.hostname} must end with its path", hint="give a key in SUMMARISER_API_KEY instead"
        )
    return base_url.rstrip("/")
