"""The documentation is complete and its links, commands and tables are true."""

import re
import tomllib

import msgspec
import pytest
import typer
from source_tree import PACKAGE, ROOT, relative
from typer.main import get_command

import waqai.errors
from waqai import __version__
from waqai.cli import app
from waqai.cli.register import register
from waqai.model import Account, Claim, CodedArticle, Excluded, Harm, Incident, Person, Report, Toll, TollClaim
from waqai.values import DatePrecision, DateValue, PlacePrecision, PlaceValue

PAGES = sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "samples").glob("*.md")))
TARGETS = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def reference(name: str) -> str:
    return (ROOT / "docs/reference" / name).read_text(encoding="utf-8")


def commands() -> dict[str, typer.core.TyperCommand]:
    """Give every command by its full name."""
    if not app.registered_commands:
        register(app)
    root = get_command(app)
    found = {}
    todo = list(root.commands.items())
    while todo:
        name, command = todo.pop()
        if hasattr(command, "commands"):
            todo += [(f"{name} {sub}", c) for sub, c in command.commands.items()]
        else:
            found[name] = command
    return found


def test_every_command_and_option_is_told():
    text = reference("commands.md")
    missing = []
    for name, command in commands().items():
        parts = re.split(rf"^#+ `waqai {name}`", text, flags=re.MULTILINE)
        if len(parts) != 2:
            missing.append(name)
            continue
        section = re.split(r"^#+ `waqai ", parts[1], flags=re.MULTILINE)[0]
        options = [o for p in command.params for o in p.opts if o.startswith("--") and o != "--help"]
        missing += [f"{name} {o}" for o in options if f"`{o}" not in section]
    assert missing == []


def test_no_command_is_told_that_is_not_there():
    told = set(re.findall(r"^#+ `waqai ([a-z ]+)`", reference("commands.md"), re.MULTILINE))
    assert told == commands().keys()


def test_every_type_and_method_is_told():
    text = reference("taxonomy.md")
    raw = tomllib.loads((PACKAGE / "data/taxonomy.toml").read_text(encoding="utf-8"))
    words = [*raw["event_types"], *(sub for subs in raw["event_types"].values() for sub in subs), *raw["methods"]]
    assert [w for w in words if f"`{w}`" not in text] == []
    wrong = [m for m, sub in raw["methods"].items() if not re.search(rf"^\| `{m}` \| `{sub}` \|", text, re.MULTILINE)]
    assert wrong == []


def test_every_error_is_told_with_its_code():
    text = reference("errors.md")
    errors = [e for e in vars(waqai.errors).values() if isinstance(e, type) and issubclass(e, waqai.errors.WaqaiError)]
    codes = [e.code for e in errors]
    assert len(codes) == len(set(codes))
    assert [
        e.__name__ for e in errors if not re.search(rf"^\| `{e.code}` \| `{e.__name__}` \|", text, re.MULTILINE)
    ] == []


@pytest.mark.parametrize("struct", [Report, DateValue, PlaceValue, Harm, Person, Excluded, CodedArticle])
def test_every_field_of_a_report_is_told(struct):
    section = re.split(rf"^#+ .*`{struct.__name__}`$", reference("report.md"), flags=re.MULTILINE)[1].split("\n## ")[0]
    assert [f.name for f in msgspec.structs.fields(struct) if f"| `{f.name}` |" not in section] == []


@pytest.mark.parametrize("struct", [Incident, Account, Claim, Toll, TollClaim])
def test_every_field_of_an_incident_is_told(struct):
    section = re.split(rf"^#+ .*`{struct.__name__}`$", reference("incident.md"), flags=re.MULTILINE)[1].split("\n## ")[
        0
    ]
    assert [f.name for f in msgspec.structs.fields(struct) if f"| `{f.name}` |" not in section] == []


@pytest.mark.parametrize("enum", [DatePrecision, PlacePrecision])
def test_every_precision_is_told(enum):
    assert [v for v in enum if f"`{v}`" not in reference("report.md")] == []


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_somewhere(page):
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_make_targets_and_commands_that_a_page_names_exist(page):
    """In code, that is: between backticks or in an indented or fenced block."""
    text = page.read_text(encoding="utf-8")
    code = "\n".join(_code(text))
    assert set(re.findall(r"\bmake ([a-z]+)", code)) - TARGETS == set()
    known = {c.split()[0] for c in commands()}
    assert set(re.findall(r"(?:^|[ /|])waqai ([a-z]+)", code, re.MULTILINE)) - known - PLANNED == set()


PLANNED: set[str] = set()


def _code(text: str) -> list[str]:
    fenced = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE)
    return [*re.findall(r"`([^`\n]+)`", text), *fenced, *indented]


def test_every_target_is_told_by_make_help():
    told = set(re.findall(r"^\.PHONY: (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split())
    assert told == TARGETS


def test_the_changelog_knows_this_version():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text
    assert f"## [{pyproject_version()}]" in text or pyproject_version() == "0.1.0"
    assert __version__ in (pyproject_version(), "0+checkout")


def pyproject_version() -> str:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def test_decisions_are_numbered_dated_and_say_what_they_rule_out():
    pages = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert [p.name[:4] for p in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert re.search(r"^Date: \d{4}-\d\d-\d\d", text, re.MULTILINE), page.name
        assert {"## Question", "## Choice", "## What it rules out"} <= set(text.splitlines()), page.name
