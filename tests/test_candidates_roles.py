"""Functions told by the words beside a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.candidates.roles import is_role, owner_before, role_beside, role_head

NAME = "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "words", "state", "body"),
    [
        ("Ana Ruiz (Chair) spoke.", "Chair", None, None),
        ("Ana Ruiz, a phonetician, left.", "phonetician", None, None),
        ("Orla's community manager — Ana Ruiz — left.", "Orla's community manager", None, "Orla"),
        ("“No,” said company spokesman Ana Ruiz.", "company spokesman", None, None),
        (
            "Ana Ruiz, the Chilean minister of ports and trade, left.",
            "Chilean minister of ports and trade",
            "Chile",
            None,
        ),
        ("Ana Ruiz, chief executive of Orla Glass, left.", "chief executive of Orla Glass", None, "Orla Glass"),
        (
            "Ana Ruiz, deputy chair of the dock committee and no relation of Bo, left.",
            "deputy chair of the dock committee",
            None,
            None,
        ),
        ("Ana Ruiz, Orla's president, left.", "Orla's president", None, "Orla"),
        (
            "Ana Ruiz is\npresident and chief executive of the railroad. She left.",
            "president and chief executive of the railroad",
            None,
            None,
        ),
        (
            "Ana Ruiz, who chairs the Dock Alliance and who is his sister, left.",
            "chairs the Dock Alliance",
            None,
            "Dock Alliance",
        ),
        ("Ana Ruiz, who led the Chilean team, left.", "led the Chilean team", "Chile", "Chilean team"),
        ("A pact signed on Friday by its fisheries minister,\nAna Ruiz, failed.", "fisheries minister", None, "its"),
        ("The union's chair, Ana Ruiz, left.", "union's chair", None, "the union"),
        ("“No,” said Orla's chief engineer, Ana Ruiz.", "Orla's chief engineer", None, "Orla"),
        (
            "The director of the charity Coast Aid, Ana Ruiz, left.",
            "director of the charity Coast Aid",
            None,
            "Coast Aid",
        ),
        ("It was told by Orla Post boss Ana Ruiz to wait.", "Orla Post boss", None, "Orla Post"),
        ("He met the envoy and mediator Ana Ruiz.", "envoy and mediator", None, None),
        ("The chair is Ana Ruiz.", "chair", None, None),
        ("The Chair (Ana Ruiz): Order.", "Chair", None, None),
        ("It went to Lady Justice (rtd) Ana Ruiz.", "Lady Justice", None, None),
        ("Ana Ruiz, Director Infrastructure, left.", "Director Infrastructure", None, None),
        ("Ana Ruiz, now president of the league, left.", "president of the league", None, None),
        ("Ana Ruiz, the WHO observer, left.", "WHO observer", None, "WHO"),
        ("Finance minister Ana Ruiz left.", "Finance minister", None, None),
        ("The Minister for Ports, the late Ana Ruiz, wrote it.", "Minister for Ports", None, "Ports"),
    ],
)
def test_role(text: str, words: str, state: str | None, body: str | None) -> None:
    """Brackets, appositions, possessives, copulas and relative clauses tell a function, its state and its body."""
    start = text.index(NAME)
    role = role_beside(text, start, start + len(NAME))
    assert role is not None
    assert (role.words, role.state, role.body) == (words, state, body)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, his cousin, left.",
        "Ana Ruiz, then the director of Orla, left.",
        "Bo, the mayor, and the Chilean envoy, Li, met Ana Ruiz.",
        "The director of the charity Ana Ruiz was late.",
        "The mayor has asked you for three things. Ana Ruiz, will you answer?",
        "It was said by the manager of the depot at Ana Ruiz.",
        "Its mayor spoke. Ana Ruiz left.",
        "Ana Ruiz left.",
    ],
)
def test_no_role(text: str) -> None:
    """Kin, former functions, functions of somebody else and of another sentence are none."""
    start = text.index(NAME)
    begin = max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0
    assert role_beside(text, start, start + len(NAME), begin=begin) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("minister of ports", True),
        ("its chief executive", True),
        ("Orla's chief executive", False),
        ("minister said", False),
        ("pact signed by its minister", False),
        ("harbour", False),
        ("", False),
    ],
)
def test_is_role(words: str, expected: bool) -> None:
    """The noun of a function stands at the end of its phrase, or before `of`; nothing else is a function."""
    assert is_role(words) is expected


@pytest.mark.parametrize(
    ("before", "owner"),
    [("said Orla Glass's ", "Orla Glass"), ("the union's ", "the union"), ("its ", "its"), ("a ", None)],
)
def test_owner_before(before: str, owner: str | None) -> None:
    """A possessive that ends where a function begins tells whose it is."""
    assert owner_before(before, len(before)) == owner


def test_role_head() -> None:
    """A noun of a function brings the nouns that may stand for the same person."""
    assert role_head("the Chilean minister of ports") == {"minister", "official", "politician"}
    assert role_head("a harbour") == set()


@given(
    st.text(alphabet=st.sampled_from("AaNn ’s,.()“”\nof the minister"), max_size=200),
    st.integers(0, 200),
    st.integers(0, 9),
)
def test_any_text(text: str, start: int, length: int) -> None:
    """Nothing raises on any text and any place in it, and a role never is empty."""
    start = min(start, len(text))
    role = role_beside(text, start, min(start + length, len(text)))
    assert role is None or role.words
