"""The wheel: what is in it, and that it works from a new environment in another folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.answering import following
from tests.loopback import Loopback

ROOT = Path(__file__).parent.parent
pytestmark = [pytest.mark.packaging, pytest.mark.slow]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of what git knows."""
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(copy)], check=True)
    changed = subprocess.run(["git", "diff", "HEAD", "--binary"], cwd=ROOT, capture_output=True, check=True).stdout
    if changed:
        subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=copy, input=changed, check=True)
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(copy)], check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


def test_everything_is_inside_the_namespace(wheel: Path) -> None:
    """Prompts and schemas lie inside `summariser`, and nothing else lands at the top."""
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"summariser"}
    for needed in ("prompts/brief/prompt.toml", "prompts/brief/parts/facts.md", "prompts/brief/examples/bakery.toml",
                   "schemas/brief.py", "py.typed", "candidates/states.tsv", "render/assets/brief.css"):  # fmt: skip
        assert f"summariser/{needed}" in names


def test_it_makes_a_brief_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    """Installed into a new environment, the command and the import work, away from the checkout."""
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)], check=True)
    (tmp_path / "deal.txt").write_text("Ashdown Ltd will pay $4 million by 2031.\n", encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SUMMARISER_", "PYTHON"))}
    with Loopback(default=following()) as server:
        command = [
            environment / "bin" / "summariser",
            "brief",
            "deal.txt",
            "--json",
            "--model",
            "tiny",
            "--base-url",
            server.url,
        ]
        done = subprocess.run(command, cwd=tmp_path, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["parties"][0]["name"] == "Ashdown Ltd"
    where = subprocess.run(
        [python, "-c", "import summariser, instructor; print(summariser.__file__, instructor.__version__)"],
        cwd=tmp_path, env=clean, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert str(environment) in where
    assert int(where.split()[-1].split(".")[1]) >= 17
