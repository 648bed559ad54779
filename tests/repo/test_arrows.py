"""The verbs import in one direction: pyproject.toml says which, import-linter reads the imports."""

import ast
import subprocess
import sys

from source_tree import DESK, PACKAGE, ROOT, modules, pyproject, relative, tree

COMMAND = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_no_arrow_points_backwards():
    done = subprocess.run([sys.executable, "-c", COMMAND], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_contract_is_read():
    names = [c["name"] for c in pyproject()["tool"]["importlinter"]["contracts"]]
    assert len(names) == len(set(names)) == 7


def test_no_file_is_a_drawer_for_everything():
    drawers = {"utils", "util", "helpers", "helper", "misc", "common"}
    assert [relative(p) for p in modules("src", "tools") if p.stem in drawers] == []


def test_the_library_prints_only_from_its_command_line():
    """What a worker prints drowns a batch's log."""
    found = []
    for path in modules():
        if not {PACKAGE / "cli", DESK / "cli"} & set(path.parents):
            calls = (getattr(n.func, "id", "") for n in ast.walk(tree(path)) if hasattr(n, "func"))
            found += [relative(path) for name in calls if name == "print"]
    assert found == []
