"""Which addresses may be asked: public ones only, whatever name, redirect or notation leads to them.

A name is resolved once; all that it resolves to is checked, and the connection goes to an address that was checked. So a
second answer of the name server (DNS rebinding) has nothing to decide.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

from waqai.errors import FetchError, RefusedError

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Give the addresses of a host, for a port."""
_NAT64: Final = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are an IPv4 address."""
_METADATA: Final = frozenset({"168.63.129.16"})
"""Public by number, but answered inside the machine's own cloud (Azure's WireServer)."""


def is_public(address: str) -> bool:
    """Tell whether an address is one of the public Internet, also when it carries another one inside."""
    ip = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        inner = _inner(ip)
        if inner is not None:
            return is_public(str(inner))
    if str(ip) in _METADATA:
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _inner(ip: IPv6Address) -> IPv4Address | None:
    """Give the IPv4 address to which an IPv6 address is handed on."""
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


async def resolve(host: str, port: int) -> list[str]:
    """Ask the system's resolver, which also reads odd notations (``2130706433``, ``0x7f.1``) as connecting would.

    Raises: FetchError when there is no such host.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"has a host that cannot be found: {host}") from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


async def checked(host: str, port: int, allowed: Collection[str], resolver: Resolve = resolve) -> str:
    """Give the address to connect to.

    allowed: ``host`` or ``host:port`` for which private addresses are wanted.
    Raises: RefusedError when one of its addresses is not public; FetchError when it has none.
    """
    found = await resolver(host, port)
    if not found:
        raise FetchError(f"has a host without an address: {host}")
    bare = host.strip("[]").lower()
    if bare not in allowed and f"{bare}:{port}" not in allowed:
        private = next((a for a in found if not is_public(a)), None)
        if private is not None:
            raise RefusedError(f"leads to a private address ({private}), which is not asked")
    return found[0]
