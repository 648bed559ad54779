"""XML from outside, as broken and as hostile as it comes."""

from __future__ import annotations

from typing import Any

from lxml import etree


def read_xml(data: bytes) -> Any:
    """Give the root element, or ``None`` when there is none.

    Faults of markup are recovered from; nothing outside is followed, and no entity is expanded.
    """
    try:
        return etree.fromstring(
            data, etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
        )
    except etree.XMLSyntaxError:
        return None


def local_name(element: Any) -> str:
    """Give an element's name without its namespace; comments and the like have none."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
