"""Statements in the model's own words keep the numbers, dates, names, negations and the sureness of their evidence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summariser.grounding.support import unsupported

BORNE = [
    # numbers
    ("Bolivia will spend $5 million.", "Bolivia will spend $5m."),
    ("Bolivia will spend five million dollars.", "Bolivia will spend $5 million."),
    ("It dredges 1,000 boats.", "It dredges 1 000 boats."),
    ("It dredges one thousand boats.", "It dredges 1,000 boats."),
    ("It costs a thousand francs.", "It costs 1000 francs."),
    ("Rates rose 5 percent.", "Rates rose five per cent."),
    ("Rates rose 5%.", "Rates rose 5 per cent."),
    ("A road of 60 kilometres.", "The 60-km road."),
    ("It costs between £86m and £94m.", "It costs between £86 million and £94 million."),
    ("It costs 5 million euros or more.", "It costs 5 to 10 million euros."),
    ("It costs $5 million to $10 million.", "It costs $5-10m."),
    ("Some 1205 came.", "Some one thousand two hundred and five came."),
    ("It won 350,000 votes.", "It won three hundred and fifty thousand votes."),
    ("It paid $3 million.", "It paid US$3 million."),
    ("The third round ended.", "The 3rd round ended."),
    ("One ship came.", "A ship came."),
    ("Two states signed.", "Both states signed."),
    ("Thirty days' notice is given.", "Notice of thirty (30) days is given."),
    ("The two sides met.", "The two sides met in 2024."),
    ("It awarded a $1.32 billion contract.", "It awarded a $1.32 billion\ncontract."),
    ("It covers COVID-19 and the G7.", "It covers COVID-19 and the G7."),
    # dates
    ("The summit was on 12 March 2027.", "The summit was on March 12, 2027."),
    ("The summit was on March 12th.", "The summit was on 12 March."),
    ("The summit was in March 2027.", "The summit was on 2027-03-12."),
    ("The summit was on 12 March.", "The summit, on 12/03/2027."),
    ("It runs from 24 September.", "It runs 24 to 26 September."),
    ("It was on 3 May 2025.", "In 2025 it was on 3 May."),
    ("They met on Thursday.", "They met on Thurs."),
    ("They meet next year.", "They meet in the coming year."),
    ("They meet in spring.", "They meet next spring."),
    # names
    ("Uzbekistan signed.", "The Uzbek minister signed."),
    ("The American envoy left.", "The envoy of the United States left."),
    ("The U.S. envoy left.", "The US envoy left."),
    ("Henick's envoy left.", "HENICK sent an envoy; he left."),
    ("The Ministry of Finance paid.", "The ministry of finance paid."),
    ("Officials agreed on it.", "They agreed on it."),
    ("Negotiations ended.", "Those who negotiate ended."),
    ("Fourteen states agreed.", "14 states agreed."),
    ("The MP Orrin Halloway left.", "Orrin Halloway, the town's MP, left."),
    # negations
    ("The minister did not sign the deal.", "The deal was not signed by the minister."),
    ("The minister did not sign the deal.", "The minister refused to sign the deal."),
    ("The offer was rejected.", "They rejected the offer."),
    ("They turned down the request.", "They rejected the request."),
    ("They accepted the offer.", "They did not reject the offer."),
    ("No deal was reached.", "A deal was not reached."),
    ("The firm cannot pay.", "The firm can't pay."),
    ("The deal will create jobs.", "The deal, which is not binding, will create jobs."),
    ("Spain has not signed.", "Spain has not, the minister said, signed."),
    ("The accord is not binding.", "The accord is non-binding."),
    ("The non-binding accord was signed.", "The non-binding accord was signed."),
    ("Not only Spain but also Italy signed.", "Spain and Italy signed."),
    ("Exports fell 5%.", "Exports declined 5%."),
    ("Article No. 5 applies.", "Article 5 applies."),
    ("At most 5 ships may pass.", "No more than 5 ships may pass."),
    # sureness
    ("Spain signed the deal.", "Spain signed the deal and will ratify it."),
    ("Spain will sign the deal.", "The minister said Spain would sign the deal."),
    ("fund the plant", "Spain offered to fund the plant."),
    ("give a written answer", "You will have a written answer."),
    ("Spain won.", "Spain managed to win."),
    ("Growers reacted.", "Growers were quick to react."),
    ("Spain cut tariffs.", "Spain cut tariffs."),
    ("ask for the signed letter", "Spain asks for the letter."),
    ("", "Anything at all."),
    ("", ""),
]


@pytest.mark.parametrize(("statement", "evidence"), BORNE)
def test_borne_out(statement: str, evidence: str) -> None:
    """A faithful statement in other words is supported."""
    assert unsupported(statement, [evidence]) == []


NOT_BORNE = [
    # numbers
    ("It spends $6 million.", "It spends $5 million.", "number “$6 million”"),
    ("It spends $5 billion.", "It spends $5 million.", "number “$5 billion”"),
    ("It spends €5 million.", "It spends $5 million.", "unit of “€5 million”"),
    ("It spends US$5 million.", "It spends A$5 million.", "unit of “US$5 million”"),
    ("It spends 5 million.", "It spends $5 million.", "unit of “5 million”"),
    ("Rates rose 5 percentage points.", "Rates rose 5 per cent.", "unit of “5 percentage points”"),
    ("Rates rose by 5.", "Rates rose by 5%.", "unit of “5”"),
    ("A road of 60 miles.", "A road of 60 km.", "unit of “60 miles”"),
    ("It takes ten hours.", "It takes ten days.", "unit of “ten hours”"),
    ("Twelve ships came.", "Eleven ships came.", "number “Twelve”"),
    ("One ship came.", "Two ships came.", "number “One”"),
    ("It fell to 5 degrees.", "It fell to -5 degrees.", "number “5 degrees”"),
    ("The second round ended.", "The first round ended.", "number “second”"),
    ("Half of it is paid.", "A quarter of it is paid.", "number “Half”"),
    ("Thousands came.", "Hundreds came.", "number “Thousands”"),
    ("The G20 met.", "The G7 met.", "number “G20”"),
    ("It costs 1.5 euros.", "It costs 15 euros.", "number “1.5 euros”"),
    # dates
    ("It ends by 2030.", "It ends by 2027.", "number “2030”"),
    ("It ends on 13 March.", "It ends on 12 March, when 13 ships come.", "date “13 March”"),
    ("It ends in April.", "It ends in March.", "date “April”"),
    ("It ends in March 2026.", "In 2026 it began; it ends in March 2027.", "date “March 2026”"),
    ("They met on Friday.", "They met on Thursday.", "date “Friday”"),
    ("They meet next year.", "They met last year.", "date “next year”"),
    ("They meet tomorrow.", "They met yesterday.", "date “tomorrow”"),
    ("They meet in autumn.", "They meet in spring.", "date “autumn”"),
    # names
    ("The deal pleased Macron.", "The deal pleased the president.", "name “Macron”"),
    ("Macron signed it.", "The president signed it.", "name “Macron”"),
    ("Kazakhstan signed it.", "Uzbekistan signed it.", "name “Kazakhstan”"),
    ("The Kazakh envoy left.", "The Uzbek envoy left.", "name “Kazakh”"),
    ("It told the US.", "It told us.", "name “US”"),
    ("The WHO knew it.", "The people who knew it.", "name “WHO”"),
    ("Then John Smith left.", "Then John Brown and Mary Smith left.", "“John Smith” is not one name"),
    ("Then Jurgen left.", "Then Jürgen left.", "name “Jurgen”"),
    # negations
    ("Spain will send troops.", "Spain will not send troops.", "negation “not” of the evidence is left out"),
    ("Spain will not send troops.", "Spain will send troops.", "negation “not”"),
    ("Spain never agreed.", "Spain agreed.", "negation “never”"),
    ("Spain has signed.", "Spain has not, the minister said, signed.", "negation “not”"),
    ("They rejected the offer.", "They did not reject the offer.", "negation “rejected”"),
    ("They accepted the offer.", "They rejected the offer.", "negation “rejected”"),
    ("They granted the request.", "They turned down the request.", "negation “turned”"),
    ("They agreed to sign.", "They refused to sign.", "negation “refused”"),
    ("They commented.", "They declined to comment.", "negation “declined”"),
    ("Talks failed.", "Talks succeeded.", "negation “failed”"),
    ("A deal was reached.", "No deal was reached.", "negation “No”"),
    ("It counts without ratification.", "It counts after ratification.", "negation “without”"),
    ("It will send troops and not fund the deal.", "It will not send troops but will fund the deal.", "negation “not”"),
    ("It will not lease ships.", "It will not sell ships but will lease ships.", "negation “not”"),
    ("The accord is binding.", "The accord is non-binding.", "negation “non”"),
    ("They agreed.", "They disagreed.", "negation in “disagreed”"),
    ("Success is likely.", "Success is unlikely.", "negation in “unlikely”"),
    ("Success is unlikely.", "Success is likely.", "negation in “unlikely” added"),
    ("More than 5 ships came.", "No more than 5 ships came.", "compares the other way"),
    ("At least 5 ships came.", "Up to 5 ships came.", "compares the other way"),
    # sureness
    ("Spain signed the deal.", "Spain may sign the deal.", "“signed” is only possible"),
    ("Spain has signed the deal.", "Spain could sign the deal.", "“signed” is only possible"),
    ("Spain has signed the deal.", "Spain plans to sign the deal.", "“signed” is only intended"),
    ("Spain funded the plant.", "Spain offered to fund the plant.", "“funded” is only intended"),
    ("Spain paid for it.", "Spain would pay for it.", "“paid” is only intended"),
    ("Spain bought ships.", "Spain is considering buying ships.", "“bought” is only possible"),
    ("Spain did cut tariffs.", "Spain could cut tariffs.", "“cut” is only possible"),
    ("Spain will sign the deal.", "Spain may sign the deal.", "“sign” is only possible"),
    ("Spain agreed to a cut.", "Spain proposed a cut.", "“agreed” where the evidence only proposes"),
    ("x" * 10_001, "x", "too long"),
]


@pytest.mark.parametrize(("statement", "evidence", "reason"), NOT_BORNE)
def test_not_borne_out(statement: str, evidence: str, reason: str) -> None:
    """A changed number, unit, date, name, negation or sureness is reported with what was changed."""
    reasons = unsupported(statement, [evidence])
    assert any(reason in given_reason for given_reason in reasons), reasons


def test_all_evidence_counts() -> None:
    """What one passage lacks another may hold; without evidence nothing is borne out."""
    statement = "Spain paid 5 million euros in 2024."
    assert unsupported(statement, ["Spain paid 5 million euros.", "That was in 2024."]) == []
    assert unsupported(statement, []) == [
        "number “5 million euros” is not in the evidence",
        "number “2024” is not in the evidence",
        "name “Spain” is not in the evidence",
    ]


def test_allowed_names() -> None:
    """Names of the parties may be used, whole and in part, but not mixed."""
    evidence = ["He signed it."]
    assert unsupported("Jonathan Henick signed it.", evidence, allowed_names=["Jonathan Henick", "Uzbekistan"]) == []
    assert (
        unsupported("Henick of Uzbekistan signed it.", evidence, allowed_names=["Jonathan Henick", "Uzbekistan"]) == []
    )
    mixed = unsupported("It was Jonathan Smith.", ["It was he."], allowed_names=["Jonathan Henick", "Mary Smith"])
    assert mixed == ["“Jonathan Smith” is not one name in the evidence"]


def test_refused_statement() -> None:
    """What somebody refused to do may be named without the refusal, when the caller says so."""
    evidence = ["Sierra Leone refused a request to add tuna to the list."]
    assert unsupported("add tuna to the list", evidence) == ["negation “refused” of the evidence is left out"]
    assert unsupported("add tuna to the list", evidence, refused=True) == []
    assert unsupported("add cod to the List of Rome", evidence, refused=True) == ["name “Rome” is not in the evidence"]


def test_each_reason_is_given_once() -> None:
    """A number that is wrong twice is reported once."""
    assert unsupported("5 of 5", ["6"]) == ["number “5” is not in the evidence"]


_WORDS = st.sampled_from(
    """the The minister will not reject an offer of $5 million - five to ten per cent 12 March 2027 next spring
    Uzbekistan Uzbek U.S. US us Henick’s Mr. no never without , . ; and but refused declined sign signed may
    could first First third twelve 3rd 1,000 1 000 G7 COVID-19 non-binding unlikely more than up at least one
    two thousand half Monday Sun May 5% €5m A$5 10:30 “ ” ( ) – — MoU I O'Brien McDonald failed ban turned down
    is was be been a hundred 1990s 2025-03-12 3/4/2025 yesterday which if or deny can't all""".split()
)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80) | st.lists(_WORDS, max_size=25).map(" ".join))
def test_a_text_bears_itself_out(text: str) -> None:
    """Whatever a text says, it is supported by the same words."""
    assert unsupported(text, [text]) == []


