"""Models: the client, the local engine and its files."""
