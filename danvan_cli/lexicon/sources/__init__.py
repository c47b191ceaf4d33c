"""Scripts that derive lexicon files from maintained sources; not needed at run time."""
