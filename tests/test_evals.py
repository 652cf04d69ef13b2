"""What the package gives out is there, and is not imported before it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import summariser.evals as package


@pytest.mark.parametrize("name", package.__all__)
def test_every_name_is_there(name: str) -> None:
    """Each name of `__all__` can be had, and is a class, a function or a constant, never a module."""
    value = getattr(package, name)
    assert type(value).__name__ != "module"
    assert name in dir(package)


def test_an_unknown_name_is_an_attribute_error() -> None:
    """As with any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing


def test_names_stay_functions_whatever_was_imported_first() -> None:
    """No sub-module has the name of a function, so that importing one never hides the other."""
    code = (
        "import summariser.evals.scoring, summariser.evals.linting, summariser.evals.labellers\n"
        "from summariser.evals import score, lint, agreement\n"
        "assert callable(score) and callable(lint) and callable(agreement)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_importing_costs_nothing_and_scoring_needs_no_numpy() -> None:
    """The package imports neither pydantic nor numpy, and scoring neither numpy nor scipy."""
    code = (
        "import sys, summariser.evals as package\n"
        "assert not {'pydantic', 'numpy', 'scipy'} & set(sys.modules)\n"
        "package.score, package.load_dataset, package.score_intervals, package.lint\n"
        "assert not {'numpy', 'scipy', 'openai', 'instructor'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
