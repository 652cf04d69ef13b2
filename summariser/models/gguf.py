"""A first look at a model file, before native code reads it."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from summariser.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["check_gguf"]

_HEADER = struct.Struct("<4sIQQ")  # magic, version, number of tensors, number of metadata entries
_VERSIONS = range(2, 10)


def check_gguf(path: Path) -> None:
    """Make sure that a file can be a GGUF model: it is there, can be read, and its header has the right form.

    Args:
        path: The file.

    Raises:
        StoreError: It is missing, unreadable, or no GGUF model.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER.size)
    except OSError as error:
        raise StoreError(
            f"cannot read the model file {path}: {error.strerror}", hint="name an existing GGUF file"
        ) from None
    if not header.startswith(b"GGUF"):
        raise StoreError(f"{path} is not a GGUF model file", hint="name a file that ends in .gguf and was made as one")
    if len(header) < _HEADER.size:
        raise StoreError(f"the model file {path} is cut short", hint="fetch it again")
    _, version, tensors, entries = _HEADER.unpack(header)
    if version not in _VERSIONS or not tensors or not entries:
        raise StoreError(f"the header of the model file {path} is damaged or of an unknown version")
