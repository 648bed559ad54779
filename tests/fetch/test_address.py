"""Only public addresses are asked, in whatever notation they come."""

import asyncio

import pytest

from waqai.errors import FetchError, RefusedError
from waqai.fetch.address import checked, is_public, resolve

PRIVATE = [
    *(
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.100.100.200",
        "0.0.0.0",
    ),
    *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    *("224.0.0.1", "ff02::1", "255.255.255.255", "240.0.0.1", "168.63.129.16"),
]
PUBLIC = ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_known(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_known(address):
    assert is_public(address)


def answers(*found: str):
    async def resolver(host: str, port: int) -> list[str]:
        return list(found)

    return resolver


def test_a_name_is_refused_when_one_of_its_addresses_is_private():
    with pytest.raises(RefusedError, match=r"127\.0\.0\.1"):
        asyncio.run(checked("news.example", 80, (), answers("8.8.8.8", "127.0.0.1")))


def test_the_address_that_was_checked_is_given():
    assert asyncio.run(checked("news.example", 80, (), answers("8.8.8.8", "8.8.4.4"))) == "8.8.8.8"


@pytest.mark.parametrize("allowed", ["intra.example", "intra.example:81"])
def test_named_hosts_may_be_private(allowed):
    assert asyncio.run(checked("intra.example", 81, (allowed,), answers("10.0.0.1"))) == "10.0.0.1"


def test_another_port_of_a_named_host_may_not():
    with pytest.raises(RefusedError):
        asyncio.run(checked("intra.example", 82, ("intra.example:81",), answers("10.0.0.1")))


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "0177.0.0.1", "localhost"])
def test_odd_notations_of_this_machine_are_refused(host):
    with pytest.raises(RefusedError):
        asyncio.run(checked(host, 80, ()))


def test_a_host_that_is_not_there_is_told():
    with pytest.raises(FetchError, match=r"no-such-host\.invalid"):
        asyncio.run(resolve("no-such-host.invalid", 80))
    with pytest.raises(FetchError, match="without an address"):
        asyncio.run(checked("empty.example", 80, (), answers()))