_PLAIN = st.lists(
    st.sampled_from(
        "the minister officials talks sign signed deal accord ports on with fund ships 5 2027 Spain".split()
    ),
    min_size=3,
    max_size=15,
)


@settings(max_examples=200, deadline=None)
@given(_PLAIN, st.data())
def test_an_added_number_name_or_date_is_reported(words: list[str], data: st.DataObject) -> None:
    """A number, name or date that the evidence lacks is found wherever it is put."""
    foreign = data.draw(st.sampled_from(["6", "2030", "$5", "6%", "Macron", "Kazakhstan", "UNESCO", "June", "Tuesday"]))
    at = data.draw(st.integers(1, len(words)))
    assert unsupported(" ".join([*words[:at], foreign, *words[at:]]), [" ".join(words)]) != []


@settings(max_examples=200, deadline=None)
@given(_PLAIN, st.data())
def test_an_added_or_dropped_negation_is_reported(words: list[str], data: st.DataObject) -> None:
    """One negation more or less than the evidence is found wherever it stands before a word that says something."""
    at = data.draw(st.integers(0, len(words) - 1))
    cue = data.draw(st.sampled_from(["not", "never", "no", "without", "cannot", "refused to"]))
    negated = " ".join([*words[:at], cue, "send", *words[at:]])
    affirmed = " ".join([*words[:at], "send", *words[at:]])
    assert unsupported(negated, [affirmed]) != []
    assert unsupported(affirmed, [negated]) != []


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "not ",
        "1,",
        "A ",
        "to ",
        ", not ",
        "no more than 5 ",
        "5 to ",
        "March 5 ",
        "U.",
        "A-1",
        "hundred ",
        "\n \n",
        "United States of ",
    ],
)
def test_hostile_text_takes_no_longer(unit: str) -> None:
    """Evidence that repeats itself is read in seconds."""
    text = unit * (100_000 // len(unit))
    begun = time.process_time()
    unsupported(text[:10_000], [text])
    assert time.process_time() - begun < 15
