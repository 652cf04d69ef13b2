"""Ends of sentences inside a paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser.documents.boundaries import MAX_SENTENCE_CHARS, sentence_ends

# One line each; " | " stands where a sentence ends.
LINES = """
The U.S. Senate voted on Monday. | It was close.
He moved to the U.S. | She stayed in Ghana.
U.S. President Ann Lee met Mr. Ho. | They spoke for an hour.
The E.U.-U.S. accord took effect at 12 a.m. on Sept. 1. | Few noticed.
A meeting of the G.C.C. States was held. | It failed.
He lives in Washington, D.C. | She lives in Rome.
The treaty was signed by J. R. Smith and A. B. de Vries. | Nobody else signed.
Prime Minister K. P. Oli flew to St. Petersburg on Jan. 5. | He met Sen. B. Rao there.
The claim was made by Charles I. | He died.
She joined Vitamin C. | Then she left.
The parties met; cf. Annex B. | Annex C is empty.
Lt. Col. Ann Ray and Maj. Gen. Bo Ek met. | They agreed.
The Rt. Hon. Lord Smith and H.E. Ali Khan spoke. | Peers listened.
MR. LEE OBJECTED. | NOBODY ELSE DID.
See No. 5 of the annex. | It lists fees.
Nos. 3 and 4 were rejected. | No. was his answer.
Art. 3 binds the Parties. | Art. 4 does not.
Under Art. 3 para. 2(b) the Supplier pays. | Nothing else is due.
The Buyer (see cl. 8.1) shall pay EUR 1.200,50. | The Seller shall deliver.
Under 42 U.S.C. § 1983, suits may be filed. | Few are.
See pp. 12-14 and fig. 3. | They show it.
Revenue rose 3.5 per cent to $1.5bn. | Costs fell.
The fund holds €2bn. | €1bn is pledged.
They raised $3m. | Then £4m. | Then €5m.
Turnover was £3.2m. in 2020 and £4m. in 2021. | It grew.
The figure is $4.2 billion. | Donors gave $3.1 billion.
Add 5 ml. of water. | Stir.
He was born in 1950. | His wife in 1951.
The vote was 5 to 3. | Ghana abstained.
It grew in 2024. | 2025 was worse.
The law of 12. March is old. | It binds.
PORT ELSINGER, Minn., Oct. 14, 2025 -- Tamarack ended talks on Tuesday. | It gave no reason.
The deal lapses on Oct. 31. | That exclusivity is over.
Fees (incl. taxes, etc.) are due on 1 May. | Late fees apply.
We met on Mon. and Tue. only. | Wed. was free.
It rained in Jan. | Snow came in Feb.
They sell fruit, e.g. apples, i.e. Malus domestica, etc. | They also sell wine.
The talks ended at 5 p.m. | Nobody spoke.
The ship left at 10 a.m. Friday. | It sank.
Acme Inc. said it would pay. | It was sold to Acme Inc. | The price was not given.
The Company, Ltd. was dissolved. | Its assets went to Foo Ltd. | That firm failed.
Yahoo! Inc. was sold. | Nobody cared.
Visit www.example.org for more. | Version 2.0.1 is out. | Get it now!
He died of cancer. | Doctors were silent.
The delegation flew to Tonga. | King Tupou received it.
They met. | Ministers smiled.
he left early. | then she came. | nobody minded.
iPhone sales fell. | iPad sales rose.
We waited... | Then it rained.
He said … nothing. | She left.
We waited ... and it rained.
What?! | No way!! | Is it true? | Yes.
“We will build for the future.” | He said no more.
“We will build. | We will not stop,” said Rosa Quispe Mamani, the minister.
"This is not a gift," said Ms. Quispe. | "It is the price of being neighbors."
"There is no villain here." | Marcus Thibodeaux added that it would not.
“Who will pay?” she asked. | Nobody answered.
“Who will pay?” Rosa Quispe asked. | Nobody answered.
“Who will pay?” Ms Quispe told the council. | Nobody answered.
“Who will pay?” Rosa Quispe said in a letter. | Nobody answered.
“Who will pay?” | Rosa Quispe told members that it was late.
She asked, “Who will pay?” | Nobody answered.
“Enough!” the minister cried. | The hall fell silent.
“I will clap.” the fisher said. | Then he left.
“It is done.” – Rosa Quispe. | That was all.
“Really?” | “Yes.”
Was it “theft”? | Managers disagreed.
‘The accounts cannot be relied upon,’ she wrote, ‘and I expect no better.’ | She is right.
He told me, "Madame, the world has seen your roof.'" | It is only a picture.
He agreed (she did not.). | It was long.
(The text is annexed.) | It is long.
“We agree.”[1] | They left.[2] | Nobody stayed.
They agreed.1 | It was done.
Il a dit : « Oui. » | Elle est partie.
1. The Parties shall meet annually. | They may invite others.
(a) Each Party shall report. | (b) Each Party shall pay.
§ 4.2 The Supplier shall deliver. | Delay is a breach.
Article 7. The Ministers may invite others. | They need not.
CHAIR: Thank you. | The next item is water.
Mr. LINDQVIST. We lowered the threshold. | It worked.
The CHAIRWOMAN. Take your time, Mayor.
Senator HUANG. Thank you. | Ms. Achterberg, who wrote it?
Lot 1 ...... 1-20 October 2026
(Relief Ledger/T. Andria)
这是一个句子。 | 这是另一个。
Hello 😀. | Bye 😀!
""".strip().splitlines()


def _split(text: str) -> list[str]:
    starts = [0, *sentence_ends(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


@pytest.mark.parametrize("line", LINES)
def test_sentences_of_a_line(line: str) -> None:
    """Each line is cut where its sentences end, and nowhere else."""
    sentences = line.split(" | ")
    assert _split(" ".join(sentences)) == sentences


def test_full_width_stop_needs_no_space() -> None:
    """Chinese and Japanese sentences end without a space after them."""
    assert _split("会議は三月に開かれた。誰も来なかった。") == ["会議は三月に開かれた。", "誰も来なかった。"]


def test_line_break_counts_as_a_space() -> None:
    """Abbreviations and attributions hold across a line break."""
    assert _split("He met Mr.\nLee. “Why?”\nshe asked. It\nended.") == [
        "He met Mr.\nLee.",
        "“Why?”\nshe asked.",
        "It\nended.",
    ]


def test_endless_sentence_is_cut() -> None:
    """What has no stop is cut at a semicolon, at a space, or at the limit."""
    for text in ("word, word; " * 2000, "word " * 5000, "x" * 20_000):
        ends = [0, *sentence_ends(text)]
        lengths = [end - start for start, end in pairwise(ends)]
        assert max(lengths) <= MAX_SENTENCE_CHARS
        assert min(lengths[:-1]) > MAX_SENTENCE_CHARS // 2
    assert all(part.endswith(";") for part in _split("word, word; " * 2000)[:-1])


@given(
    st.lists(
        st.sampled_from([*"“”\"'()[].!?…。 \n", "Mr.", "U.S.", "No.", "5", "a", "The", "said", "e.g.", "1.", "[1]"])
    )
)
def test_ends_rise_to_the_length(parts: list[str]) -> None:
    """Ends are strictly rising and the last is the length of the paragraph."""
    text = "x" + "".join(parts)
    ends = sentence_ends(text)
    assert ends == sorted(set(ends))
    assert ends[-1] == len(text)
