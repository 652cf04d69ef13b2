"""Pointers and claims of the model become exact spans, or are dropped with a reason."""
