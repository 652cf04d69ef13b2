"""House styles on disk: those of the package, and the user's own."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summariser.errors import SettingsError
from summariser.render.note.style import Style

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["copy_style", "list_styles", "load_style", "logo_of"]

DEFAULT = "plain"
_FILE = "style.toml"
_LARGEST_FILE, _LARGEST_LOGO = 200_000, 2_000_000  # bytes
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def list_styles() -> dict[str, str]:
    """The styles of the package.

    Returns:
        What each is for, by name; the default one first.
    """
    names = sorted((entry.name for entry in _packaged().iterdir() if entry.is_dir()), key=lambda n: (n != DEFAULT, n))
    return {name: load_style(name).description for name in names if not name.startswith(("_", "."))}


def load_style(name_or_path: str | Path | None = None) -> Style:
    """Load a house style.

    Args:
        name_or_path: A name from `list_styles`, a folder with a `style.toml`, or that file. None: the default.

    Returns:
        The style.

    Raises:
        SettingsError: There is no such style, or its file does not hold one.
    """
    given = DEFAULT if name_or_path is None else name_or_path
    if isinstance(given, str) and _is_packaged(given):
        return _parse(_packaged().joinpath(given, _FILE).read_text("utf-8"), f"style {given}")
    path = Path(given).expanduser()
    folder = path.parent if path.name == _FILE else path
    try:
        if not (folder / _FILE).is_file():
            known = ", ".join(_names())
            raise SettingsError(
                f"there is no style {given}", hint=f"name one of {known}, or a folder that holds a {_FILE}"
            )
        data = (folder / _FILE).read_bytes()
    except (OSError, ValueError) as error:
        raise SettingsError(f"the style {given} cannot be read", hint="check the path and its permissions") from error
    if len(data) > _LARGEST_FILE:
        raise SettingsError(f"{folder / _FILE} is too large", hint=f"the limit is {_LARGEST_FILE:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{folder / _FILE} is not UTF-8", hint="save it as UTF-8") from error
    style = _parse(text, str(folder / _FILE)).at(folder)
    logo_of(style)
    return style


def copy_style(name: str, folder: str | Path) -> Path:
    """Write an editable copy of a style of the package.

    Args:
        name: A name from `list_styles`.
        folder: Where to write it; made where it does not exist.

    Returns:
        The `style.toml` that was written.

    Raises:
        SettingsError: There is no such style, the folder holds a style already, or it cannot be written.
    """
    if not _is_packaged(name):
        raise SettingsError(f"there is no style {name} to copy", hint=f"name one of {', '.join(_names())}")
    target = Path(folder).expanduser()
    if (target / _FILE).exists():
        raise SettingsError(f"{target / _FILE} is there already", hint="name another folder, or delete it first")
    try:
        target.mkdir(parents=True, exist_ok=True)
        for entry in _packaged().joinpath(name).iterdir():
            if entry.is_file():
                (target / entry.name).write_bytes(entry.read_bytes())
    except OSError as error:
        raise SettingsError(f"the style cannot be written to {target}", hint="check its permissions") from error
    return target / _FILE


def logo_of(style: Style) -> bytes | None:
    """The bytes of a style's logo, or None where it has none.

    Raises:
        SettingsError: The file is missing, too large or no picture.
    """
    if style.logo is None:
        return None
    if style.folder is None:
        raise SettingsError("the style has a logo but no folder", hint="load it with load_style")
    try:
        data = (style.folder / style.logo).read_bytes()
    except OSError as error:
        raise SettingsError(f"the logo {style.logo} cannot be read", hint=f"put it beside the {_FILE}") from error
    if len(data) > _LARGEST_LOGO:
        raise SettingsError(f"the logo {style.logo} is too large", hint=f"the limit is {_LARGEST_LOGO:,} bytes")
    if not data.startswith(_IMAGES):
        raise SettingsError(f"the logo {style.logo} is neither PNG nor JPEG", hint="convert it")
    return data


def _packaged() -> Traversable:
    return resources.files("summariser.render.note").joinpath("styles")


def _names() -> list[str]:
    return sorted(entry.name for entry in _packaged().iterdir() if entry.joinpath(_FILE).is_file())


def _is_packaged(name: str) -> bool:
    return name in _names()


def _parse(text: str, where: str) -> Style:
    try:
        return Style.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{where} is not valid TOML: {error}", hint="correct it and try again") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the style"
        what = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"{where}: {place}: {what}", hint="docs/note.md lists what a style may say") from error
