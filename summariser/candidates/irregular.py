"""Past tenses that do not end in -ed."""

from __future__ import annotations

__all__ = ["IRREGULAR_PARTICIPLES", "IRREGULAR_PAST", "NOT_PAST", "NO_ACT_PARTICIPLES", "is_participle"]

IRREGULAR_PAST = frozenset(
    """arose awoke bade bore beat became began bent bet bit bled blew bought bound bred broke brought built burnt came
    caught chose clung cost crept cut dealt did drank drew drove dug ate fed fell felt fled flew forbade foresaw forgot
    forgave fought found froze gave got grew ground had heard held hid hit hung hurt kept knelt knew laid lay led left
    lent let lit lost made meant met outbid outdid overcame overtook paid proved put quit ran rang read rebuilt repaid
    reran rewrote rode rose said sang sank sat saw sent set shed shone shook shot showed shrank shut slept slid sold
    sought spelt spent split spoke sprang spread stole stood struck strove stuck stung swam swept swore swung taught
    thought threw told took tore trod underwent understood undertook undid upheld was went wept were withdrew withheld
    withstood woke won wore wound wove wrote""".split()
)
"""Past tenses; some of them are also base forms or nouns."""

IRREGULAR_PARTICIPLES = frozenset(
    """beaten begun bent bitten blown borne bought bound broken brought built burnt caught chosen cut dealt done drawn
    driven drunk dug eaten fed fought found forbidden frozen given ground held hidden hit hung hurt kept laid led left
    lent let lit lost made met mown overcome overtaken overseen paid put read rebuilt redone redrawn repaid resold
    ridden rerun rewritten run seen sent set sewn shaken shed shot shown shrunk shut sold sought sown spent split
    spoken spread stolen struck sung sunk swept sworn taken taught told thrown torn undertaken undone unwound upheld
    withdrawn withheld won worn wound woven written""".split()
)
"""Participles of verbs that do not end in -ed."""

NOT_PAST = frozenset("need feed bleed seed proceed succeed exceed speed breed heed weed embed shed".split())
"""Base forms that end like a past tense."""

NO_ACT_PARTICIPLES = frozenset(
    """affected amazed annoyed based believed blamed bored born caught compared concerned confused considered
    damaged deemed defeated delighted disappointed done embarrassed excited expected feared felt forced forgotten
    forgiven frightened found frustrated heard hit hurt impressed inclined intended interested involved judged killed
    known left liked linked located lost loved missed needed noticed obliged owed pleased prepared proved proven
    reached regarded related remembered required said satisfied seen shocked situated spared surprised tempted thought
    tired told touched troubled understood upset urged viewed wanted watched welcomed worried
    bound forced allowed rewarded punished ruined stuck torn
    relieved thrilled ashamed bereaved exhausted injured scared hurt heartened reassured encouraged dismayed
    chaired headed led joined attended followed represented accompanied marked held heard mentioned discussed
    debated""".split()
)
"""Participles of what is felt, thought or merely happens: nobody sees to it."""


def is_participle(low: str) -> bool:
    """Whether a word may be a past participle."""
    return low in IRREGULAR_PARTICIPLES or (low.endswith("ed") and low not in NOT_PAST)
