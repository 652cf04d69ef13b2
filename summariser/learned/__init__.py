"""Linear models fitted to labelled documents; their weights lie beside them as JSON."""
