"""How good the readings are: against a user's own annotated documents, and one version against another."""
