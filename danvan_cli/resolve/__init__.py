"""From the mentions of a document to who is who: people, bodies, places and periods under one name each."""
