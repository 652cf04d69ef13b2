"""Roles that the sides of a contract are given without a bracket: `Lender: Hale Bank`, `the Licensor, Hale Ltd,`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["find_contract_roles", "is_contract_role"]

_ROLES = (
    "lender|borrower|landlord|tenant|lessor|lessee|sub-?lessee|licensor|licensee|seller|buyer|purchaser|vendor|supplier|"
    "customer|client|contractor|sub-?contractor|employer|employee|worker|provider|consultant|franchisor|franchisee|"
    "guarantor|surety|agent|principal|owner|hirer|charterer|carrier|shipper|distributor|publisher|author|investor|donor|"
    "recipient|grantor|grantee|assignor|assignee|mortgagor|mortgagee|insurer|insured|operator|manager|trustee|"
    "beneficiary|pledgor|pledgee|depositor|consignor|consignee|bailor|bailee|sponsor|organiser|organizer|exhibitor|"
    "promoter|artist|producer|depositary|creditor|debtor|issuer|holder|university|company|bank|authority"
)
_ROLE = re.compile(_ROLES, re.IGNORECASE)
_LINE = re.compile(rf"^[ \t]*(?:\(?\d{{1,2}}[.)]\s+)?(?:The\s+)?(?P<role>{_ROLES})[ \t]*:[ \t]*", re.IGNORECASE | re.M)
_APPOSED = re.compile(
    rf"\b[Tt]he\s+(?P<role>(?i:{_ROLES})),\s+(?=[^\s,][^,;:\n]{{1,80}}(?:,|\s\())(?!(?:the|and|or)\s)"
)


def find_contract_roles(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each role, where it stands, and where the name must begin that has it."""
    for match in _LINE.finditer(text):
        yield match["role"], match.start("role"), match.end()
    for match in _APPOSED.finditer(text):
        if match["role"][0].isupper():
            yield match["role"], match.start("role"), match.end()


def is_contract_role(name: str) -> bool:
    """Whether a name is a role in a contract: "Lender"."""
    return _ROLE.fullmatch(name) is not None
