"""Small web applications: what a hosted service does, and what a hostile one may try."""

import base64
import threading
from pathlib import Path

from .servers import PASSWORD

TOKEN = "AbCd-1234_x"


def answering(status, *headers, body=b""):
    """Always the same answer; `asked` lists the methods, paths and headers it was asked with."""

    def app(environ, start):
        environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        app.asked.append((environ["REQUEST_METHOD"], environ["PATH_INFO"], environ))
        start(status, list(headers))
        return body if callable(getattr(body, "__next__", None)) else [body]

    app.asked = []
    return app


def drop_link(folder: Path):
    """The drop link of a Nextcloud, as its manual says: nothing is read, listed or replaced, a
    name that is taken becomes another, and only a whole file is kept.
    """
    lock = threading.Lock()

    def app(environ, start):
        def end(status):
            start(status, [("Content-Length", "0")])
            return [b""]

        name = environ["PATH_INFO"].removeprefix(f"/public.php/dav/files/{TOKEN}/")
        length = int(environ.get("CONTENT_LENGTH") or 0)
        data = environ["wsgi.input"].read(length)
        wanted = base64.b64encode(f"anonymous:{PASSWORD}".encode()).decode()
        if environ.get("HTTP_AUTHORIZATION") != f"Basic {wanted}":
            return end("401 Unauthorized")
        if environ.get("HTTP_X_REQUESTED_WITH") != "XMLHttpRequest":
            return end("401 Unauthorized")
        if "/" in name:
            return end("404 Not Found")
        if environ["REQUEST_METHOD"] != "PUT":
            return end("405 Method Not Allowed")
        if len(data) != length:
            return end("400 Bad Request")
        with lock:
            target, number = folder / name, 1
            while target.exists():
                number += 1
                target = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
            target.write_bytes(data)
        return end("201 Created")

    return app


def write_only(app, *, methods=("PUT",)):
    """Another application, of which only these methods are allowed."""

    def guarded(environ, start):
        if environ["REQUEST_METHOD"] in methods:
            return app(environ, start)
        start("403 Forbidden", [("Content-Length", "0")])
        return [b""]

    return guarded


def before(app, method, act):
    """Another application, beside which something happens before each question of this kind."""

    def watched(environ, start):
        if environ["REQUEST_METHOD"] == method:
            act(environ)
        return app(environ, start)

    return watched
