"""Documents: their text with exact offsets, sentences, pages, and what on the page is not of the article."""

from summariser.documents.document import Document, Furniture, Gap, Page, Sentence
from summariser.documents.read import MAX_BYTES, read_bytes, read_file, read_path, read_text

__all__ = [
    "MAX_BYTES",
    "Document",
    "Furniture",
    "Gap",
    "Page",
    "Sentence",
    "read_bytes",
    "read_file",
    "read_path",
    "read_text",
]
