"""`python -m summariser`."""

from summariser.cli.main import run

run()
