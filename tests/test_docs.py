"""The README and the docs: links lead somewhere, commands exist, and the Python in them runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.answering import following
from tests.command import summariser
from tests.loopback import Loopback

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [page for page in PAGES if "examples" not in page.parts]
TEXT = "Ashdown Ltd signed a contract in Lisford on Monday.\nAshdown Ltd will pay $4 million by 2031.\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Each relative link names a file, and a heading where it names one."""
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text(encoding="utf-8")):
        name, _, heading = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        assert path.exists(), target
        if heading:
            titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles]
            assert heading in slugs, target


def test_commands_of_the_readme_exist() -> None:
    """Each sub-command that the README shows has a help page."""
    shown = set(re.findall(r"^summariser (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"brief", "model", "prompts", "schema"} <= shown
    for command in shown:
        assert summariser(command, "--help").returncode == 0, command


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs" / "python.md"], ids=lambda page: page.name)
def test_python_in_the_docs_runs(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each block runs as it stands, with a loopback server in the place of the model."""
    blocks = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    for name in ("report.txt", "long.txt", "inbox/one.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with Loopback(default=following()) as server:
        monkeypatch.setenv("SUMMARISER_BASE_URL", server.url)
        monkeypatch.setenv("SUMMARISER_MODEL", "tiny")
        space: dict[str, object] = {}
        for block in blocks:
            exec(compile(block.replace('Summariser("local")', "Summariser()"), page.name, "exec"), space)  # noqa: S102 - our docs
        assert server.requests
