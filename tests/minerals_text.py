"""A text with the typography that claims to be verbatim trip over."""

from __future__ import annotations

SOURCE = """HENICK AND UZBEKISTAN SIGN MINERALS PACT
TASHKENT, June 3 — Today the minister said the government will raise taxes on energy firms by 2027, Reuters wrote.
Notice was given on Monday. “We’re thrilled,” Ms. Smith said, “to sign this non-binding infor-
mation accord — worth $4.5 million — with the U.S. government.”
It is not final. We can't wait; it was the ﬁnal, “well-
known” offer… and 1 000 people came. The so-called “café deal” fell to -5°C, by 5-10% a year.
The board refused to sell the ships. It agreed to lease the docks. Jürgen and Smith-Jones left. The US-led plan won."""
