"""Which addresses may be fetched from."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.documents.addresses import is_public, resolve

_V4 = ("8.8.8.8", "93.184.215.14", "172.15.0.1", "172.32.0.1", "11.0.0.1", "100.63.0.1", "100.128.0.1")
_NOT_V4 = (
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "0.0.0.0",  # noqa: S104 - addresses to refuse
    "0.1.2.3", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1",
    "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.88.99.1",
)  # fmt: skip


@pytest.mark.parametrize("address", [*_V4, "2606:4700::1111", "2a00:1450:4001:82b::200e", "64:ff9b::8.8.8.8"])
def test_public_addresses(address: str) -> None:
    """Addresses of the public internet are allowed, with an IPv4 address inside a public IPv6 one, too."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *_NOT_V4,
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "fec0::1", "2001:db8::1",
        "2002:7f00:1::", "2001:0:1::", "::127.0.0.1", "64:ff9b:1::1", "3fff::1", "100::1",
        "", "localhost", "1.2.3", "0x7f.1", "2130706433", "8.8.8.8/8",
    ],
)  # fmt: skip
def test_other_addresses(address: str) -> None:
    """Private, loopback, link-local, multicast, unspecified and reserved ones are not, nor what is no address."""
    assert not is_public(address)


@given(st.sampled_from((*_V4, *_NOT_V4)), st.sampled_from(["::ffff:{}", "::FFFF:{}", "64:ff9b::{}"]))
def test_ipv4_inside_ipv6_is_judged_as_ipv4(address: str, form: str) -> None:
    """A mapped address is allowed if and only if what it stands for is."""
    assert is_public(form.format(address)) == is_public(address)


@given(st.integers(0, 2**32 - 1))
def test_nothing_private_is_public(number: int) -> None:
    """No IPv4 address that Python knows as private or multicast is allowed."""
    ip = ipaddress.IPv4Address(number)
    assert not (is_public(str(ip)) and (ip.is_private or ip.is_multicast or ip.is_reserved))


def test_resolver_gives_each_address_once() -> None:
    """A literal address is its own."""
    assert resolve("127.0.0.1", 80) == ["127.0.0.1"]
    assert set(resolve("localhost", 80)) <= {"127.0.0.1", "::1"}
