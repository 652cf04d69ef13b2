"""Answers that follow the JSON Schema of a request, for a loopback server that plays the model."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

from tests.loopback import Answer, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.loopback import Request


def following(**parts: Any) -> Callable[[Request], Answer]:
    """A model that gives these parts where it is asked for them, and the smallest valid answer elsewhere."""

    def answer(request: Request) -> Answer:
        schema = schema_of(request)
        given = fill(schema, schema, None)
        return text(json.dumps({name: parts.get(name, value) for name, value in given.items()}))

    return answer


def raving(seed: int, words: list[str]) -> Callable[[Request], Answer]:
    """A model that answers validly and at random, with strings taken from `words` where any string may stand."""
    chance = random.Random(seed)  # noqa: S311 - no secret

    def answer(request: Request) -> Answer:
        schema = schema_of(request)
        return text(json.dumps(fill(schema, schema, (chance, words))))

    return answer


def schema_of(request: Request) -> dict[str, Any]:
    """The JSON Schema that a request wants its answer to follow."""
    return request.json["response_format"]["json_schema"]["schema"]


def fill(node: dict[str, Any], root: dict[str, Any], luck: tuple[random.Random, list[str]] | None) -> Any:
    """A value that a schema allows: the smallest, or any where there is luck."""
    if "$ref" in node:
        return fill(root["$defs"][node["$ref"].rsplit("/", 1)[-1]], root, luck)
    if "anyOf" in node:
        choice = luck[0].choice(node["anyOf"]) if luck else node["anyOf"][-1]
        return fill(choice, root, luck)
    if "const" in node:
        return node["const"]
    if "enum" in node:
        return luck[0].choice(node["enum"]) if luck else node["enum"][0]
    kind = node.get("type")
    if kind == "object":
        return {name: fill(inner, root, luck) for name, inner in node.get("properties", {}).items()}
    if kind == "array":
        least, most = node.get("minItems", 0), min(node.get("maxItems", 3), 4)
        return [fill(node["items"], root, luck) for _ in range(luck[0].randint(least, most) if luck else least)]
    if kind == "string":
        return luck[0].choice(luck[1])[: node.get("maxLength", 10_000)] if luck else "nothing"
    return {"null": None, "boolean": False, "integer": 0, "number": 0}[kind]
