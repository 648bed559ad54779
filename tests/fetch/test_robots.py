"""robots.txt as it is meant, and as it comes."""

import pytest

from waqai.fetch.robots import Rules

URL = "https://news.example"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/x", True),
        ("<html>not found</html>", "/x", True),
        ("User-agent: *\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow:", "/x", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: waqai\nDisallow: /p", "/x", True),
        ("User-agent: other\nDisallow: /", "/x", True),
        ("User-agent: *\nDisallow: /*.php$", "/a.php", False),
        ("User-agent: *\nDisallow: /*.php$", "/a.php?x=1", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", True),
        ("User-agent: *\nDisallow: /خاص", "/%D8%AE%D8%A7%D8%B5/1", False),
    ],
)
def test_rules(text, path, allowed):
    assert Rules(text).allows(f"{URL}{path}") is allowed


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nRequest-rate: 1/10", 10.0),
        ("User-agent: *\nCrawl-delay: never", 0.0),
        ("", 0.0),
    ],
)
def test_pauses(text, seconds):
    assert Rules(text).delay_s == seconds
