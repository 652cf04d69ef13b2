"""Document in, brief out."""
