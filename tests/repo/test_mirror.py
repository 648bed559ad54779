"""Tests lie where their module lies, so that both are found from either."""

from source_tree import DESK, PACKAGE, ROOT, relative

APART = {"browser", "cli", "gold", "golden", "repo"}
"""Folders whose tests are about a whole: the desk in a browser, the command line as a user calls it, gold, whole pages, the repository."""


def test_every_test_file_has_its_module():
    stray = []
    for path in (ROOT / "tests").rglob("test_*.py"):
        inner = path.relative_to(ROOT / "tests")
        if APART & set(inner.parts[:-1]):
            continue
        name = inner.stem.removeprefix("test_")
        home = DESK.parent if inner.parts[0] == DESK.name else PACKAGE
        twin = home / inner.parent / name
        if not (twin.with_suffix(".py").exists() or (twin / "__init__.py").exists()):
            stray.append(relative(path))
    assert stray == []
