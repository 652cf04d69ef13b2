"""Whether labelled sets of documents can be trusted: every fault with its file, line and remedy."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from summariser.evals.lint_labels import Fault, check_labels
from summariser.evals.linting import Problem
from summariser.evals.note_documents import document_labels
from summariser.evals.note_gold import NOTE_GOLD, NoteCase, NoteGold, validate_note_gold
from summariser.evals.note_lint_set import check_set
from summariser.evals.positions import line_of, value_lines
from summariser.evals.similarity import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summariser.evals.note_gold import GoldSource
    from summariser.evals.positions import Where

__all__ = ["lint_notes"]

_RUN = 8
_PROMPT_FILES = (".md", ".toml")


def lint_notes(folder: Path | str, prompts_folder: Path | str | None = None) -> list[Problem]:
    """Check the labels of every set under a folder, its documents, and that no prompt has seen them.

    Args:
        folder: Holds a folder for each set, with its documents and `note.gold.json`.
        prompts_folder: Prompt files (`*.md`, `*.toml`), searched with sub-folders. None checks no prompts.

    Returns:
        All problems, in the order of files and lines; empty where the gold can be used.
    """
    folder = Path(folder)
    problems: list[Problem] = []
    cases: list[NoteCase] = []
    sets = sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    if not sets:
        problems.append(Problem(folder, 1, "holds no set of documents", "make a folder for each set"))
    for path in sets:
        case, faults = _check(path)
        problems.extend(faults)
        if case:
            cases.append(case)
    if prompts_folder is not None:
        problems.extend(_check_prompts(Path(prompts_folder), cases))
    return sorted(problems, key=lambda problem: (str(problem.file), problem.line, problem.message))


def _check(folder: Path) -> tuple[NoteCase | None, list[Problem]]:
    path = folder / NOTE_GOLD
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        return None, [Problem(path, 1, f"cannot be read: {reason}", "label the set, or move it away")]
    lines = value_lines(content)
    gold = validate_note_gold(content)
    if not isinstance(gold, NoteGold):
        return None, [
            Problem(
                path,
                line_of(lines, fault.where),
                f"{'.'.join(map(str, fault.where)) or 'file'}: {fault.message}",
                "see the field's description in `summariser.evals.note_gold`",
            )
            for fault in gold
        ]
    texts: dict[str, str] = {}
    faults = [*_read_texts(folder, gold, texts), *_check_pairing(folder, gold)]
    case = NoteCase(folder.name, folder, gold, texts)
    if len(texts) == len(gold.documents):
        faults += [*check_set(case), *_check_documents(case)]
    problems = [Problem(path, line_of(lines, fault.where), fault.message, fault.fix) for fault in faults]
    return case, problems


def _read_texts(folder: Path, gold: NoteGold, texts: dict[str, str]) -> Iterator[Fault]:
    """Read the documents into `texts`, and tell which cannot be used."""
    for index, source in enumerate(gold.documents):
        where: Where = ("documents", index, "document")
        if source.document in texts:
            yield Fault(where, f"{source.document} is given twice", "keep one of the two")
        elif Path(source.document).name != source.document:
            yield Fault(where, "document is not a plain file name", "name a file beside this one")
        else:
            found = _read_text(folder, source, index)
            if isinstance(found, Fault):
                yield found
            else:
                texts[source.document] = found


def _read_text(folder: Path, source: GoldSource, index: int) -> str | Fault:
    where: Where = ("documents", index, "document")
    try:
        raw = (folder / source.document).read_bytes()
        text = raw.decode("utf-8-sig")
    except FileNotFoundError:
        return Fault(where, f"{source.document} is not beside it", "put the document back, or drop its labels")
    except (OSError, UnicodeDecodeError):
        return Fault(where, f"{source.document} cannot be read as UTF-8", "save it as UTF-8 and label it again")
    if hashlib.sha256(raw).hexdigest() != source.sha256:
        message = f"sha256 is not that of {source.document}"
        return Fault(("documents", index, "sha256"), message, "restore the document, or label it again")
    return text


def _check_pairing(folder: Path, gold: NoteGold) -> Iterator[Fault]:
    known = {source.document for source in gold.documents}
    for path in sorted(folder.iterdir()):
        if path.name not in known and path.name != NOTE_GOLD and not path.name.startswith("."):
            yield Fault(("documents",), f"{path.name} is not labelled", "label it, or move it away")


def _check_documents(case: NoteCase) -> Iterator[Fault]:
    """What can be wrong with the labels of any document, by the rules for briefs."""
    for labels in document_labels(case):
        name = labels.case.gold.document
        for fault in check_labels(labels.case.gold, labels.case.text):
            part, index, *rest = fault.where
            origin = labels.origins[str(part), int(index)]
            where = origin if part == "parties" else (*origin, *rest)
            yield Fault(where, f"{name}: {fault.message}", fault.fix)


def _check_prompts(folder: Path, cases: list[NoteCase]) -> Iterator[Problem]:
    """A prompt that holds words of a labelled document teaches the answers."""
    runs: dict[tuple[str, ...], str] = {}
    for case in cases:
        for name, text in case.texts.items():
            found = words(text)
            for at in range(len(found) - _RUN + 1):
                runs.setdefault(tuple(found[at : at + _RUN]), f"{case.name}/{name}")
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _PROMPT_FILES and path.is_file()):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        told = [(word, number) for number, line in enumerate(lines, 1) for word in words(line)]
        seen: set[str] = set()
        for at in range(len(told) - _RUN + 1):
            document = runs.get(tuple(word for word, _ in told[at : at + _RUN]))
            if document and document not in seen:
                seen.add(document)
                fix = "take an example that is not in the data set"
                yield Problem(path, told[at][1], f"has words of {document}", fix)
