"""Every error this package raises on purpose.

```
SummariserError
├── InputError            the document or an argument cannot be used           exit 2
│   ├── DocumentError       a document cannot be read or holds no text
│   ├── PromptError         a prompt template is missing or malformed
│   ├── SchemaError         a user's schema cannot be used
│   └── SettingsError       a setting or model name cannot be used
├── ModelError            the model could not do its work                      exit 3
│   ├── ModelUnavailable    it cannot be reached, or is not installed
│   ├── AuthenticationError the endpoint refused the key
│   ├── RateLimitError      still throttled after the last try
│   ├── OutputError         its output stayed invalid after the last re-ask
│   └── TruncatedError      it ran out of output tokens or of context
├── StoreError            a local model file cannot be fetched or verified     exit 4
└── LossError             part of the document was not read (only with strict) exit 5
```

Each carries a `hint` (what to do, one sentence, or an empty string) and `retryable` (the same call may succeed later).
"""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "AuthenticationError",
    "DocumentError",
    "InputError",
    "LossError",
    "ModelError",
    "ModelUnavailable",
    "OutputError",
    "PromptError",
    "RateLimitError",
    "SchemaError",
    "SettingsError",
    "StoreError",
    "SummariserError",
    "TruncatedError",
    "unexpected",
]


class SummariserError(Exception):
    """Base of all errors of this package.

    Args:
        message: One line that says what is wrong and names the file or the setting.
        hint: One sentence that says what to do, or an empty string.
    """

    exit_code: int = 1
    retryable: bool = False

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message} ({self.hint})" if self.hint else message

    @property
    def message(self) -> str:
        """The message without the hint."""
        return super().__str__()


class InputError(SummariserError):
    """The document or an argument cannot be used."""

    exit_code = 2


class DocumentError(InputError):
    """A document cannot be read or holds no text."""


class PromptError(InputError):
    """A prompt template is missing or malformed."""


class SchemaError(InputError):
    """A user's schema cannot be used."""


class SettingsError(InputError):
    """A setting or a model name cannot be used."""


class ModelError(SummariserError):
    """The model could not do its work."""

    exit_code = 3


class ModelUnavailable(ModelError):  # noqa: N818 - reads better without the suffix
    """The model cannot be reached or is not installed."""

    retryable = True


class AuthenticationError(ModelError):
    """The endpoint refused the key."""


class RateLimitError(ModelError):
    """The endpoint still throttled after the last try."""

    retryable = True


class OutputError(ModelError):
    """The model's output stayed invalid after the last re-ask."""


class TruncatedError(ModelError):
    """The model ran out of output tokens or of context."""


class StoreError(SummariserError):
    """A local model file cannot be fetched or verified."""

    exit_code = 4


class LossError(SummariserError):
    """Part of the document was not read; raised only in strict mode."""

    exit_code = 5


def unexpected(error: Exception, name: str) -> SummariserError:
    """What to tell of an exception nobody foresaw: its kind and place, never its text, which may hold a document."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return SummariserError(
        f"{name}: unexpected {type(error).__name__}{where}",
        hint="this is a fault of summariser; SUMMARISER_DEBUG=1 shows more",
    )
