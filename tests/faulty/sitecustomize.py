"""Put on PYTHONPATH, this lets documents do to their reader what no shipped code can be made to do on demand.

The lines of a text that begin with `!` are orders that its reader obeys, one after the other, before it reads on:

!once PATH    obey the rest only the first time (PATH is made to remember it)
!hold FIFO    write the process id into FIFO and hold it open: its reader sees the end of file when the process is gone
!kill         die by SIGKILL;  !kill parent  kills the process that started the reader instead, and waits for its own end
!exit N       leave the process with exit status N
!hang         never come back;  !hang locked  holds the interpreter's lock meanwhile, as some C code does
!memory       take memory without end
!raise        raise an error nobody foresaw
!print        print to standard output, as a careless library might
"""

import ctypes
import os
import signal
import sys
import threading

HELD = []


def obey(order, *arguments):
    """Obey one order; tell whether to go on with the next."""
    if order == "once":
        try:
            os.close(os.open(arguments[0], os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return False
    elif order == "hold":
        HELD.append(os.open(arguments[0], os.O_WRONLY))
        os.write(HELD[-1], f"{os.getpid()}\n".encode())
    elif order == "kill":
        os.kill(os.getppid() if arguments else os.getpid(), signal.SIGKILL)
        threading.Event().wait()
    elif order == "exit":
        os._exit(int(arguments[0]))
    elif order == "hang":
        ctypes.PyDLL(None).pause() if arguments else threading.Event().wait()
    elif order == "memory":
        while True:
            HELD.append(bytearray(64 * 1024 * 1024))
    elif order == "raise":
        raise LookupError("!raise")
    elif order == "print":
        sys.stdout.write("a careless library\n")
        os.write(1, b"\0\0\0\0 and a very careless one\n")
    return True


def make_faulty():
    import danvan_cli.pipeline as pipeline

    read = pipeline.extract

    def extract(text, **more):
        for line in text.content.splitlines():
            if not line.startswith("!") or not obey(*line[1:].split()):
                break
        try:
            return read(text, **more)
        finally:
            sys.stdout.flush()

    pipeline.extract = extract


if "danvan_cli.batch.worker" in sys.orig_argv[-1]:  # and not every process with the same environment
    make_faulty()
