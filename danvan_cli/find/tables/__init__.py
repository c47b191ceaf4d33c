"""Figures and officials in the tables of a text."""
