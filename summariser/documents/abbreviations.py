"""Words that end in a full stop without ending a sentence, and words that begin one; all in lower case, no stop."""

from __future__ import annotations

__all__ = [
    "AMBIGUOUS",
    "BEFORE_NAME",
    "BEFORE_NUMBER",
    "COMPANY_FORMS",
    "CONNECTING",
    "LETTERED",
    "MONTHS",
    "REPORTING",
    "STARTERS",
    "WEEKDAYS",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_NAME = _words(
    "mr mrs ms mx messrs mme mlle dr drs prof profs rev revd hon rt h.e gov govs sen sens rep reps gen brig col lt "
    "maj capt cmdr cpl sgt adm vice-adm pres amb supt insp det fr br sr mt ft sts msgr atty sec.-gen dep asst lieut "
    "pvt ens hrh h.r.h mgr dir min nat natl intl sri shri smt tmt thiru adv er cllr cr ald "
    "clr engr barr arch sqn plt capts cols"
)
"""A name follows: "Mr. Lee"."""

BEFORE_NUMBER = _words(
    "no nos art arts para paras par sub-para sec secs sect ch chap cl cls fig figs eq eqs p pp pg pgs vol vols ed eds "
    "tel ext reg regs cap pt pts sched app n nr est b d fl ver v rs ps bldg apt ste rm lot item stat ref"
)
"""A number or a letter in brackets follows: "Art. 3"."""

CONNECTING = _words(
    "cf vs v viz approx ca c i.e e.g ie eg incl excl esp resp ibid op circa ph.d b.sc m.sc d.phil a.k.a fed avg max"
)
"""The sentence goes on, whatever follows: "cf. Annex II"."""

AMBIGUOUS = _words(
    "inc ltd pte pty co corp llc plc gmbh bros cos jr sr esq etc al cit st ave blvd rd hwy dept univ assn inst comm "
    "cttee govt ml kg km cm mm ft in lb lbs oz hr hrs mo mos yr yrs mins sq "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass mich minn miss mont neb nev okla ore pa penn tenn "
    "tex va vt wash wis wyo ont que"
)
"""The sentence may go on or end: "Acme Inc. said", "sold to Acme Inc. The price"."""

COMPANY_FORMS = _words("inc corp ltd co llc plc group")
LETTERED = _words(
    "annex appendix schedule exhibit article section part plan option group type vitamin class grade team phase zone "
    "table figure chapter form category hepatitis"
)
"""A single capital letter after one of these is a label, not an initial: "Annex B."."""

MONTHS = _words(
    "jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september "
    "october november december"
)
WEEKDAYS = _words("mon tue tues wed thu thur thurs fri sat sun")

STARTERS = _words(
    "the a an he she it they we you i this that these those there here his her its their our my such "
    "in on at by for from with under after before when while if as during since until although though because despite "
    "but and so yet or nor however meanwhile then thus still instead moreover "
    "no nobody none not nothing some many most each every all both neither either another other others several "
    "what who why how where which whether is are was were do does did has have had can could would should "
    "asked according also now today yesterday later earlier officials analysts critics"
)
"""Seen after an abbreviation, these begin a new sentence. Names, and words that are also names, are left out."""

REPORTING = _words("said says asked asks added adds told replied cried wrote remarked noted answered warned shouted")
"""Verbs that attribute a question or an exclamation to whoever is named before them."""
