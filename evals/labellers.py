"""How far two careful readers agree, by the scorer that judges the model: the ceiling of every score."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from summariser.errors import InputError
from summariser.evals.gold import SUFFIX, load_case
from summariser.evals.results import PARTS, Category, Counts, DocumentScore, Pair, Part, Summary
from summariser.evals.scoring import mean_f1, score_document, summarise, tally_pairs

if TYPE_CHECKING:
    from summariser.evals.gold import Case

__all__ = ["Agreement", "AgreementF1", "agreement", "compare_labels"]


class AgreementF1(BaseModel):
    """F1 in both directions and their mean, 0 to 1; None where there is nothing to compare."""

    model_config = ConfigDict(frozen=True)

    strict: float | None
    lenient: float | None


class Agreement(BaseModel):
    """Two sets of labels of the same documents, each taken once as gold and once as prediction."""

    model_config = ConfigDict(frozen=True)

    documents: tuple[str, ...] = Field(description="Labelled in both folders.")
    parts: dict[Part, AgreementF1] = Field(description="Mean of both directions.")
    overall: AgreementF1 = Field(description="Unweighted mean of the parts.")
    first_as_gold: Summary
    second_as_gold: Summary
    first_as_gold_documents: tuple[DocumentScore, ...]
    second_as_gold_documents: tuple[DocumentScore, ...]


def agreement(first: Path | str, second: Path | str) -> Agreement:
    """Compare the labels of two folders, over the documents that both hold.

    Args:
        first: Folder with gold files and their documents.
        second: The same, labelled by another reader. A document may be missing in either.

    Raises:
        InputError: No document is labelled in both, or a file is faulty.
    """
    first, second = Path(first), Path(second)
    names = sorted({path.name for path in first.glob("*" + SUFFIX)} & {path.name for path in second.glob("*" + SUFFIX)})
    if not names:
        msg = f"{first} and {second}: have no labelled document in common"
        raise InputError(msg)
    return compare_labels([(load_case(first / name), load_case(second / name)) for name in names])


def compare_labels(pairs: list[tuple[Case, Case]]) -> Agreement:
    """Compare the labels of two readers, document by document.

    The labels one reader calls optional need not be found by the other: where they match nothing they are neutral, on
    either side.

    Args:
        pairs: The same document with the labels of the first and of the second reader.
    """
    forth = [_directed(first, second) for first, second in pairs]
    back = [_directed(second, first) for first, second in pairs]
    ahead, behind = summarise(forth), summarise(back)
    parts = {
        part: AgreementF1(
            strict=mean_f1([ahead.parts[part].strict.f1, behind.parts[part].strict.f1]),
            lenient=mean_f1([ahead.parts[part].lenient.f1, behind.parts[part].lenient.f1]),
        )
        for part in PARTS
    }
    return Agreement(
        documents=tuple(first.gold.document for first, _ in pairs),
        parts=parts,
        overall=AgreementF1(
            strict=mean_f1([value.strict for value in parts.values()]),
            lenient=mean_f1([value.lenient for value in parts.values()]),
        ),
        first_as_gold=ahead,
        second_as_gold=behind,
        first_as_gold_documents=tuple(forth),
        second_as_gold_documents=tuple(back),
    )


def _directed(gold: Case, other: Case) -> DocumentScore:
    score = score_document(other.as_brief(), gold)
    optional = other.gold.optional
    forgiven = dict.fromkeys(PARTS, 0)
    pairs: list[Pair] = []
    for pair in score.pairs:
        if pair.counted and pair.category is Category.SPU and pair.predicted in optional:
            forgiven[pair.part] += 1
            reason = pair.reason + "; optional for the other reader"
            pairs.append(pair.model_copy(update={"counted": False, "reason": reason}))
        else:
            pairs.append(pair)
    return score.model_copy(
        update={
            "pairs": tuple(pairs),
            "counts": tally_pairs(pairs),
            "without_aliases": score.without_aliases + Counts(spu=-forgiven["parties"]),
            "quote_words": score.quote_words + Counts(spu=-forgiven["quotes"]),
        }
    )
