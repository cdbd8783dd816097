"""A process that reads one work after the other: ``python -m unspoken.corpus.worker``, spoken to over its pipes.

The first message tells what to do with works, each further one is a work; each is answered by a record, the first by
that of a small text, when all is loaded.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from typing import IO

import msgspec
from msgspec import structs

from unspoken.corpus.pipes import receive, send
from unspoken.corpus.work import Record, Settings, Work, pack, read_work

FIRST = Work("first", "first.txt", data="“You came,” said Ann. Tom was glad.".encode())


class Orders(msgspec.Struct, frozen=True):
    """The first message: what to do with works, and with how many threads."""

    settings: Settings
    threads: int


def main() -> None:
    """Answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks decides when to stop
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print is no answer
    asked = queue.SimpleQueue[bytes]()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, asked), daemon=True).start()
    orders = msgspec.msgpack.decode(asked.get(), type=Orders)
    send(answers, pack(ready(orders)))
    while True:
        work = msgspec.msgpack.decode(asked.get(), type=Work)
        send(answers, pack(read_work(work, orders.settings, orders.threads)))


def ready(orders: Orders) -> Record:
    """The record of a small text, when all is loaded. Loading is no work's time, so it has no limit."""
    return read_work(FIRST, structs.replace(orders.settings, seconds=0), orders.threads)


def _listen(pipe: IO[bytes], asked: queue.SimpleQueue[bytes]) -> None:
    """Take messages; when the pipe ends, whoever asked is gone, and so goes this process, whatever it is at."""
    while (message := receive(pipe)) is not None:
        asked.put(message)
    os._exit(0)


if __name__ == "__main__":
    main()
