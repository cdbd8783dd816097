"""An endpoint: an OpenAI-compatible server on this machine. To any other, no word of a text is sent."""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import time
from typing import Any
from urllib.parse import urlsplit

import msgspec

from unspoken.errors import BadHelper, quoted
from unspoken.helper.questions import form

PATIENCE = 600  # seconds for one answer: a model without a graphics card writes slowly
LARGEST = 4_000_000  # bytes of an answer
LONGEST = 2000  # tokens that the model may write
START = "start it (llama.cpp, Ollama and others have such a server), or leave out --helper"


class Endpoint:
    """A model at an address. Made with the address checked; nothing is sent before `ask`."""

    def __init__(self, url: str, model: str) -> None:
        """Take an address like ``http://localhost:11434/v1``, and the name by which the server knows the model.

        Raises:
            BadHelper: it is no address, or not one of this machine.
        """
        self.url, self.model = url.rstrip("/"), model
        parts = _parts(self.url)
        self._host, self._path = parts.netloc, parts.path
        self._addresses, self._port = _own_addresses(self.url, str(parts.hostname)), parts.port or 80

    def ask(self, instructions: str, question: str) -> str:
        """What the model writes.

        Raises:
            BadHelper: nothing answers, or what answers is no such model.
        """
        body = {
            "model": self.model,
            "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": question}],
            "temperature": 0,
            "seed": 0,
            "max_tokens": LONGEST,
            "response_format": {"type": "json_schema", "json_schema": {"name": "notes", "schema": form()}},
        }
        status, data = self._post(json.dumps(body).encode())  # in ASCII, whatever the text holds
        if status != 200:
            said = quoted(data[:200].decode("utf-8", "replace"))
            raise BadHelper(f"{self.url} answered {status}: {said}", "see what its server says")
        return self._written(data)

    def _post(self, body: bytes) -> tuple[int, bytes]:
        """One request, to the very addresses that were checked, by no proxy, and with no redirection followed."""
        reason = ""
        for address in self._addresses:  # "localhost" has two, and a server may listen at either
            try:
                status, data = _posted(address, self._port, f"{self._path}/chat/completions", self._host, body)
            except TimeoutError:
                raise BadHelper(f"{self.url} did not answer within {PATIENCE} s", "try a smaller model") from None
            except (OSError, http.client.HTTPException) as error:
                reason = quoted(getattr(error, "strerror", None) or error or type(error).__name__)
                continue
            if len(data) > LARGEST:
                large = f"{self.url} answered with more than {LARGEST // 1_000_000} MB"
                raise BadHelper(large, "see what its server says")
            return status, data
        raise BadHelper(f"nothing answers at {self.url} ({reason})", START)

    def _written(self, data: bytes) -> str:
        try:
            content: Any = msgspec.json.decode(data)["choices"][0]["message"]["content"]
        except (msgspec.DecodeError, RecursionError, LookupError, TypeError):
            content = None
        if not isinstance(content, str):
            raise BadHelper(f"what {self.url} answers is not what such a server answers", "check the address")
        return content


def _posted(address: str, port: int, path: str, host: str, body: bytes) -> tuple[int, bytes]:
    """The status and the beginning of what one address answers."""
    connection = http.client.HTTPConnection(address, port, timeout=PATIENCE)
    try:
        headers = {"Host": host, "Content-Type": "application/json", "Accept": "application/json"}
        connection.request("POST", path, body, headers)
        until = time.monotonic() + PATIENCE
        response = connection.getresponse()
        data = bytearray()
        while len(data) <= LARGEST and (piece := response.read1(65_536)):
            data += piece
            if time.monotonic() > until:
                raise TimeoutError
        return response.status, bytes(data)
    finally:
        connection.close()


def _parts(url: str) -> Any:
    try:
        parts = urlsplit(url)
        good = parts.scheme == "http" and bool(parts.hostname) and (parts.port or 80) > 0
        good = good and not (parts.query or parts.fragment or parts.username or parts.password)
        good = good and url.isascii() and url.isprintable() and " " not in url
    except ValueError:
        good = False
    if not good:
        raise BadHelper(f"{quoted(url)!r} is no address of a helper", "write one like http://localhost:11434/v1")
    return parts


def _own_addresses(url: str, host: str) -> list[str]:
    """The addresses of a host, all of which have to be this machine's own."""
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        found = []
    if not found or not all(ipaddress.ip_address(address.partition("%")[0]).is_loopback for address in found):
        raise BadHelper(f"{quoted(url)} is not on this machine, and no text leaves it", "name one at localhost")
    return found
