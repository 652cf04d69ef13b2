"""Whether a name of unknown kind is a person's or a body's, told by the words beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summariser.candidates.given_names import COMMON_WORDS_TOO, GIVEN_NAMES
from summariser.candidates.kin import is_heard, is_relative
from summariser.candidates.lexicon import BODY_NOUNS, PARTICLES, PLACED
from summariser.candidates.ordinary import is_ordinary
from summariser.candidates.participation import governs_itself, speaks
from summariser.candidates.whereabouts import is_place, preceded

if TYPE_CHECKING:
    from summariser.candidates.entity import Entity

__all__ = ["body_role", "is_given", "settle_kind"]

_NOUN = "|".join(sorted((re.escape(noun) for noun in BODY_NOUNS), key=len, reverse=True))
_BODY_AFTER = re.compile(
    rf"(?:\s*\([^()]{{0,60}}\)){{0,2}},\s+(?P<words>(?:an?|the|its|our|their|"
    rf"\w+[’']s?)\s+(?:(?!(?:at|of|for|from|with|in|by|to|who|whose)\s)[\w’'-]+\s+){{0,4}}?(?:{_NOUN})(?:\s+(?:of|for|with|that|which|based|owned|"
    rf"in)\b(?:[^,.;:()“”\"—]|,(?=\d)){{0,60}})?)(?=[,.;:()—]|$)",
    re.IGNORECASE,
)
_BODY_BEFORE = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur)\s+|[’']s?\s+|"
    rf"^)(?P<words>(?:[a-z][\w’'-]*\s+){{0,2}}(?:[a-z]+-)?(?:{_NOUN}))"
    r"(?:\s+|,\s+(?:the\s+)?)$"
)
_BODY_OPENS = re.compile(rf"(?:^|\n|[.!?”\"’]\s)\s*(?P<words>[A-Z][a-z-]+\s(?:[a-z-]+\s)?(?:[a-z]+-)?(?:{_NOUN}))\s+$")
_MAKER = re.compile(
    r"\b(?P<words>(?:[a-z]+(?:-[a-z]+)?\s)?(?:giant|maker|manufacturer|retailer|airline|operator|insurer|lender|"
    r"brokerage|newspaper|"
    r"broadcaster|start-up|startup|carmaker|drugmaker|shipper|utility|conglomerate))\s+$"
)
_BODY_OWNS = re.compile(
    r"[’']s?\s+(?:[a-z]+\s+){0,2}(?:board|shareholders|directors|chief\s+executive|managers?|management|"
    r"headquarters|shares|"
    r"workforce|employees|customers|factory|factories|plants?|mill|members|trustees|inspectors|president|"
    r"chairman|chairwoman|chairperson|chair|branch(?:es)?|staff|subsidiary|spokes\w+|drivers|depots?|stores|charter|"
    r"bylaws|patrons?|treasurer|secretary|general\s+secretary|director)\b"
)
_OF_BODY_AFTER = re.compile(
    r"\s+(?:shareholders?|shares|employees|workers|staff|spokes\w+|drivers|members|trustees|executives?|officials?|"
    r"representatives?|customers|headquarters|subsidiary|volunteers|boss|(?:vice-)?(?:chairman|chairwoman|president)|"
    r"chief\s+executive|CEO|CFO|founder|bosses|lawyers?|engineers?|analysts?|economist|sources?|coach|captain|goalkeeper|keeper|striker|midfielder|defender)\b"
)
_OF_BODY_BEFORE = re.compile(
    r"\b(?:chairs|heads|leads|runs|founded|co-founded|works\s+for|worked\s+for|employed\s+by|volunteers?\s+(?:for|with)|"
    r"spokes\w+\s+(?:for|at|of)|(?:analyst|economist|researcher|scientist|lawyer|counsel|consultant|strategist|broker|engineer|"
    r"fellow|partner|executive)\s+(?:at|with|for)|represent(?:s|ed|ing)|(?:members?|trustees?|patrons?|employees|shareholders?|chair\w*|leaders?|conven\w+|director|president|treasurer|"
    r"secretary|head|founder|manager|boss|representatives?)\s+(?:of|from|at)|shares\s+in|on\s+behalf\s+of|"
    r"(?:grants?|donations?|payments?|contract|tender|application|money|sum|cheque|check|award)\s+(?:to|by|from|of|with)|"
    r"(?:awarded|paid|granted|promised|pledged|given|donated|owed)\s+to)\s+(?:the\s+)?$"
)
_POLITY = re.compile(r"(?:[A-Z]\w+\s){0,2}(?:Republic|Kingdom|Principality|Sultanate|Emirate)\sof\s[A-Z]")
_INNER_CAPITAL = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")
_PREFIXED = re.compile(r"(?:Mac|Mc|Mhic|Fitz|De|Di|Du|Da|La|Le|Van|Von|Ap|Ó|O|Ní|St)[A-ZÀ-Þ]")
_OPENING = re.compile(r"(?:^|[.?!:;“”\"‘(•*|\n-])\s*$")
_HUMAN = re.compile(r"\b(?:who|he|she|his|her|himself|herself)\b")
_WHICH = re.compile(r",\s+which\b")
_KIND_AFTER = re.compile(
    r"\s+(?:union|party|group|company|agency|bank|airline|newspaper|charity|cooperative|co-operative|campaign|"
    r"movement|alliance|coalition|consortium|team|foundation|trust|committee|chain|brand|network)\b"
)
_OWNS_PERSON = re.compile(
    r"[’']s?\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,2},?\s+(?:said|says|told|added|asked|offered|agreed|promised|called|warned|"
    r"insisted|replied|argued|wrote|signed|confirmed|announced)\b"
)
_PERSON_AFTER = re.compile(
    r",\s+(?:both|all)\s+(?:of|from)\b|"
    r",?\s+(?:[QK]C|SC|MP|MSP|MEP|MLA|TD|MBE|OBE|CBE|PhD|DPhil|MD|Esq|JP|RN|FRS|FRCS)\b|"
    r",\s+(?:who|whose|whom|aged)\b|,\s+\d{2}(?=[,.;)\s])|\s+who\b"
    r"|,?\s+(?:told|asked|replied|wrote|writes|testified|recalled|conceded|joked|quipped)\b"
    r"|\s+(?:was|is)\s+(?:appointed|elected|born|sworn|named|re-elected|his|her)\b|\s+(?:himself|herself)\b|"
    r",\s+(?:his|her|my|their)\s",
)
_PERSON_BEFORE = re.compile(
    r"(?:\b(?:said|added|asked|told|replied|says|wrote|married)|\b(?:man|woman|boy|girl|child|person|somebody|someone|"
    r"resident|father|mother|friend|colleague|worker|driver|nurse|teacher|farmer)\s(?:named|called)|"
    r"\b(?:his|her|my|[’']s)\s(?:full\s|real\s)?name\s(?:is|was)|\b(?:his|her|my|our|whose|"
    r"[’']s)\s(?:[a-z-]+\s){0,2}(?:mother|father|"
    r"sister|brother|wife|husband|son|daughter|cousin|uncle|aunt|nephew|niece|grandmother|grandfather|friend|"
    r"colleague),)\s+$",
    re.IGNORECASE,
)
_DOES_AS_PERSONS = re.compile(
    r"\s+(?:(?:just|only|simply|then|\w+ly)\s+)?(?:shrug|nod|smile|laugh|grin|wince|sigh|frown|blush|chuckle|giggle|pause|kneel|"
    r"lean|squint|grimace|weep|cry)(?:ged|ded|d|ed|s)?\b|\s+(?:wept|cries|cried|knelt|(?:said|says)\s+of\s+(?:his|her)\s)"
)
_HE_NEXT = re.compile(  # "Bo Ek left early. “We are late,” he said." with no other name between
    r"(?:,[^,.;A-Z“”\"\n]{1,60},)?\s[a-z][^.!?“”\"A-Z\n]{0,120}[.!?]\s+(?:[“\"‘][^“”\"\n]{1,300}[”\"’]\s+)?(?:[Hh]e|[Ss]he)\b"
)
_THE = re.compile(r"\b(?:the|a|an|this)\s+$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!No\.\s)(?<!No\s)(?<!number\s)(?<!\d)\d\w*[ \t]$")  # "12 Hale Road", but "No. 2 Ana Reis"
_OF = re.compile(r"\b(?:of|at|from|with|for|in|by)\s+(?:the\s+)?$")
_PLACE_OPENS = frozenset(
    """Puerto San Santa Santo São Saint St Port Fort Mount Lake New Villa Nueva Nuevo El Los Las La Le Les Al Ciudad
    Bad""".split()
)
_TRADES = frozenset("Air Foods Ferries Buses Trains Gas Oil International".split())  # behind the name of a body
_AFTER = 160
_SAMPLE = 12  # mentions looked at
_NEAR = 60
_SHORTEST_BARE = 3  # letters
_FEWEST_SURE = 3  # words of a name that a first name shows to be a person's, though it is a common word too
_LONGEST_PERSON = 5  # words


def settle_kind(text: str, entity: Entity) -> None:
    """Give an entity of unknown kind its kind, and a body its role, where the words beside one of its mentions tell."""
    spans = entity.spans[:_SAMPLE]
    if _POLITY.match(entity.name) and speaks(text, entity):
        entity.kind = "state"  # `the Republic of Hale` that signs or pays
        return
    for start, end in spans:
        after = _BODY_AFTER.match(text, end, end + _AFTER)
        before = _body_before(text, start)
        if _KIND_AFTER.match(text, end) and preceded(text, start, _THE, 8):
            entity.kind = "organisation"
            return
        if after or before:
            entity.kind = "organisation"
            found = after["words"] if after else before
            entity.role = entity.role or _plain(found or "")
            return
    if _is_relative(text, entity):
        entity.kind = "person"
    elif _is_body_beside(text, entity):
        entity.kind = "organisation"
    elif _is_person(text, entity):
        entity.kind = "person"


def _is_relative(text: str, entity: Entity) -> bool:
    """`their son Ivo`, `Ida, 31,`: somebody who may have a first name only, and is heard."""
    return _personal(entity.name.split()) and any(
        is_relative(text, start, end) and is_heard(text, start, end) and not is_place(text, start)
        for start, end in entity.spans[:_SAMPLE]
    )


def _is_body_beside(text: str, entity: Entity) -> bool:
    """Whether what belongs to a name, whom it has or what it is given shows that it is a body's."""
    if entity.name.split()[-1] in PLACED and (governs_itself(text, entity) or speaks(text, entity)):
        return True
    spans = entity.spans[:_SAMPLE]
    if _surname(entity):
        return False
    has_person = any(_OWNS_PERSON.match(text, end) for _, end in spans)
    if has_person or is_given(entity.name):
        return has_person
    owns = any(
        _BODY_OWNS.match(text, end, end + _AFTER) or _OF_BODY_AFTER.match(text, end, end + 30) for _, end in spans
    )
    if owns or " " not in entity.name:
        return owns or (_is_bare_name(text, entity) and speaks(text, entity))
    if (
        _is_brand(entity.name)
        or entity.name.split()[-1] in _TRADES
        or any(preceded(text, start, _OF_BODY_BEFORE, 40) for start, _ in spans)
    ):
        return True
    which = any(_WHICH.match(text, end) and not is_place(text, start) for start, end in spans)
    articled = any(preceded(text, start, _THE, 8) for start, _ in spans)
    return (which or articled) and speaks(text, entity)


