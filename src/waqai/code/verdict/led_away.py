"""Those abducted and then led away, who are one row and no prisoners beside: "kidnapped a man in A |and led him to an unknown place|"."""

from __future__ import annotations

from waqai.tag.harm.find import HarmMention


def taken_once(rows: dict[tuple[str, str], HarmMention]) -> None:
    """Take out of some rows of a toll, by kind and people, those detained who are as many as the same people abducted."""
    for (kind, who), mention in list(rows.items()):
        held = rows.get(("detained", who))
        if kind == "abducted" and held is not None and held.count == mention.count and held.at > mention.at:
            del rows["detained", who]
