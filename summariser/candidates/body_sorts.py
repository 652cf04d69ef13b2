"""What sort of body a name or a noun tells: company, union, council."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summariser.candidates.entities import Entity

__all__ = ["sort_of_noun", "sorts_of"]

_SORTS = {
    word: sort
    for sort, words in {
        "company": """ltd limited plc inc corp corporation company co llc gmbh ag sa ab as oy nv bv spa srl group
            holdings industries pvt pty bhd kk airlines airways energy power motors foods mining minerals shipping
            lines logistics systems technologies steel textiles pharmaceuticals homes properties estates
            plantations""",
        "union": "union unions federation syndicate workers trade brotherhood guild association alliance confederation",
        "council": "council city county district town borough municipality parish village commune prefecture",
        "ministry": "ministry department secretariat office directorate treasury cabinet government bureau",
        "agency": "agency authority service commission board inspectorate regulator administration registry",
        "bank": "bank fund lender credit",
        "committee": "committee inquiry panel tribunal court parliament assembly senate chamber",
        "school": """university school college institute academy faculty hospital clinic museum library trust foundation
            society""",
        "outlet": """gazette times tribune herald courier news chronicle telegraph advertiser bulletin inquirer dispatch
            sentinel observer journal weekly review magazine press radio tv television messenger reporter newspaper
            broadcasting""",
        "club": "club team cooperative co-operative network coalition movement party campaign",
    }.items()
    for word in words.split()
}


def sorts_of(entity: Entity) -> frozenset[str]:
    """The sorts that the words of its names tell; none for a name that tells nothing."""
    words = (word for name in entity.names for word in name.lower().replace(".", " ").split())
    return frozenset(sort for word in words if (sort := _SORTS.get(word)))


def sort_of_noun(noun: str) -> str | None:
    """The sort that a common noun tells: "ministry" for "department"; None for most."""
    return _SORTS.get(noun)
