"""Figures: the numbers of a sentence with their units, bounds, changes and measures."""
