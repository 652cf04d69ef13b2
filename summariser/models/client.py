"""Asks a model for an instance of a pydantic model: openai on the wire, instructor for parsing and re-asking.

The layers, outermost first: modes are tried until the endpoint takes one; instructor re-asks when an answer is invalid;
retries repeat a single request that failed for a passing reason. None of them multiplies another: a failure that is
not an invalid answer ends the question at once.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import BaseModel, SecretStr

from summariser.errors import ModelError, OutputError, SettingsError, TruncatedError
from summariser.models import modes
from summariser.models.failures import EndpointFailure, Teller
from summariser.models.question import Question, Reply
from summariser.models.quiet import quiet
from summariser.models.replay import NotRecordedError, ResponseCache, cache_key, plain_instance, stored_answer
from summariser.models.retry import DEFAULT_RETRY, RetryPolicy, TransientFault, call_with_retries
from summariser.models.spec import OPENAI_URL
from summariser.schemas import Usage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from openai.types.chat import ChatCompletion

    from summariser.models.streaming import Endpoint

__all__ = ["ModelClient", "Reply", "ResponseCache"]

T = TypeVar("T", bound=BaseModel)


class _ModeRefused(Exception):  # noqa: N818 - a signal inside this module
    def __init__(self, failure: EndpointFailure) -> None:
        super().__init__(failure.kind)
        self.failure = failure


def _ignore(_usage: Usage) -> None:
    """Where nobody counts."""


class ModelClient:
    """A model behind an OpenAI-compatible endpoint. Belongs to one event loop; close it with `aclose`.

    Args:
        model: Name of the model as the endpoint knows it.
        base_url: Of the endpoint, such as "http://127.0.0.1:8000/v1"; None for OpenAI's.
        api_key: Key, or None where none is needed.
        temperature: Sampling temperature.
        seed: Seed of the sampling, or None to send none.
        timeout: Seconds of silence that count as a time-out; a whole answer may take ten times as long.
        mode: "auto", "json_schema", "tools", "json" or "md_json". With "auto" each is tried in this order until the
            endpoint takes one, and that one is remembered in the process.
        retry: How a request that failed for a passing reason is repeated.
        reasks: How often an invalid answer is sent back with its error, for each mode tried.
        cache: Answers already given, or None.
        cache_identity: Stands for the endpoint in the keys of the cache; the base URL where None. A server with a
            random port needs one.
        epoch: Part of the keys of the cache: another number asks again.
        replay_only: A question that the cache has no answer to is an error; nothing is sent.
        start: Starts the endpoint and gives its base URL and key, in place of those given here; called once, for the
            first question that the cache has no answer to.
        extra_body: Further fields of the request, as the endpoint defines them.

    Attributes:
        usage: Of all requests of this client, failed ones included; replayed answers do not count.
        mode: The mode of the last valid answer, or None.

    Raises:
        SettingsError: There is no such mode, or the key cannot be sent.
    """

    def __init__(
        self,
        *,
        model: str,
        base_url: str | None,
        api_key: SecretStr | str | None,
        temperature: float = 0.0,
        seed: int | None = 0,
        timeout: float = 120.0,
        mode: str = "auto",
        retry: RetryPolicy = DEFAULT_RETRY,
        reasks: int = 1,
        cache: ResponseCache | None = None,
        cache_identity: str | None = None,
        epoch: int = 0,
        replay_only: bool = False,
        start: Callable[[], Awaitable[tuple[str, str]]] | None = None,
        extra_body: dict[str, Any] | None = None,
    ) -> None:
        secret = (api_key.get_secret_value() if isinstance(api_key, SecretStr) else api_key or "").strip()
        if not (secret.isascii() and secret.isprintable()):
            raise SettingsError("the key holds characters that a key cannot hold", hint="copy it again")
        self.model = model
        self.base_url = base_url or OPENAI_URL
        self.usage = Usage()
        self.mode: str | None = None
        self._facts = modes.known(cache_identity or self.base_url, model)
        modes.candidates(mode, self._facts)
        self._mode = mode
        self._sampling: dict[str, Any] = {"temperature": temperature}
        if seed is not None:
            self._sampling["seed"] = seed
        if extra_body:
            self._sampling["extra_body"] = extra_body
        self._retry = retry
        self._reasks = reasks
        self._cache = cache
        self._cache_identity = {"endpoint": cache_identity or self.base_url, "model": model, "epoch": epoch}
        self._replay_only = replay_only
        self._teller = Teller(model=model, base_url=self.base_url, timeout=timeout, secret=secret)
        self._start = start
        self._starting = asyncio.Lock()
        self._endpoint: Endpoint | None = None

    async def ask(
        self,
        messages: list[dict[str, str]],
        response_model: type[T],
        *,
        max_tokens: int,
        on_text: Callable[[str], None] | None = None,
        on_usage: Callable[[Usage], None] | None = None,
    ) -> Reply[T]:
        """Ask for an instance of a pydantic model.

        Args:
            messages: Role and content of each; they go to the endpoint byte for byte. Only in the modes "json" and
                "md_json" does an instruction with the schema follow the system message, in "md_json" another the last.
            response_model: What to answer with. Its name goes to the endpoint: letters, digits, "-" and "_".
            max_tokens: Most tokens of the answer.
            on_text: Called with each piece of the answer as it comes; an empty string means that an answer begins
                (again), so that what came before is void.
            on_usage: Called once, at the end, with what the question took, also where it failed.

        Returns:
            The valid answer and what it took.

        Raises:
            TruncatedError: The answer was cut off, or the messages are too long for the model.
            OutputError: The answer stayed invalid, or the model refused.
            AuthenticationError: The key was refused.
            RateLimitError: Still throttled after the last try.
            ModelUnavailable: The endpoint cannot be reached, fails, or has no such model.
            ModelError: The endpoint refused the request for another reason.
            NotRecordedError: The cache has no answer (only with `replay_only`).
        """
        began = time.perf_counter()
        question = Question(self.model, messages, response_model, max_tokens, on_text)
        spent = on_usage or _ignore
        with quiet():
            value = self._replayed(question)
            replayed = value is not None
            if not replayed and self._replay_only:
                raise NotRecordedError("a question has no recorded answer", hint="run it once with the model at hand")
            try:
                if value is None:
                    value = await self._through_modes(question)
            finally:
                spent(question.usage)
        self.mode = question.mode
        seconds = time.perf_counter() - began
        return Reply(value, question.usage, question.mode, question.raw, seconds, replayed)

    async def connect(self) -> Endpoint:
        """Start or open the endpoint now; otherwise the first question that the cache has no answer to does."""
        async with self._starting:
            if self._endpoint is None:
                if self._start is not None:
                    self.base_url, secret = await self._start()
                    self._start, self._teller = None, replace(self._teller, base_url=self.base_url, secret=secret)
                from summariser.models.streaming import Endpoint  # brings openai

                teller = self._teller
                self._endpoint = Endpoint(self.base_url, teller.secret, timeout=teller.timeout, facts=self._facts)
            return self._endpoint

    async def aclose(self) -> None:
        """Close the connections; a later question opens them again."""
        if self._endpoint:
            await self._endpoint.aclose()
            self._endpoint = None

    def _replayed(self, question: Question[T]) -> T | None:
        """The answer from the cache, parsed and validated as if it had just come, or None."""
        if self._cache is None:
            return None
        for question.mode in modes.candidates(self._mode, self._facts):
            stored = stored_answer(self._cache.get(self._key(question)))
            value = stored.parse(question.response_model, question.mode) if stored else None
            if stored and value is not None:
                question.raw, question.usage = stored.text, stored.usage
                return value
        return None

    async def _through_modes(self, question: Question[T]) -> T:
        """The answer in the first mode that gives one."""
        endpoint = await self.connect()
        error = ModelError(f"{self.model} offers no structured output")
        for question.mode in modes.candidates(self._mode, self._facts):
            try:
                value = await self._instruct(question, self._sender(question, endpoint), reasks=self._reasks)
            except _ModeRefused as refusal:
                error = self._teller.tell(refusal.failure, question.prompts)
                self._facts.refused_now(question.mode)
            except OutputError as invalid:
                error = invalid
                if self._facts.working == question.mode or not question.unbound:
                    break
            else:
                if self._cache is not None:
                    self._cache.put(self._key(question), question.completion)
                if self._mode == "auto":
                    self._facts.worked(question.mode)
                return value
        raise error

    async def _instruct(self, question: Question[T], create: Callable[..., Any], *, reasks: int) -> T:
        """One question in one mode: instructor prepares the request, parses the answer and re-asks."""
        from instructor import patch  # brings openai
        from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException

        question.fault, question.unbound = None, False
        patched = patch(create=create, mode=modes.instructor_mode(question.mode))
        ask = cast("Callable[..., Awaitable[T]]", patched)  # instructor's type is the one for plain functions
        problem: BaseException | None
        try:
            answer = await ask(
                response_model=question.response_model,
                max_retries=reasks,
                strict=False,
                messages=question.messages,
                model=self.model,
                max_tokens=question.max_tokens,
                **self._sampling,
            )
            return plain_instance(answer, question.response_model)
        except IncompleteOutputException:
            problem = TruncatedError(
                f"the answer of {self.model} was cut off at {question.max_tokens} tokens",
                hint="raise SUMMARISER_MAX_OUTPUT_TOKENS, or lower SUMMARISER_CONTEXT_TOKENS",
            )
        except InstructorRetryException as error:
            problem = question.fault or question.invalid(error.__cause__)
        # Outside the handlers, so that no traceback shows the answer, which instructor's errors carry.
        if isinstance(problem, EndpointFailure):
            problem = self._teller.tell(problem, question.prompts)
        raise problem

    def _sender(self, question: Question[T], endpoint: Endpoint) -> Callable[..., Any]:
        """What instructor calls in place of openai: one request, repeated while it fails for passing reasons."""

        def count() -> None:
            self._spend(question, Usage(calls=1, retries=min(1, question.usage.calls)))

        async def once(request: dict[str, Any]) -> ChatCompletion:
            try:
                return await endpoint.complete(request, on_call=count, on_text=question.on_text)
            except EndpointFailure as failure:
                if modes.refuses(question.mode, failure.status, failure.message):
                    raise _ModeRefused(failure) from None
                if failure.passing(self.base_url):
                    raise TransientFault(failure, wait=failure.wait) from None
                raise

        first = 0

        async def create(**request: Any) -> ChatCompletion:
            nonlocal first
            first = first or len(request["messages"])
            request["messages"] = question.corrected(request["messages"], first)
            try:
                completion = await call_with_retries(self._retry, lambda: once(request))
                self._spend(question, question.take(completion))
                question.check_refusal()
            except Exception as fault:
                question.fault = fault.cause if isinstance(fault, TransientFault) else fault
                raise
            return completion

        return create

    def _spend(self, question: Question[T], usage: Usage) -> None:
        question.usage += usage
        self.usage += usage

    def _key(self, question: Question[T]) -> str:
        asked = {"messages": question.messages, "max_tokens": question.max_tokens, "mode": question.mode}
        return cache_key({**self._cache_identity, **asked, "sampling": self._sampling}, question.response_model)
