"""Neither key nor document gets out by errors, logs or standard output."""

from __future__ import annotations

import json
import logging
import traceback

import pytest
from pydantic import SecretStr

from summariser.models import modes
from tests.asking import DOCUMENT, GOOD, KEY, ask
from tests.loopback import Answer, Loopback, error, events, hang, raw, text


@pytest.fixture(autouse=True)
def _fresh() -> None:
    modes.forget()


ECHOES = [
    error(401, f"Incorrect API key provided: {KEY}"),
    error(400, f"cannot use {KEY} with: {DOCUMENT}"),
    error(400, f"bad prompt: {DOCUMENT}"),
    error(503, f"{KEY} {DOCUMENT}"),
    raw(f"<html>{KEY} {DOCUMENT}</html>".encode(), "text/html"),
    raw(f"{KEY} {DOCUMENT}".encode(), "text/plain", status=500),
    text(f"{KEY} {DOCUMENT}"),
    text(json.dumps({"names": [DOCUMENT, KEY], DOCUMENT: KEY})),
    text(json.dumps({"names": [f"{KEY}{DOCUMENT}", "Nobody"]})),
    text(f"{KEY} {DOCUMENT}", finish="length"),
    text("", extra={"refusal": f"{KEY} {DOCUMENT}"}),
    events(json.dumps({"error": {"message": f"{KEY} {DOCUMENT}"}})),
    hang(),
]


@pytest.mark.parametrize("answer", ECHOES, ids=range(len(ECHOES)))
def test_neither_key_nor_document_gets_out(
    answer: Answer, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever an endpoint echoes, no error, traceback, log record or printed line holds the key or the document."""
    caplog.set_level(logging.DEBUG)
    with Loopback(default=answer) as server:
        outcome = ask(server, api_key=SecretStr(KEY), timeout=0.2)
    assert outcome.error
    told = [str(outcome.error), repr(outcome.error), *traceback.format_exception(outcome.error), *capfd.readouterr()]
    told += [f"{record.getMessage()} {record.args} {record.exc_text}" for record in caplog.records]
    told += [repr(outcome.client), repr(vars(outcome.client)["_teller"])]
    assert not [line for line in told if KEY in line or "minister" in line]


def test_other_users_of_the_libraries_keep_their_logs(caplog: pytest.LogCaptureFixture) -> None:
    """The loggers of openai and instructor are silent during a question only."""
    with Loopback(text(GOOD)) as server:
        ask(server)
    logging.getLogger("instructor.v2.retry").error("from somebody else")
    logging.getLogger("openai._base_client").error("and again")
    assert [record.getMessage() for record in caplog.records] == ["from somebody else", "and again"]
