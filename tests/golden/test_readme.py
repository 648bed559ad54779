"""What README.md shows is what the program prints; `make golden` writes it anew."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from waqai.cli.show import show_article
from waqai.read import read_file

ROOT = Path(__file__).resolve().parent.parent.parent
SHOWN = re.compile(r"(\$ waqai code --explain samples/sentence\.txt\n)(.*?)(```)", re.DOTALL)


def test_readme_shows_what_the_program_prints(coder, request):
    page = ROOT / "README.md"
    text = page.read_text(encoding="utf-8")
    said = io.StringIO()
    console = Console(file=said, highlight=False, soft_wrap=True)
    show_article(coder.code(read_file(ROOT / "samples/sentence.txt")), explain=True, console=console)
    got = said.getvalue().lstrip("\n")
    if request.config.getoption("--golden"):
        page.write_text(SHOWN.sub(lambda m: m[1] + got + m[3], text), encoding="utf-8")
        text = page.read_text(encoding="utf-8")
    assert SHOWN.search(text).group(2) == got
