"""From a sentence to the mentions in it: one module a kind of thing."""
