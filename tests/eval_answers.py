"""Answers for the pipeline's questions without a model: made from the JSON schema, the same for the same question."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.loopback import Answer, text

if TYPE_CHECKING:
    from tests.loopback import Request


def answer_schema(request: Request) -> Answer:
    """A valid answer to a request for JSON by schema: the first of each choice, the least of each list."""
    schema = request.json["response_format"]["json_schema"]["schema"]
    return text(json.dumps(filled(schema, schema.get("$defs", {}))), usage=(100, 20), cached=60)


def filled(schema: dict[str, Any], defs: dict[str, Any]) -> Any:
    """The simplest value that fits a schema."""
    if "$ref" in schema:
        return filled(defs[schema["$ref"].rsplit("/", 1)[-1]], defs)
    if "enum" in schema:
        return schema["enum"][0]
    if "anyOf" in schema:
        return filled(schema["anyOf"][-1], defs)
    match schema.get("type"):
        case "object":
            wanted = schema.get("required", [])
            return {name: filled(value, defs) for name, value in schema.get("properties", {}).items() if name in wanted}
        case "array":
            return [filled(schema["items"], defs)] * schema.get("minItems", 0)
        case "string":
            return schema.get("const", "x")
        case "null":
            return None
    return schema.get("const", 0)
