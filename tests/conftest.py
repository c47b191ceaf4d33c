"""What holds for all tests."""

import signal


def pytest_configure():
    """Let Ctrl-C reach the processes that tests start: a shell has its background jobs, and all below, ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
