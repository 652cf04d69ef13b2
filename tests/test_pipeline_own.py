"""A schema of the user's own through the pipeline: the worked example of the docs, and what is not in the source."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summariser.api import Summariser
from summariser.documents.read import read_text
from summariser.errors import OutputError, PromptError, SchemaError
from summariser.settings import load_settings
from tests.loopback import Loopback, text

if TYPE_CHECKING:
    from pydantic import BaseModel

    from summariser.schemas.own import Extraction

EXAMPLES = Path(__file__).parent.parent / "docs" / "examples"
CONTRACT = """The Carrier shall deliver the crates by 4 May 2031.
The Shipper shall pay GBP 4,200 within ten days.
Disputes go to the Court of Ambleford.
"""


@pytest.fixture(scope="module")
def duties() -> type[BaseModel]:
    """The class of the docs."""
    spec = importlib.util.spec_from_file_location("duties", EXAMPLES / "duties.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["duties"] = module
    spec.loader.exec_module(module)
    return module.Duties


def extract(
    schema: type[BaseModel], *answers: dict[str, Any], document: str = CONTRACT, **fields: object
) -> Extraction[Any]:
    chosen = load_settings(fields)
    with (
        Loopback(*(text(json.dumps(answer)) for answer in answers)) as server,
        Summariser("tiny", base_url=server.url, prompt=EXAMPLES / "duties", schema=schema, settings=chosen) as it,
    ):
        return it.extract(read_text(document, "contract.txt"))


def duty(**fields: str | None) -> dict[str, Any]:
    return {"who": "The Carrier", "what": "deliver", "at": "s1", "term": None, **fields}


def test_the_worked_example_is_grounded(duties: type[BaseModel]) -> None:
    """Verbatim words and labels come back with spans of the source."""
    entries = [duty(term="by 4 May 2031"), duty(who="The Shipper", at="s2", term="within ten days")]
    result = extract(duties, {"duties": entries, "court": "Court of Ambleford"})
    assert [entry.who for entry in result.data.duties] == ["The Carrier", "The Shipper"]
    assert set(result.spans) == {
        "court",
        *(f"duties[{n}].{name}" for n in (0, 1) for name in ("who", "at", "term")),
    }
    assert all(CONTRACT[span.start : span.end] == span.text for span in result.spans.values())
    assert result.spans["duties[1].at"].text == "The Shipper shall pay GBP 4,200 within ten days."
    assert result.coverage.lossless


def test_what_is_not_in_the_source_is_dropped(duties: type[BaseModel]) -> None:
    """A list entry goes, a field that may be null becomes null, and both are listed."""
    entries = [duty(who="The Broker"), duty(term="by 5 May 2031"), duty(at="s99")]
    result = extract(duties, {"duties": entries, "court": "Court of Ambleside"})
    assert [(entry.who, entry.term) for entry in result.data.duties] == [("The Carrier", None)]
    assert result.data.court is None
    assert [item.value for item in result.coverage.dropped] == [
        "The Broker",
        "by 5 May 2031",
        "s99",
        "Court of Ambleside",
    ]
    assert set(result.spans) == {"duties[0].who", "duties[0].at"}


def test_chunks_are_joined(duties: type[BaseModel]) -> None:
    """Lists of several chunks are joined and their spans keep to their entries; other fields keep the first value."""
    document = "".join(f"The Carrier shall wash wagon {n} at the yard before noon on the day.\n\n" for n in range(40))
    many = {"duties": [duty()], "court": None}
    result = extract(duties, *[many] * 40, document=document, context_tokens=1024)
    count = len(result.data.duties)
    assert count > 1
    assert set(result.spans) == {f"duties[{n}].{name}" for n in range(count) for name in ("who", "at")}


def test_a_required_field_without_ground_is_an_error() -> None:
    """Nothing is invented where a field has to be there."""
    from pydantic import create_model

    from summariser.schemas.own import Verbatim

    strict = create_model("Strict", court=(Verbatim, ...))
    with pytest.raises(OutputError, match="nothing grounded is left for 'court'"):
        extract(strict, {"court": "Court of Nowhere"})


def test_prompt_and_schema_must_go_together(duties: type[BaseModel]) -> None:
    """A prompt for briefs cannot fill another schema, and a name that leads nowhere is told."""
    with pytest.raises(PromptError, match=r"needs a prompt with question\.md"):
        Summariser("tiny", base_url="http://127.0.0.1:9/v1", schema=duties)
    for name in ("no_such_module:X", "json:Nothing", "json:dumps", "nonsense"):
        with pytest.raises(SchemaError, match=name.partition(":")[0]):
            Summariser("tiny", base_url="http://127.0.0.1:9/v1", schema=name, prompt=EXAMPLES / "duties")
