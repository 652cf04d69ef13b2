"""Which network addresses may be fetched from: public ones only, after the name is resolved."""

from __future__ import annotations

import ipaddress
import socket

__all__ = ["is_public", "resolve"]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Not public, whatever the Python version at hand knows: protocol assignments, tunnels into IPv4, documentation.
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(block)
    for block in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
)


def is_public(address: str) -> bool:
    """Whether an address is one of the public internet.

    Args:
        address: IPv4 or IPv6, for example "192.0.2.1".

    Returns:
        False for private, loopback, link-local, multicast, unspecified and reserved addresses, for IPv6 addresses that
        stand for such an IPv4 address, and for what is no address.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        mapped = ip.ipv4_mapped
        if mapped is None and ip in _NAT64:
            mapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = mapped or ip
    if ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local:
        return False
    return ip.is_global and not any(ip in block for block in _NOT_PUBLIC)


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order in which the system gives them, each once.

    Args:
        host: Its name, or an address.
        port: The port to be connected to.

    Raises:
        OSError: It has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
