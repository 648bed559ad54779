"""What we install: declared, explained, used, and locked without a word about any machine."""

import ast
import re
import sys
from importlib.metadata import packages_distributions

from source_tree import ROOT, modules, pyproject, tree

NAME = re.compile(r"^[\w.-]+")


def declared() -> set[str]:
    return {NAME.match(d).group().lower() for d in pyproject()["project"]["dependencies"]}


def imported() -> set[str]:
    tops = set()
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                tops |= {a.name.split(".")[0] for a in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                tops.add(node.module.split(".")[0])
    owners = packages_distributions()
    tops |= {name for name in named() if name in owners}
    return {owners[t][0].lower() for t in tops - set(sys.stdlib_module_names) - {"waqai", "waqai_desk"}}


def named() -> set[str]:
    """Give what Django's settings name by a string: apps, middleware, packages whose files are served."""
    settings = ast.walk(tree(ROOT / "src/waqai_desk/settings.py"))
    return {n.value.split(".")[0] for n in settings if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported():
    assert imported() == declared()


def test_every_dependency_says_what_it_saves_us():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lines = re.findall(r'^ {4}"[\w.-]+(?:>=|==).*', text, re.MULTILINE)
    assert len(lines) >= len(declared())
    assert [line for line in lines if "# " not in line or "<" not in line.split("#")[0]] == []


def test_locks_pin_and_hash_everything_and_name_no_index():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        assert "://" not in text
        assert "file:" not in text
        entries = re.split(r"\n(?=\S)", text.strip())
        assert [e for e in entries if "==" not in e or "--hash=sha256:" not in e] == []


def test_the_dev_lock_agrees_with_the_lock():
    run, dev = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    assert declared() <= run.keys()
    assert {name: dev.get(name) for name in run} == run
