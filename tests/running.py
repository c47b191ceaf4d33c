"""Running danvan as a user does: a process of its own, through the real entry point."""

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = (sys.executable, "-m", "danvan_cli")
SURROUNDINGS = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES", "LANG", "PYTHONIOENCODING",
                "DANVAN_DEBUG")
PLAIN = {**{key: value for key, value in os.environ.items() if key not in SURROUNDINGS}, "PYTHONPATH": str(ROOT)}
FAULTY = {**PLAIN, "PYTHONPATH": os.pathsep.join((str(ROOT / "tests" / "faulty"), str(ROOT)))}
"""The environment of a batch whose workers obey the documents (tests/faulty)."""

PATIENCE = 300
"""Seconds after which what should have ended is taken for hung; a busy machine may take its time."""

ARTICLE = ("Ban Dân vận Tỉnh ủy Hà Nam tổ chức hội nghị\n"
           "Ông Nguyễn Văn An, Chủ tịch UBND tỉnh Hà Nam, chủ trì 12 cuộc đối thoại với nhân dân.\n")


def danvan(*arguments, stdin=b"", env=None, cwd=None, command=COMMAND, **more):
    """Run `danvan ARGUMENTS` to its end; `stdin` is text or bytes, the streams of the result are bytes."""
    stdin = stdin.encode() if isinstance(stdin, str) else stdin
    streams = {"input": stdin, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    if "stdin" in more:
        del streams["input"]
    return subprocess.run([*command, *arguments], env={**PLAIN, **(env or {})}, cwd=cwd or ROOT, timeout=PATIENCE,
                          check=False, **streams)


def shell(script, cwd=None):
    """Run a shell script in which `danvan` is danvan."""
    function = f'danvan() {{ "{sys.executable}" -m danvan_cli "$@"; }}\n'
    return subprocess.run(["bash", "-c", function + script], cwd=cwd or ROOT, env=PLAIN,
                          capture_output=True, timeout=PATIENCE, check=False)


def at_terminal(*arguments, env=None, cwd=None, answer=None):
    """Run `danvan ARGUMENTS` at a terminal; give its exit status and all that the terminal was sent.

    `answer` are a text to wait for and the keys to press then.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(cwd or ROOT)
        os.execve(sys.executable, [*COMMAND, *arguments], {**PLAIN, "TERM": "xterm", **(env or {})})
    sent = b""
    while select.select([terminal], [], [], PATIENCE)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux's end of file at a terminal
            break
        if not part:
            break
        sent += part
        if answer and answer[0].encode() in sent:
            os.write(terminal, answer[1].encode())
            answer = None
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), sent.decode().replace("\r\n", "\n")


def without_colors(text):
    """Give the text without colour sequences (and nothing else removed)."""
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def one_line(result):
    """Assert that standard error is one line of danvan's, without a traceback, and give it."""
    lines = result.stderr.decode().splitlines()
    assert len(lines) == 1, result.stderr.decode()
    assert lines[0].startswith("danvan: ")
    return lines[0]
