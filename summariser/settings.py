"""Settings: an argument overrides the environment, which overrides `summariser.toml`, which overrides the default."""

from __future__ import annotations

import os
import re
import tomllib
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from summariser.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CONFIG_NAME", "Settings", "find_config", "load_settings"]

CONFIG_NAME = "summariser.toml"
_PREFIX = "SUMMARISER_"
_CONFIG_VARIABLE = "SUMMARISER_CONFIG"
_LARGEST_CONFIG = 1_000_000  # bytes
_FOLDERS = ("prompts", "seeds")  # like the file after "local:", relative to the configuration file
_LOCAL_FILE = "local:"
_SECRET_NAME = re.compile(r"key|secret|password|token$", re.IGNORECASE)
_file_values: ContextVar[Mapping[str, Any] | None] = ContextVar("file_values", default=None)


class Settings(BaseSettings):
    """All that can be set; each field is also read from the variable `SUMMARISER_<FIELD>`.

    Make one with `load_settings`, which adds the configuration file and readable errors.
    """

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_ignore_empty=True, extra="forbid", frozen=True, hide_input_in_errors=True
    )

    model: str | None = Field(default=None, description="Name of the model. None: the local one.")
    base_url: str | None = Field(default=None, description="Base URL of an OpenAI-compatible endpoint.")
    api_key: SecretStr | None = Field(default=None, description="Key for the endpoint; never read from a file.")
    openai_api_key: SecretStr | None = Field(
        default=None, validation_alias="OPENAI_API_KEY", description="Sent to OpenAI only, where there is no other key."
    )
    timeout: float | None = Field(
        default=None,
        gt=0,
        le=86_400,
        description="Seconds of silence that are a time-out. None: as the model needs.",
    )
    context_tokens: int | None = Field(
        default=None, ge=512, description="Length of the model's context in tokens. None: as the model has."
    )
    max_output_tokens: int | None = Field(
        default=None, ge=16, description="Most tokens of one answer. None: as the question needs."
    )
    calls: Literal["auto", "one", "parts"] = Field(
        default="auto", description="One request for the whole brief, one for each part, or as suits the model."
    )
    ask: Literal["auto", "open", "all"] = Field(
        default="auto",
        description="What the model is asked: kinds of names and the summary (open), all candidates and what they"
        " leave out (all), or as suits the model.",
    )
    mode: Literal["auto", "json_schema", "tools", "json", "md_json"] = Field(
        default="auto", description="How structured output is asked for."
    )
    prompts: Path | None = Field(default=None, description="Folder of prompt templates. None: those of the package.")
    seeds: Path | None = Field(default=None, description="Folder of labelled documents. None: those of the package.")
    jobs: int | None = Field(default=None, ge=1, le=256, description="Requests at a time. None: as suits the model.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic-settings'
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments, then the environment, then the values that `load_settings` read from the file."""
        return init_settings, env_settings, InitSettingsSource(settings_cls, dict(_file_values.get() or {}))


def load_settings(overrides: Mapping[str, object] | None = None, *, folder: Path | None = None) -> Settings:
    """Read the settings.

    Args:
        overrides: Arguments by field name; those that are None count as not given.
        folder: Where the search for `summariser.toml` begins; the current folder where None.

    Returns:
        The settings.

    Raises:
        SettingsError: A value is invalid, a key unknown, or the file cannot be read; the message names variable or
            file and key.
    """
    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    path = find_config(folder)
    values = _read_config(path) if path else {}
    token = _file_values.set(values)
    try:
        return Settings(**given)  # type: ignore[arg-type] # pydantic checks each value
    except ValidationError as error:
        problems = [f"{_source(str(each['loc'][0]), given, path)}: {each['msg']}" for each in error.errors()]
    finally:
        _file_values.reset(token)
    raise SettingsError("; ".join(problems))


def find_config(folder: Path | None = None) -> Path | None:
    """The configuration file: the one that `SUMMARISER_CONFIG` names, or the nearest `summariser.toml`.

    It is looked for in the folder and its parents, up to the root of the repository or the home folder. Outside of
    both only the folder itself counts, so that no file in a shared folder such as /tmp takes effect further down.

    Args:
        folder: Where to begin; the current folder where None.

    Returns:
        Its path, or None where there is none.

    Raises:
        SettingsError: `SUMMARISER_CONFIG` names a file that does not exist.
    """
    if named := os.environ.get(_CONFIG_VARIABLE):
        path = Path(named).expanduser()
        if not path.is_file():
            raise SettingsError(f"no configuration file {str(path)!r}", hint=f"correct or unset {_CONFIG_VARIABLE}")
        return path
    start = (folder or Path.cwd()).resolve()
    chain = [start, *start.parents]
    home = Path.home().resolve()
    top = next((place for place in chain if place == home or (place / ".git").exists()), start)
    for place in chain[: chain.index(top) + 1]:
        if (place / CONFIG_NAME).is_file():
            return place / CONFIG_NAME
    return None


def _read_config(path: Path) -> dict[str, Any]:
    values = _read_toml(path)
    for key in values:
        if key in ("api_key", "openai_api_key") or (key not in Settings.model_fields and _SECRET_NAME.search(key)):
            raise SettingsError(
                f"{path}: {key} must not stand in a file", hint=f"delete it there and set {_PREFIX}API_KEY instead"
            )
        if key not in Settings.model_fields:
            known = ", ".join(name for name in Settings.model_fields if not name.endswith("api_key"))
            raise SettingsError(f"{path}: unknown key {key}", hint=f"known are {known}")
    for key in _FOLDERS:
        if isinstance(values.get(key), str):
            values[key] = path.parent / Path(values[key]).expanduser()
    model = values.get("model")
    if isinstance(model, str) and model.startswith(_LOCAL_FILE):
        values["model"] = f"{_LOCAL_FILE}{path.parent / Path(model.removeprefix(_LOCAL_FILE)).expanduser()}"
    return values


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST_CONFIG:
            raise SettingsError(f"{path} is larger than a configuration file can be")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"cannot read {path}: {error.strerror}") from None
    except (UnicodeDecodeError, RecursionError):
        raise SettingsError(f"{path} is not TOML in UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from None


def _source(field: str, given: Mapping[str, object], path: Path | None) -> str:
    """Where the value of a field came from, for a message."""
    if field in given:
        return field
    variable = field if field.isupper() else f"{_PREFIX}{field.upper()}"
    if any(name.upper() == variable and value for name, value in os.environ.items()):
        return variable
    return f"{path}: {field}"
