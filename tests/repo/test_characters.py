"""What a reviewer cannot see must not be in a file, and Arabic belongs in data."""

import ast
import re

import pytest
from source_tree import exceptions, modules, relative, text_files, tree

# Named by number: the characters themselves may stand in no file.
BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home|opt|tmp/[a-z]|Users)/\w")
# A word: four letters and more. Shorter ones are letters, clitics and prepositions, which are grammar.
ARABIC = re.compile("[\u0621-\u063a\u0641-\u065f\u0671-\u06d3]{4}")


@pytest.mark.parametrize("path", list(text_files()), ids=relative)
def test_no_mark_turns_the_line_around(path):
    assert BIDI.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", list(text_files()), ids=relative)
def test_no_path_of_somebodys_machine(path):
    assert MACHINE.findall(path.read_text(encoding="utf-8")) == []


def test_arabic_stands_in_data():
    """Docstrings may show an example; words that the program reads with belong where a linguist finds them."""
    found = set()
    for path in modules("src", "tools", "benchmarks"):
        docs = {
            id(node.value)
            for parent in ast.walk(tree(path))
            if isinstance(parent, ast.Module | ast.ClassDef | ast.FunctionDef)
            for node in parent.body
            if isinstance(node, ast.Expr)
        }
        strings = (n for n in ast.walk(tree(path)) if isinstance(n, ast.Constant) and isinstance(n.value, str))
        if any(ARABIC.search(n.value) and id(n) not in docs for n in strings if not _escaped(path, n)):
            found.add(relative(path))
    excused = exceptions()["arabic_literals"].keys()
    assert sorted(found - excused) == []
    assert sorted(excused - found) == [], "no longer needed in exceptions.toml"


def _escaped(path, node) -> bool:
    """Tell whether a string is written in escapes, which a reviewer reads from left to right."""
    lines = path.read_text(encoding="utf-8").splitlines()[node.lineno - 1 : node.end_lineno]
    return not any(ARABIC.search(line) for line in lines)
