"""Docstrings outlive code unless a machine reads them too."""

import ast
import re

import pytest
from source_tree import functions, modules, relative, tree

import waqai.errors

ARGUMENTS = re.compile(r"^ {0,4}([a-z_]+(?:, [a-z_]+)*): ", re.MULTILINE)
RAISES = re.compile(r"^Raises: (.*)", re.MULTILINE)
ERROR = re.compile(r"\b[A-Z][A-Za-z]+Error\b")


@pytest.mark.parametrize("path", modules("src", "tools", "benchmarks"), ids=relative)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", modules(), ids=relative)
def test_arguments_that_a_docstring_explains_exist(path):
    wrong = []
    for f in functions(path):
        have = {a.arg for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs)}
        told = {n for m in ARGUMENTS.findall(ast.get_docstring(f) or "") for n in m.split(", ")}
        wrong += [f"{f.name}: {name}" for name in told - have]
    assert wrong == []


@pytest.mark.parametrize("path", modules(), ids=relative)
def test_errors_that_a_docstring_promises_are_ours(path):
    wrong = []
    for f in functions(path):
        for line in RAISES.findall(ast.get_docstring(f) or ""):
            wrong += [f"{f.name}: {name}" for name in ERROR.findall(line) if not hasattr(waqai.errors, name)]
    assert wrong == []
