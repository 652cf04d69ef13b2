"""Who is bound: sides of a pact, roles of a contract, the body taken up by "the company", the one addressed as "you"."""

from __future__ import annotations

import pytest

from summariser.candidates.analysis import Analysis
from summariser.documents import read_text


def bound_in(text: str) -> list[tuple[set[str], str]]:
    """Names of who is bound and the act, of each undertaking."""
    analysis = Analysis(read_text(text))
    return [
        ({entity.name for entity in analysis.bound(item)}, text[slice(*item.action)]) for item in analysis.undertakings
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru and Chile met. The Peruvian side agreed to open its port, and the Chilean side undertook to lift a levy.",
            [({"Peru"}, "open its port"), ({"Chile"}, "lift a levy")],
        ),
        (
            "TREATY\n\nPeru shall return the boats to Chile. Neither Contracting Party shall tax the catch.",
            [({"Peru"}, "return the boats to Chile"), ({"Peru", "Chile"}, "tax the catch")],
        ),
        (
            "Marle Works has agreed to pay $3 million. The company, which denies wrongdoing, will mend the dam.",
            [({"Marle Works"}, "pay $3 million"), ({"Marle Works"}, "mend the dam")],
        ),
        (
            "“We will put a boiler in every school,” said Ana Lopes, founder of Hale Heating Ltd, on Monday.",
            [({"Hale Heating Ltd"}, "put a boiler in every school")],
        ),
    ],
    ids=["nationality", "each party", "the company", "founder"],
)
def test_who_is_meant(text: str, expected: list[tuple[set[str], str]]) -> None:
    """A side by its nationality, every party to a treaty, a firm of unknown kind, the firm of a founder's "we"."""
    assert bound_in(text) == expected


@pytest.mark.parametrize(
    "roles",
    [
        "Lender:   Hale Bank Ltd\nBorrower: Orrin Mills Ltd\n",
        "LENDER: Hale Bank Ltd\nBORROWER: Orrin Mills Ltd\n",
        "The Lender, Hale Bank Ltd, and the Borrower, Orrin Mills Ltd, agree as follows.\n",
    ],
    ids=["lines", "capitals", "apposed"],
)
def test_roles_of_a_contract(roles: str) -> None:
    """A contract that names its sides beside their roles binds them by these."""
    text = f"LOAN AGREEMENT\n\n{roles}\n1. The Lender shall lend 500 euros.\n\n2. The Borrower shall repay the loan.\n"
    assert bound_in(text) == [({"Hale Bank Ltd"}, "lend 500 euros"), ({"Orrin Mills Ltd"}, "repay the loan")]


def test_roles_side_by_side_are_no_names() -> None:
    """`the Seller, the Buyer and the Guarantor`: none is the name of the other."""
    text = (
        "CONTRACT\n\nSeller: Hale Ltd\nBuyer: Orrin Ltd\n\n1. The Seller shall ship the grain.\n\n"
        "2. The Seller, the Buyer and the Guarantor shall keep the price secret."
    )
    assert bound_in(text)[-1][0] >= {"Hale Ltd", "Orrin Ltd"}


@pytest.mark.parametrize(
    "head",
    ["CONTRACT of work\n\nWorker: Ana Lopes (“you”)\n\n", "Terms of engagement\n\nDear Ms Ana Lopes,\n\n"],
    ids=["defined", "letter"],
)
def test_the_one_addressed(head: str) -> None:
    """`You` binds whom a contract calls so, or the one whom a letter of terms is written to."""
    assert bound_in(f"{head}You agree to pay a fee of £40. You will not work for Hale Ltd.") == [
        ({"Ana Lopes"}, "pay a fee of £40"),
        ({"Ana Lopes"}, "not work for Hale Ltd"),
    ]


def test_nobody_is_addressed_in_the_news() -> None:
    """`You` outside of a contract binds nobody."""
    assert not any(names for names, _ in bound_in("Ana Lopes met Hale Ltd. You will pay a fee of £40 there."))


def test_an_office_in_minutes_acts_for_the_body() -> None:
    """Who holds an office that the minutes do not name anybody for binds the body whose minutes they are."""
    text = (
        "Orrin Parish Council\nMinutes of the meeting of 4 May 2031\n\nThe Clerk is to write to the owner of the mill."
    )
    assert bound_in(text) == [({"Orrin Parish Council"}, "write to the owner of the mill")]


def test_a_contracting_state_is_each_of_the_two() -> None:
    """`Each Contracting State` is no party of its own."""
    text = "TREATY\n\nPeru and Chile,\n\nHave agreed as follows:\n\nEach Contracting State shall exempt visitors from visas."
    assert bound_in(text) == [({"Peru", "Chile"}, "exempt visitors from visas")]
