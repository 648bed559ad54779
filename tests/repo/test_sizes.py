"""Sizes at which the house style asks a question; an answer stands in exceptions.toml."""

from source_tree import exceptions, functions, modules, relative

ASK_FILE, STOP_FILE, STOP_FUNCTION, STOP_ARGUMENTS = 300, 500, 60, 6


def check(rule: str, offenders: dict[str, int]) -> None:
    excused = exceptions()[rule].keys()
    assert {k: v for k, v in offenders.items() if k not in excused} == {}
    assert sorted(excused - offenders.keys()) == [], "no longer needed in exceptions.toml"


def test_files_hold_one_idea():
    lines = {
        relative(p): len(p.read_text(encoding="utf-8").splitlines())
        for p in modules("src", "tools", "benchmarks")
        if "migrations" not in p.parts  # Django writes them
    }
    assert {k: v for k, v in lines.items() if v > STOP_FILE} == {}
    check("long_file", {k: v for k, v in lines.items() if v > ASK_FILE})


def test_functions_are_short():
    check(
        "long_function",
        {
            f"{relative(p)}::{f.name}": size
            for p in modules("src", "tools", "benchmarks")
            for f in functions(p)
            if (size := f.end_lineno - f.lineno + 1) > STOP_FUNCTION
        },
    )


def test_functions_take_few_arguments():
    """Fields of a command line are counted too: a command with many options is several commands."""
    found = {}
    for path in modules("src", "tools", "benchmarks"):
        for f in functions(path):
            names = [a.arg for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs)]
            count = len([n for n in names if n not in ("self", "cls")])
            if count > STOP_ARGUMENTS:
                found[f"{relative(path)}::{f.name}"] = count
    check("many_arguments", found)
