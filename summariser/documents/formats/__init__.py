"""Readers of PDF, Word files, web pages and mails: each makes an `Extract` of the bytes of a file."""
