"""Fits the linear models of `summariser.learned` to labelled documents, and tells how well they do on unseen ones."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from summariser.errors import InputError
from summariser.evals.fit_rows import ROWS, Row, prepare
from summariser.evals.gold import load_dataset
from summariser.learned.linear import FOLDER, Linear, fitted, load_linear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from summariser.evals.gold import Case

__all__ = ["Fitted", "digest_of", "fit_all", "training_cases", "write_models"]

_PENALTY: Final = {"binding": 1.0, "status": 0.5, "bound": 0.5, "speaker": 0.5, "needed": 1.0, "party": 1.0}
"""Inverse strength of the L1 penalty."""

_FEWEST: Final = 3  # rows that hold a feature
_SMALLEST: Final = 0.005
_FOLDS: Final = 5


class Fitted(NamedTuple):
    """One kind of model, fitted.

    Attributes:
        name: Such as "binding".
        models: By their names; one for each status, else one.
        rows: How many rows it was fitted to.
        measure: What the next three numbers are.
        learned: On documents it was not fitted to, by cross-validation.
        ruled: The rules alone, or None where they say nothing.
    """

    name: str
    models: dict[str, Linear]
    rows: int
    measure: str
    learned: float
    ruled: float | None


def training_cases(folder: Path) -> list[Case]:
    """The documents that models are fitted to: those of `train/`, and the dev split, which the rules were made on.

    Raises:
        InputError: There is none, or a file is faulty.
    """
    return [
        *load_dataset(folder / "train"),
        *(case for case in load_dataset(folder) if case.gold.split == "dev"),
    ]


def digest_of(cases: Sequence[Case]) -> str:
    """SHA-256 of the labels and texts of documents, in order."""
    whole = hashlib.sha256()
    for case in cases:
        whole.update(case.gold_path.read_bytes())
        whole.update(case.path.read_bytes())
    return whole.hexdigest()


def fit_all(cases: Sequence[Case], on_step: Callable[[str], None] = lambda _: None) -> Iterator[Fitted]:
    """Fit every kind of model, each with those before it in force.

    Args:
        cases: Labelled documents.
        on_step: Gets a line about what is done next.

    Raises:
        InputError: scikit-learn is not installed.
    """
    with suppress(ImportError):
        import sklearn  # noqa: F401

        models: dict[str, Linear] = {}
        for name, rows_of in ROWS.items():
            on_step(f"reading for {name}")
            with fitted(models):
                rows = [row for case in cases for row in rows_of(*prepare(case))]
            on_step(f"fitting {name}, {len(rows):,} rows")
            made = _models(name, rows)
            models |= made
            measure, learned, ruled = _validated(name, rows)
            yield Fitted(name, made, len(rows), measure, learned, ruled)
        return
    msg = "scikit-learn is needed to fit models"
    raise InputError(msg, hint="pip install scikit-learn")


def write_models(found: Sequence[Fitted], digest: str) -> list[Path]:
    """Write models where the program reads them.

    Args:
        found: The models.
        digest: Of the documents they were fitted to.

    Returns:
        The files.
    """
    paths = []
    for kind in found:
        for name, model in kind.models.items():
            path = FOLDER / f"{name}.json"
            content = {"fitted_to": digest, "bias": model.bias, "weights": dict(sorted(model.weights.items()))}
            path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
            paths.append(path)
    load_linear.cache_clear()
    return paths


def _models(name: str, rows: Sequence[Row]) -> dict[str, Linear]:
    if name != "status":
        return {name: _fit(name, rows, "True")}
    return {f"status_{status}": _fit(name, rows, status) for status in sorted({row.label for row in rows})}


def _fit(name: str, rows: Sequence[Row], positive: str) -> Linear:
    """Logistic regression with an L1 penalty, which leaves most weights at zero."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(feature for row in rows for feature in set(row.features))
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([{f: 1.0 for f in row.features if seen[f] >= _FEWEST} for row in rows])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model: Any = LogisticRegression(C=_PENALTY[name], l1_ratio=1.0, solver="liblinear", max_iter=3_000, random_state=0)
    model.fit(matrix, [row.label == positive for row in rows])
    weights = zip(vectors.feature_names_, model.coef_[0], strict=True)
    kept = {feature: round(float(weight), 3) for feature, weight in weights if abs(weight) >= _SMALLEST}
    return Linear(round(float(model.intercept_[0]), 3), kept)


def _validated(name: str, rows: Sequence[Row]) -> tuple[str, float, float | None]:
    """How models fitted to four fifths of the documents do on the last fifth."""
    documents = sorted({row.document for row in rows})
    scored: list[tuple[Row, float, str]] = []
    for fold in range(_FOLDS):
        left_out = set(documents[fold::_FOLDS])
        models = _models(name, [row for row in rows if row.document not in left_out])
        for row in rows:
            if row.document in left_out:
                odds = {label: model.log_odds(row.features) for label, model in models.items()}
                best = max(odds, key=lambda label: odds[label])
                scored.append((row, odds[best], best.removeprefix("status_")))
    if name == "status":
        right = sum(row.label == best for row, _, best in scored), sum(row.label == row.ruled for row in rows)
        return "share right", right[0] / max(1, len(rows)), right[1] / max(1, len(rows))
    if name in ("bound", "speaker"):
        return "share of questions whose likeliest is right", _first_right(scored), _ruled_right(rows)
    learned = _f1([(row.label == "True", odds > 0) for row, odds, _ in scored])
    ruled = _f1([(row.label == "True", row.ruled == "True") for row in rows]) if rows and rows[0].ruled else None
    return "F1", learned, ruled


def _first_right(scored: Sequence[tuple[Row, float, str]]) -> float:
    best: dict[tuple[str, str], tuple[float, bool]] = {}
    for row, odds, _ in scored:
        key = (row.document, row.question)
        best[key] = max(best.get(key, (float("-inf"), False)), (odds, row.label == "True"))
    return sum(right for _, right in best.values()) / max(1, len(best))


def _ruled_right(rows: Sequence[Row]) -> float:
    """Share of the questions for which the rules name somebody and nobody wrong."""
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for row in rows:
        found[row.document, row.question] += [row.label == "True"] if row.ruled == "True" else []
    return sum(bool(right) and all(right) for right in found.values()) / max(1, len(found))


def _f1(pairs: Sequence[tuple[bool, bool]]) -> float:
    both = sum(label and said for label, said in pairs)
    either = sum(label for label, _ in pairs) + sum(said for _, said in pairs)
    return 2 * both / either if either else 0.0
