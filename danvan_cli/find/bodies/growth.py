"""A phrase while it is read token by token."""

from __future__ import annotations


class Growth:
    """A free phrase from token `start` on, while it grows.

    `end` is how far it has been read, `solid` where it may end; `proper` tells whether a word of it is
    capitalised, quoted or a number. Of its last word: `common` tells whether it is a common one, `noun` whether
    it is anything but a verb, `country` whether it is a country; `names` counts the capitalised words at the end
    that are no common ones. A person's name may follow after `most_names` of them.
    """

    __slots__ = ("common", "country", "end", "most_names", "names", "noun", "proper", "solid", "start")

    def __init__(self, start: int, most_names: int) -> None:
        self.start = self.end = self.solid = start
        self.proper = self.common = self.country = self.noun = False
        self.most_names = most_names
        self.names = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been read yet."""
        return self.end == self.start

    @property
    def is_linked(self) -> bool:
        """Whether a word must follow: what was read last may not end the phrase."""
        return self.end > self.solid

    def take(self, end: int, *, proper: bool, common: bool, noun: bool = False, country: bool = False) -> None:
        """Add the word up to token `end`."""
        self.end = self.solid = end
        self.proper = self.proper or proper
        self.names = self.names + 1 if proper and not common else 0
        self.common, self.noun, self.country = common, noun, country

    def link(self, end: int) -> None:
        """Add a word up to token `end` that may not be the last: "và", a dash."""
        self.end = end
