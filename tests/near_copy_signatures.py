"""Near-copy signatures for tests: a text, a copy of it, a text that shares a third of it, another text, another version."""

_SLOTS = 128


def _made(share: float, version: str = "01", other: int = 1000) -> str:
    same = int(_SLOTS * share)
    return version + "".join(f"{i if i < same else i + other:04x}" for i in range(_SLOTS))


TEXT = _made(1.0)
COPY = _made(0.9)
THIRD = _made(0.33, other=2000)
OWN = _made(0.0, other=3000)
OTHER_VERSION = _made(1.0, "02")
