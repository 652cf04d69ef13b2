"""Forms of the verbs that bind by being said, each with its sort and its lemma."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.candidates.complement import Kind

__all__ = ["FORMS", "GERUNDS"]

_VERBS: tuple[tuple[Kind, str, str], ...] = (
    ("commit", "agree", "agree agrees agreed"),
    ("commit", "agree", "consent consents consented volunteer volunteers volunteered contracted elected"),
    ("commit", "pledge", "pledge pledges pledged"),
    ("commit", "promise", "promise promises promised"),
    ("commit", "undertake", "undertake undertakes undertook undertaken swear swears swore sworn"),
    ("commit", "undertake", "covenant covenants covenanted engages"),
    ("commit", "vow", "vow vows vowed"),
    ("commit", "commit", "commit commits committed bind binds bound oblige obliges obliged obligates obligated"),
    ("commit", "require", "requires compels calls called"),
    ("commit", "pledge", "earmark earmarks earmarked ring-fenced allocated allocates"),
    ("commit", "target", "set sets"),
    ("commit", "threaten", "threaten threatens threatened"),
    ("commit", "break", "broke broken breached reneged"),
    ("commit", "forbid", "forbids prohibits bars"),
    ("commit", "guarantee", "guarantee guarantees guaranteed"),
    (
        "plan",
        "plan",
        "plan plans planned intend intends intended decided resolved opted voted arranged prefers preferred chose",
    ),
    ("offer", "offer", "offer offers offered propose proposes proposed"),
    ("offer", "lay", "put puts lay laid"),
    ("offer", "float", "float floats floated table tables tabled moot mooted suggests suggested"),
    ("refuse", "refuse", "refuse refuses refused"),
    ("refuse", "decline", "decline declines declined"),
    ("refuse", "reject", "reject rejects rejected spurn spurns spurned rebuff rebuffs rebuffed veto vetoes vetoed"),
    ("refuse", "dismiss", "dismiss dismisses dismissed resists resisted denied denies"),
    ("renew", "renew", "repeat repeats repeated reaffirm reaffirms reaffirmed renew renews renewed recommitted"),
    ("renew", "renew", "reiterate reiterates reiterated restate restates restated recommit recommits"),
    ("renew", "confirm", "confirm confirms confirmed reconfirmed"),
    ("keep", "keep", "kept honoured honored fulfilled"),
    (
        "withdraw",
        "withdraw",
        "withdraws withdrew withdrawn withdrawing dropped drops abandoned abandons scrapped scraps",
    ),
    ("withdraw", "withdraw", "reversed reverses overturned overturns retracted retracts rescinded rescinds"),
    ("withdraw", "withdraw", "shelved shelves cancelled canceled ditched axed"),
    ("withdraw", "withdraw", "revoked revokes repudiated jettisoned mothballed dropping abandoning scrapping shelving"),
    ("accept", "accept", "accept accepts accepted"),
    ("grant", "grant", "grants warrants"),
    ("light", "make", "make makes made give gives gave given issued announced unveiled furnished provided"),
    (
        "light",
        "sign",
        "signed signs struck strikes reached reaches sealed seals inked initialled initialed concluded concludes",
    ),
    ("light", "approve", "approve approves approved adopt adopts adopted"),
    ("light", "get", "won secured obtained extracted received got"),
    ("gift", "come", "came comes"),
)

FORMS: dict[str, tuple[Kind, str]] = {form: (kind, lemma) for kind, lemma, forms in _VERBS for form in forms.split()}
"""Verb forms that may bind: the sort of verb and its lemma."""

_GERUNDS: tuple[tuple[Kind, str, str], ...] = (
    ("commit", "pledge", "pledging"),
    ("commit", "promise", "promising"),
    ("commit", "undertake", "undertaking"),
    ("commit", "commit", "committing"),
    ("offer", "offer", "offering proposing"),
    ("refuse", "refuse", "refusing"),
    ("refuse", "decline", "declining"),
    ("refuse", "reject", "rejecting"),
    ("renew", "renew", "repeating reaffirming renewing reiterating"),
)
GERUNDS = {form: (kind, lemma) for kind, lemma, forms in _GERUNDS for form in forms.split()} | dict.fromkeys(
    "withdrawing dropping abandoning scrapping shelving".split(), ("withdraw", "withdraw")
)
"""The same in the progressive: "is offering to"."""
