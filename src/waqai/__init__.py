"""Waqai reads Arabic conflict reporting into incidents in which every value points at its words."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("waqai")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+checkout"

__all__ = ["__version__"]
