"""Briefs as Markdown, HTML and terminal text."""
