"""Where a predicate ends and where it divides."""

from __future__ import annotations

import pytest

from summariser.candidates.predicates import predicate_end, split_predicate
from summariser.candidates.tokens import Token, tokens_of


def _tokens(text: str) -> list[Token]:
    return tokens_of(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("pay the fee by May, the ministry said in a statement.", "May"),
        ("pay the fee, which is high.", "fee"),
        ("pay the fee, which is high, by May.", "May"),
        ("pay the fee, provided that the bank agrees.", "agrees"),
        ("pay $9m, $2m of it by May.", "$9m"),
        ("review the plan, and those rooms will close.", "plan"),
        ("open talks in spring, and Mrs Lund offered a hall.", "spring"),
        ("keep the price secret; it is low.", "secret"),
        ("cut the fare because fuel is cheap.", "fare"),
        ("give a grant, a step that pleased the union.", "grant"),
        ("accept the ship, or reject it with reasons, within two days after it is named.", "named"),
        ("load the goods (all of them) and the papers.", "papers"),
        ("run the Skarn–Elder line on battery power.", "power"),
        ("pay the fee in 2026–27 and later.", "later"),
        ("pay the fee – a heavy one – by May.", "fee"),
    ],
)
def test_end_of_a_predicate(text: str, end: str) -> None:
    """Limits and conditions belong to it; reports, comments, reasons and new clauses do not."""
    tokens = _tokens(text)
    assert text[: tokens[predicate_end(tokens, 0) - 1].end].endswith(end)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("return all files and destroy every copy", ["return all files", "destroy every copy"]),
        ("host the office and to bear its costs", ["host the office", "bear its costs"]),
        ("sell and deliver ten ships", ["sell and deliver ten ships"]),
        ("repair the roof and do it by May", ["repair the roof and do it by May"]),
        ("build roads and schools", ["build roads and schools"]),
        ("sell the mine but will not lease the port", ["sell the mine", "lease the port"]),
        ("train nurses and test wells", ["train nurses and test wells"]),
        ("open two posts and train 40 nurses", ["open two posts", "train 40 nurses"]),
    ],
)
def test_acts_of_a_predicate(text: str, parts: list[str]) -> None:
    """A second verb with an object of its own begins a second act; a shared object does not."""
    tokens = _tokens(text)
    acts = split_predicate(tokens, 0, len(tokens))
    assert [text[tokens[act.start].start : tokens[act.end - 1].end] for act in acts] == parts


def test_each_act_has_its_own_denial() -> None:
    """`but will not` denies the second act alone."""
    tokens = _tokens("sell the mine but will not lease the port")
    assert [act.negated for act in split_predicate(tokens, 0, len(tokens))] == [None, True]


def test_a_thing_divides_at_an_auxiliary_only() -> None:
    """`a rent and rates` is one thing, `a rent and would pay for repairs` a thing and an act."""
    tokens = _tokens("a rent of £9 and would repair the roof")
    assert len(split_predicate(tokens, 0, len(tokens), verbal=False)) == 2
    tokens = _tokens("a rent of £9 and repair costs")
    assert len(split_predicate(tokens, 0, len(tokens), verbal=False)) == 1
