"""What the repository tests read: the tree's files and their syntax, parsed once."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "src/waqai"
DESK = ROOT / "src/waqai_desk"
FOLDERS = (".ci", "benchmarks", "docs", "samples", "src", "tests", "tools")
TEXT = {".cfg", ".css", ".csv", ".html", ".json", ".jsonl", ".md", ".py", ".sh", ".toml", ".tsv", ".txt", ""}


def text_files() -> Iterator[Path]:
    """Give every file of ours that is text in UTF-8, at the root and below its folders."""
    below = (p for folder in FOLDERS for p in (ROOT / folder).rglob("*"))
    for path in sorted((*ROOT.iterdir(), *below)):
        if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts and path.name[:5] != ".git":
            if not path.name.endswith("windows-1256.html"):  # pages that are not UTF-8, on purpose
                yield path


def modules(*folders: str) -> list[Path]:
    """Give the Python files below the folders, ``src`` when none is named."""
    return sorted(p for folder in folders or ("src",) for p in (ROOT / folder).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """Parse a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function and method of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def relative(path: Path) -> str:
    """Give a path as one writes it from the root."""
    return path.relative_to(ROOT).as_posix()


@cache
def exceptions() -> dict[str, dict[str, Any]]:
    """Read the exceptions to the rules of the tree, each with its reason."""
    raw = tomllib.loads(Path(__file__).with_name("exceptions.toml").read_text(encoding="utf-8"))
    assert all(reason.strip() for table in raw.values() for reason in table.values())
    return raw


def pyproject() -> dict[str, Any]:
    """Read pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
