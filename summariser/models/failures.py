"""What can go wrong between this machine and a model, and how it is told to the user."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from summariser.errors import AuthenticationError, ModelError, ModelUnavailable, RateLimitError, TruncatedError
from summariser.models.spec import is_loopback, shown_url

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["EndpointFailure", "FailureKind", "Teller"]

FailureKind = Literal["status", "unreachable", "no_tls", "timeout", "lost", "oversized", "not_an_api", "unsendable"]

_PASSING_STATUS = frozenset({408, 409, 425, 429})
_CONTEXT_WORDS = re.compile(
    r"context[ _-]?(?:length|size|window)|exceed_context|(?:prompt|input) is too long|too many tokens", re.IGNORECASE
)
_LONGEST_MESSAGE = 200
_ECHO = 24  # characters in common with a prompt that make a message an echo of it


class EndpointFailure(Exception):  # noqa: N818 - a signal between the modules of this package, never seen by a caller
    """A request got no usable answer. Its text is never shown as it stands: an endpoint may echo what it was sent.

    Args:
        kind: What happened; "status" for an error answer.
        status: HTTP status of an error answer, else 0.
        message: The endpoint's own words, whole.
        code: The endpoint's error code and type, where it gives them.
        wait: Seconds it asks to wait, or None.
    """

    def __init__(
        self, kind: FailureKind, *, status: int = 0, message: str = "", code: str = "", wait: float | None = None
    ) -> None:
        super().__init__(kind)
        self.kind = kind
        self.status = status
        self.message = message
        self.code = code
        self.wait = wait

    @property
    def out_of_quota(self) -> bool:
        """True where the account, not the moment, is the reason."""
        return self.status == 429 and "insufficient_quota" in self.code

    @property
    def out_of_context(self) -> bool:
        """True where prompt and answer are longer than the model's context."""
        return self.status in {400, 413, 422, 500} and bool(_CONTEXT_WORDS.search(f"{self.message} {self.code}"))

    def passing(self, base_url: str) -> bool:
        """Whether the same request may succeed a little later."""
        if self.kind == "unreachable":
            return not is_loopback(base_url)  # a server on this machine that refuses is not running
        if self.kind == "status":
            server_side = self.status >= 500 and self.status != 501
            return (self.status in _PASSING_STATUS or server_side) and not (self.out_of_quota or self.out_of_context)
        return self.kind in ("timeout", "lost")


@dataclass(frozen=True)
class Teller:
    """Turns failures of one endpoint into errors for the user, without keys and without text of the document.

    Attributes:
        model: Name of the model.
        base_url: Of the endpoint.
        timeout: Seconds of silence that count as a time-out.
        secret: The key, or an empty string.
    """

    model: str
    base_url: str
    timeout: float
    secret: str = field(repr=False)

    def tell(self, failure: EndpointFailure, prompts: Iterable[str]) -> ModelError:
        """The error to raise.

        Args:
            failure: What happened, after the last try.
            prompts: Texts that were sent; words of the endpoint that repeat them are left out.
        """
        if failure.kind == "status":
            return self._status(failure, prompts)
        where = shown_url(self.base_url)
        running = f"is the server running at {where}?"
        error: ModelError
        match failure.kind:
            case "unreachable":
                error = ModelUnavailable(f"cannot reach {where}", hint=running)
            case "no_tls":
                hint = "check http or https in the base URL, and whether the server's certificate is trusted here"
                error = ModelUnavailable(f"no trusted connection to {where}", hint=hint)
                error.retryable = False
            case "timeout":
                hint = f"raise SUMMARISER_TIMEOUT, or {running}"
                error = ModelUnavailable(f"no answer from {where} within {self.timeout:g} s", hint=hint)
            case "lost":
                hint = "try again; the server may have run out of memory"
                error = ModelUnavailable(f"the answer of {where} broke off or was garbled", hint=hint)
            case "oversized":
                error = ModelError(f"the answer of {where} is too large and was cut off")
            case "unsendable":
                error = ModelError("the text holds characters that UTF-8 cannot express")
            case "not_an_api":
                hint = "check the base URL; most end in /v1"
                error = ModelError(f"what answers at {where} is not an OpenAI-compatible endpoint", hint=hint)
        return error

    def _status(self, failure: EndpointFailure, prompts: Iterable[str]) -> ModelError:
        where, status = shown_url(self.base_url), failure.status
        error: ModelError
        if failure.out_of_context:
            hint = "lower SUMMARISER_CONTEXT_TOKENS so that the document is read in smaller parts"
            error = TruncatedError(f"the text is longer than the context of {self.model}", hint=hint)
        elif failure.out_of_quota:
            hint = "check the account's plan and billing"
            error = RateLimitError(f"the quota at {where} is used up", hint=hint)
            error.retryable = False
        elif status in (401, 403):
            hint = f"{'check' if self.secret else 'set'} SUMMARISER_API_KEY"
            error = AuthenticationError(f"{where} refused access to {self.model} ({status})", hint=hint)
        elif status == 404:
            hint = "check the name of the model, and the base URL; most end in /v1"
            error = ModelUnavailable(f"{where} has no model {self.model!r} (404)", hint=hint)
            error.retryable = False
        elif status == 429:
            waits = f" and asks to wait {failure.wait:g} s" if failure.wait else ""
            hint = "try again later, or lower SUMMARISER_JOBS"
            error = RateLimitError(f"{where} takes no more requests for now (429){waits}", hint=hint)
        elif 300 <= status < 400:
            hint = "name the final address as the base URL"
            error = ModelError(f"{where} redirects elsewhere ({status})", hint=hint)
        else:
            words = self._quotable(failure.message, prompts)
            if failure.passing(self.base_url):
                error = ModelUnavailable(f"{where} fails ({status}){words}", hint="try again later")
            else:
                error = ModelError(f"{where} refused the request ({status}){words}")
        return error

    def _quotable(self, message: str, prompts: Iterable[str]) -> str:
        """The endpoint's words in one short line after a colon, or nothing."""
        line = " ".join("".join(char if char.isprintable() else " " for char in message[:4000]).split())
        if self.secret:
            line = line.replace(self.secret, "[key]")
        if len(line) > _LONGEST_MESSAGE:
            line = line[: _LONGEST_MESSAGE - 1] + "…"
        if not line:
            return ""
        sent = " ".join(" ".join(text.split()) for text in prompts)
        windows = (line[at : at + _ECHO] for at in range(max(1, len(line) - _ECHO + 1)))
        if len(line) >= _ECHO and any(window in sent for window in windows):
            return ": its words are left out, for they repeat the prompt"
        return f": {line}"