def _is_person(text: str, entity: Entity) -> bool:
    words, spans = entity.name.split(), entity.spans[:_SAMPLE]
    articled = any(preceded(text, start, _THE, 8) for start, _ in spans)
    if words[0] in _PLACE_OPENS:
        return False  # `Puerto Montt`
    if articled or not _personal(words) or preceded(text, spans[0][0], _NUMBER, 8):
        return False
    if _surname(entity):
        return True
    beside = len(words) > 1 and any(_person_beside(text, *span) for span in spans)
    # `in Oslo, Ingrid Bøe …` tells where, and then who
    placed = all(is_place(text, start) and text[start - 2 : start] != ", " for start, _ in spans)
    return beside or (is_given(entity.name) and not placed)


def _is_bare_name(text: str, entity: Entity) -> bool:
    """Whether a single word names somebody who is never called otherwise: persons have a full name or a title once."""
    word, spans = entity.name, entity.spans[:_SAMPLE]
    if _is_brand(word):
        return True
    if all(preceded(text, start, _OPENING, 4) for start, _ in spans):
        return False  # "Locals said …"
    if any(_HUMAN.search(text, end, end + _NEAR) for _, end in spans):
        return False
    return not entity.aliases and not is_ordinary(word) and word not in GIVEN_NAMES and len(word) > _SHORTEST_BARE


