"""robots.txt (RFC 9309): asked once a day for each origin, archived like everything else, and obeyed."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from protego import Protego

AGENT: Final = "Waqai"
"""The product token that a robots.txt can name."""
MAX_AGE: Final = timedelta(hours=24)
"""RFC 9309, 2.4."""
MAX_BYTES: Final = 512_000
"""RFC 9309, 2.5: at least 500 KiB are read; what is behind is not."""


class Rules:
    """What a robots.txt says to us."""

    def __init__(self, text: str) -> None:
        self._rules = Protego.parse(text)

    def allows(self, url: str) -> bool:
        """Tell whether an address may be asked."""
        return bool(self._rules.can_fetch(url, AGENT))

    @property
    def delay_s(self) -> float:
        """Give the seconds between two requests that it asks for."""
        delay = self._rules.crawl_delay(AGENT)
        rate = self._rules.request_rate(AGENT)
        per_request = rate.seconds / rate.requests if rate is not None and rate.requests else 0.0
        return max(float(delay or 0.0), float(per_request))
