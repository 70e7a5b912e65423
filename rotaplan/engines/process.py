"""Another process of this package, and messages to and from it."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, Any

END = object()
"""The last thing that is heard of a process."""


class Process:
    """Another process, which runs one function without arguments.

    Parameters
    ----------
    function
        Its module and name, as in ``package.module.function``. It begins with :func:`channel`.

    Raises
    ------
    OSError
        Where no process can be started.
    """

    def __init__(self, function: str) -> None:
        module, _, name = function.rpartition(".")
        # It finds this package where this process has it, and not in the folder that it is in.
        places = os.pathsep.join(place or os.getcwd() for place in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", f"from {module} import {name}; {name}()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": places},
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._to = self._process.stdin
        self.inbox = listen(self._process.stdout)

    def send(self, message: object) -> None:
        """Send something, unless the process has ended meanwhile."""
        with suppress(OSError):
            send(self._to, message)

    def end(self) -> None:
        """Have the process end at once."""
        self._process.kill()
        with suppress(OSError):
            self._to.close()
        self._process.wait()


def send(stream: IO[bytes], message: object) -> None:
    """Write a message."""
    pickle.dump(message, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def listen(stream: IO[bytes]) -> queue.SimpleQueue[Any]:
    """Return a queue of the messages of a stream, with a mark at its end."""
    inbox: queue.SimpleQueue[Any] = queue.SimpleQueue()

    def hear() -> None:
        with suppress(EOFError, OSError, pickle.UnpicklingError):
            while True:
                inbox.put(pickle.load(stream))
        inbox.put(END)

    threading.Thread(target=hear, daemon=True).start()
    return inbox


def channel() -> tuple[IO[bytes], IO[bytes]]:
    """Return, in the other process, where messages come from and where they go."""
    # Whoever interrupts means the process that asked, which then tells.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints must not stand between the messages.
    to = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, to