def _is_brand(name: str) -> bool:
    """`BabyTree Asia`: a capital inside a word, which names of persons have behind a prefix only."""
    return any(_INNER_CAPITAL.search(word) and not _PREFIXED.match(word) for word in name.split())


def is_given(name: str) -> bool:
    """Whether a name of two to five words begins with a first name: `Tendai Okoro`, not `Grace Period`."""
    words = [word for word in name.split() if len(word.strip(".")) > 1]
    if not 1 < len(words) <= _LONGEST_PERSON:
        return False
    first = words[0] if words[0] in GIVEN_NAMES else words[0].split("-")[0]
    common = first in COMMON_WORDS_TOO and words[-1] not in GIVEN_NAMES and len(words) == _FEWEST_SURE - 1
    return first in GIVEN_NAMES and not common


def body_role(text: str, entity: Entity) -> tuple[str, int] | None:
    """The words beside a mention that tell what a body is, and where they stand: `the charity X`, `X, a bank`."""
    for start, end in entity.spans[:_SAMPLE]:
        after = _BODY_AFTER.match(text, end, end + _AFTER)
        if after:
            return _plain(after["words"]), after.start("words")
        window = text[max(0, start - 70) : start]
        before = _BODY_BEFORE.search(window) or _BODY_OPENS.search(window)
        if before:
            return _plain(before["words"]), start - len(window) + before.start("words")
    return None


