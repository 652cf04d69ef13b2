"""Small folders of labelled documents, and a cache of their own, for the tests of runs."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from tests.answering import fill, schema_of
from tests.evals_gold import SEEDS
from tests.loopback import Answer, text

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.loopback import Request

NAMES = ("001_river_basin_accord", "020_market_town_minutes", "038_correction_charity_pledge")
CONTRARY = "Answer with what fits least."
"""A sentence of the prompt in `fixtures/bad_prompt`; the model of `obeying` does as it says."""


def copy_seeds(folder: Path, *names: str) -> Path:
    """Copy some of the dev seeds, text and gold, into a folder; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or NAMES:
        for ending in (".txt", ".gold.json"):
            shutil.copy(SEEDS / f"{name}{ending}", folder)
    return folder


def own_cache(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """Keep caches and state in a folder; settings of the machine do not reach the test."""
    for name in ("MODEL", "BASE_URL", "SEEDS", "PROMPTS", "JOBS", "CONFIG"):
        monkeypatch.delenv(f"SUMMARISER_{name}", raising=False)
    monkeypatch.setenv("SUMMARISER_CACHE_DIR", str(folder))
    return folder


def change_gold(path: Path, **changes: Any) -> None:
    """Write other values into a gold file."""
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**data, **changes}), encoding="utf-8")


def obeying(request: Request) -> Answer:
    """A model that takes the first party for bound by each undertaking, and nobody where the prompt is contrary."""
    schema = schema_of(request)
    given = fill(schema, schema, None)
    if CONTRARY not in request.messages[0]["content"]:
        for bound in given.get("undertakings", {}).values():
            bound["by"] = [fill(schema["$defs"]["Bound"]["properties"]["by"]["items"], schema, None)]
    return text(json.dumps(given), usage=(100, 20), cached=60)
