"""The command line; every command is a thin shell over a Python function."""

from waqia.cli.app import app, main

__all__ = ["app", "main"]
