"""The texts of the made-up practice, as they stand in `content/`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def content(name: str) -> dict[str, Any]:
    """One file of `content/`, read once."""
    return tomllib.loads(
        files("beadwork.demo").joinpath("content", f"{name}.toml").read_text(encoding="utf-8")
    )
