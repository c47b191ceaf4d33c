"""Why a whole run cannot go on. What is wrong with one input is an `Outcome` or a `Failure`, no exception."""

from __future__ import annotations


class BatchError(Exception):
    """The run ends; the message is one line that names the file, the reason and what to do."""


class CommandError(BatchError):
    """The command line makes no sense, which is told before any work is done."""


class ChangedOptionsError(CommandError):
    """The journal holds results that were made with other options."""


class FirstFailureError(BatchError):
    """An input failed and the run was to stop at the first."""
