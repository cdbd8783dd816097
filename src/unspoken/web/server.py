"""The server: one port on the loopback address, from the first request to Ctrl-C."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from unspoken.errors import BadInput
from unspoken.web.app import application
from unspoken.web.security import LOOPBACK, Door
from unspoken.web.session import Session

PATIENCE = 2  # seconds for answers that are under way when the server stops


def listening(port: int) -> socket.socket:
    """A socket on a port of the loopback address; 0 stands for any that is free.

    Raises:
        BadInput: the port cannot be had.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR), 1)
        made.bind((LOOPBACK, port))
        made.listen()
    except OSError as error:
        made.close()
        remedy = "name another port, or leave the option out"
        raise BadInput(f"--port {port}", f"it cannot be had ({error.strerror or error})", remedy) from None
    return made


class Server(uvicorn.Server):
    """Serves one session, and stops it when it stops itself."""

    def __init__(self, session: Session, door: Door, tell: Callable[[Exception], None]) -> None:
        """Make a server; `run` with a socket from `listening` serves.

        Args:
            session: the story.
            door: where the server is, and the key to it.
            tell: what to do with a fault of ours, besides telling the browser.
        """
        self._session = session
        config = uvicorn.Config(
            application(session, door, tell),
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            log_level="error",  # what strangers send is no news for the one who reads; our own faults are told
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=PATIENCE,
        )
        super().__init__(config)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Tell the session first, so that no answer waits for it any more."""
        self._session.stop()
        await super().shutdown(sockets)
