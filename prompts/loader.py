"""Prompts on disk: a folder with `prompt.toml`, its templates and worked examples."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summariser.errors import PromptError
from summariser.prompts.template import Template

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["PARTS", "Example", "Prompt", "list_prompts", "load_prompt"]

PARTS = ("kinds", "speakers", "undertakings", "names", "quotes", "commitments", "facts", "summary")
"""What a prompt for briefs can ask for; a prompt for an own schema has `question.md` instead."""

_KEYS = {"name", "version", "description", "parts", "variables", "schema"}
_LARGEST = 200_000  # characters of one file: a prompt is written by hand
_FILES = ("*.md", "*.toml")


@dataclass(frozen=True)
class Example:
    """A worked example: a text and what should be answered.

    Attributes:
        name: File name without its ending.
        text: The text; it starts and ends without a blank line.
        answer: The answer, by part.
    """

    name: str
    text: str
    answer: Mapping[str, Any]


@dataclass(frozen=True)
class Prompt:
    """A prompt as loaded.

    Attributes:
        name: Its name.
        version: Its version, as written by who keeps it.
        description: One line.
        folder: Where it lies.
        sha256: Over names and contents of all its files.
        variables: Declared variables, each with a description.
        system: The system message.
        document: How a document is put before the model.
        parts: One template for each part, in the order they are asked.
        question: The whole question of a prompt for an own schema, or None.
        schema: `module:Class` of an own schema, or None for briefs.
        examples: Worked examples, by file name.
    """

    name: str
    version: str
    description: str
    folder: Path
    sha256: str
    variables: Mapping[str, str]
    system: Template
    document: Template
    parts: Mapping[str, Template]
    question: Template | None = None
    schema: str | None = None
    examples: tuple[Example, ...] = field(default=())

    def only(self, part: str) -> Prompt:
        """The same prompt, asking for one part."""
        return replace(self, parts={part: self.parts[part]})


def list_prompts(folder: Path | None = None) -> list[Prompt]:
    """Load every prompt of the package and, before them, of the user's folder.

    Raises:
        PromptError: One of them cannot be used.
    """
    found: dict[str, Prompt] = {}
    for place in _places(folder):
        if place.is_dir():
            for file in sorted(place.glob("*/prompt.toml")):
                found.setdefault(file.parent.name, _load(file.parent))
    return list(found.values())


def load_prompt(name: str | Path = "brief", folder: Path | None = None) -> Prompt:
    """Load a prompt.

    Args:
        name: Name of a prompt, or path of its folder.
        folder: A user's folder of prompts, looked through first.

    Returns:
        The prompt; variables and examples are checked.

    Raises:
        PromptError: There is none of this name, or it cannot be used; the message names file and line.
    """
    path = Path(name)
    if path.name != str(name) or path.is_absolute() or (path / "prompt.toml").is_file():
        if not (path / "prompt.toml").is_file():
            raise PromptError(f"no prompt in {str(path)!r}", hint="a prompt is a folder that holds prompt.toml")
        return _load(path)
    for place in _places(folder):
        if (place / path / "prompt.toml").is_file():
            return _load(place / path)
    known = ", ".join(prompt.name for prompt in list_prompts(folder))
    raise PromptError(f"no prompt named {str(name)!r}", hint=f"there are: {known}; or name a folder with prompt.toml")


def _places(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        if not folder.is_dir():
            raise PromptError(f"no folder {str(folder)!r}", hint="it should hold one folder for each prompt")
        yield folder
    yield Path(str(resources.files("summariser.prompts")))


def _load(folder: Path) -> Prompt:
    head = _toml(folder / "prompt.toml")
    unknown = head.keys() - _KEYS
    if unknown:
        raise PromptError(
            f"{folder / 'prompt.toml'}: unknown key {sorted(unknown)[0]!r}",
            hint=f"known are: {', '.join(sorted(_KEYS))}",
        )
    for key in ("name", "version", "description"):
        if not isinstance(head.get(key), str) or not head[key]:
            raise PromptError(f"{folder / 'prompt.toml'}: {key} is missing")
    variables = head.get("variables", {})
    names = head.get("parts", [])
    if bad := [part for part in names if part not in PARTS]:
        raise PromptError(f"{folder / 'prompt.toml'}: unknown part {bad[0]!r}", hint=f"parts are: {', '.join(PARTS)}")
    question = _template(folder / "question.md", variables) if (folder / "question.md").is_file() else None
    if bool(names) == (question is not None):
        raise PromptError(f"{folder}: give either parts (for briefs) or question.md (for an own schema)")
    return Prompt(
        name=head["name"],
        version=head["version"],
        description=head["description"],
        folder=folder,
        sha256=_digest(folder),
        variables=variables,
        system=_template(folder / "system.md", ()),
        document=_template(folder / "document.md", variables),
        parts={part: _template(folder / "parts" / f"{part}.md", variables) for part in names},
        question=question,
        schema=head.get("schema"),
        examples=tuple(_example(path) for path in sorted((folder / "examples").glob("*.toml"))),
    )


def _template(path: Path, declared: Mapping[str, str] | tuple[()]) -> Template:
    template = Template(_read(path).strip("\n"), str(path))
    template.check(declared)
    return template


def _example(path: Path) -> Example:
    values = _toml(path)
    if not isinstance(values.get("text"), str) or not isinstance(values.get("answer"), dict) or len(values) != 2:
        raise PromptError(f"{path}: an example has text and answer, and nothing else")
    return Example(path.stem, values["text"].strip("\n"), values["answer"])


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{path}: {error}") from error


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise PromptError(f"{path}: larger than {_LARGEST:,} bytes")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"{path}: {error}") from error


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for pattern in _FILES for path in folder.rglob(pattern)):
        digest.update(str(path.relative_to(folder).as_posix()).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
