"""What the package exports, what importing it costs, and which layer may import which."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import summariser

ROOT = Path(__file__).parent.parent
HEAVY = (
    "openai",
    "instructor",
    "pydantic_settings",
    "xllamacpp",
    "pandas",
    "numpy",
    "scipy",
    "rich",
    "httpx2",
    "tenacity",
)


def test_every_exported_name_is_there() -> None:
    """`__all__` is true, sorted, and holds what `dir` shows."""
    for name in summariser.__all__:
        assert getattr(summariser, name) is not None
    assert sorted(summariser.__all__) == list(summariser.__all__) == dir(summariser)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = summariser.nothing


def test_type_checkers_see_the_same_names() -> None:
    """The names behind TYPE_CHECKING are those that are loaded on use."""
    from summariser import _HOME_OF

    assert set(_HOME_OF) | {"__version__"} == set(summariser.__all__)


@pytest.mark.parametrize("name", [n for n in summariser.__all__ if n not in ("__version__", "Event")])
def test_every_exported_name_is_documented(name: str) -> None:
    """Public classes and functions have a docstring of their own."""
    value = getattr(summariser, name)
    assert inspect.isclass(value) or inspect.isfunction(value)
    assert value.__doc__
    assert value.__doc__ != Exception.__doc__


def imported_by(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_imports_nothing_heavy() -> None:
    """`import summariser` loads neither pydantic nor anything heavier."""
    assert not imported_by("import summariser") & {*HEAVY, "pydantic", "typer"}


def test_help_imports_nothing_heavy() -> None:
    """`summariser --help` loads the parser and no more."""
    code = """
import contextlib, io
from summariser.cli.main import app
with contextlib.redirect_stdout(io.StringIO()):
    app(["--help"], standalone_mode=False)
"""
    assert not imported_by(code) & (set(HEAVY) - {"rich"})


def test_layers_hold() -> None:
    """No layer imports one above it."""
    tool = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_module_names_what_it_exports() -> None:
    """Each module of the package has a docstring, and an `__all__` that is true."""
    folders = {
        "summariser": ROOT / "summariser",
        "summariser.prompts": ROOT / "prompts",
        "summariser.schemas": ROOT / "schemas",
    }
    for package, folder in folders.items():
        for path in folder.rglob("*.py"):
            inside = path.relative_to(folder).with_suffix("").parts
            if path.name in ("__main__.py", "__init__.py") or inside[0] in ("schemas", "prompts", "evals"):
                continue
            name = ".".join((package, *inside))
            if name == "summariser.models.engine_process":
                continue  # a script
            module = importlib.import_module(name)
            assert module.__doc__, name
            assert all(hasattr(module, exported) for exported in getattr(module, "__all__", ())), name
