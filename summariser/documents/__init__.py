"""Documents: their text with exact offsets, sentences, and what on the page is not of the article."""

from summariser.documents.document import Document, Furniture, Sentence
from summariser.documents.read import MAX_BYTES, read_bytes, read_file, read_text

__all__ = ["MAX_BYTES", "Document", "Furniture", "Sentence", "read_bytes", "read_file", "read_text"]
