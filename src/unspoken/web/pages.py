"""The page and what it is made of: three files of the package, and no others."""

from __future__ import annotations

from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from unspoken.web.security import Door

ASSETS = {
    "/": ("index.html", "text/html"),
    "/app.js": ("app.js", "text/javascript"),
    "/app.css": ("app.css", "text/css"),
}


def page(request: Request) -> Response:
    """The page itself. With the key in the address: set the cookie, and take the key out of the address."""
    if "token" in request.query_params:
        return entered(request.app.state.door)
    return asset(request)


def entered(door: Door) -> Response:
    """The way in: the guard has seen that the key fits."""
    response = RedirectResponse("/", 303)
    response.set_cookie(door.cookie, door.key, path="/", httponly=True, samesite="strict")
    return response


def asset(request: Request) -> Response:
    """One of the files in the list, whatever else the request says."""
    name, kind = ASSETS[request.url.path]
    found = files("unspoken.web") / "built" / name
    if not found.is_file():
        raise HTTPException(404, f"{name} is not in this installation; install unspoken anew")
    return Response(found.read_bytes(), media_type=kind)
