"""Each package has one public door, and what it names is really behind it."""

import ast
import importlib

import pytest
from source_tree import DESK, PACKAGE, ROOT, tree

from waqai_desk.boot import boot

DOORS = sorted((*PACKAGE.rglob("__init__.py"), *DESK.rglob("__init__.py")))
NAMES = [".".join(p.parent.relative_to(ROOT / "src").parts) for p in DOORS]

boot()  # models can only be imported into a started Django


@pytest.mark.parametrize("name", NAMES)
def test_all_is_there(name):
    module = importlib.import_module(name)
    names = getattr(module, "__all__", [])
    assert len(names) == len(set(names))
    assert [n for n in names if not hasattr(module, n)] == []


@pytest.mark.parametrize("path", DOORS, ids=NAMES)
def test_what_a_door_takes_from_its_own_package_is_in_all(path):
    own = ".".join(path.parent.relative_to(ROOT / "src").parts)
    taken = {
        alias.asname or alias.name
        for node in tree(path).body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(own + ".")
        for alias in node.names
    }
    said = getattr(importlib.import_module(own), "__all__", [])
    assert sorted(taken - set(said)) == []


@pytest.mark.parametrize("path", DOORS, ids=NAMES)
def test_every_door_says_what_is_behind_it(path):
    assert (ast.get_docstring(tree(path)) or "").strip()