def _body_before(text: str, start: int) -> str | None:
    window = text[max(0, start - 70) : start]
    match = _BODY_BEFORE.search(window) or _BODY_OPENS.search(window) or _MAKER.search(window)
    return match["words"] if match else None


def _plain(words: str) -> str:
    folded = " ".join(words.split())
    return re.sub(r"^(?:the|its|our|their)\s+", "", folded, flags=re.IGNORECASE)


def _surname(entity: Entity) -> bool:
    """Whether the last word alone stands for it, as of persons."""
    words = entity.name.split()
    return len(words) > 1 and words[-1] in entity.aliases


def _personal(words: list[str]) -> bool:
    if not 1 <= len(words) <= _LONGEST_PERSON:
        return False
    if any(len(word) > 1 and word.isalpha() and word.isupper() for word in words) and not all(map(str.isupper, words)):
        return False  # `CNN World`
    return all(word[0].isupper() or word in PARTICLES for word in words) and not any(
        c.isdigit() for c in "".join(words)
    )


def _person_beside(text: str, start: int, end: int) -> bool:
    if is_place(text, start):
        return False
    if (
        _PERSON_AFTER.match(text, end, end + _AFTER)
        or _DOES_AS_PERSONS.match(text, end, end + _AFTER)
        or (preceded(text, start, _OPENING, 4) and _HE_NEXT.match(text, end, end + 4 * _AFTER))
    ):
        return not preceded(text, start, _OF, 10)
    return preceded(text, start, _PERSON_BEFORE, 60)
