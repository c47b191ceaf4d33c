"""Characters and tokens: folding that keeps offsets, and the syllables, numbers and marks of a text."""
