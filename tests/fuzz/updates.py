"""An update that somebody brings on a stick."""

from functools import cache

from microstructure_desktop.exchange import signed, update_file
from tests.services.updates import ANNONCE, EDITRICE, INSTALLER, update

from .target import Target, refusing, scratch

FOLDER = scratch()


@cache
def _made() -> bytes:
    content: bytes = update(FOLDER, taille=len(INSTALLER)).read_bytes()
    return content


def _read(content: bytes) -> bool:
    path = FOLDER / "essai.msmamaj"
    path.write_bytes(content)
    with refusing() as outcome:
        given: list[bytes] = []
        annonce = update_file.read(path, EDITRICE.public, given.append)
        assert annonce == ANNONCE, "something else than what the publisher signed"
        assert b"".join(given) == INSTALLER
    return outcome.read


def whole(data: bytes) -> bool:
    return _read(data)


def said(data: bytes) -> bool:
    """What is said of the installer, before the installer itself."""
    return _read(update_file.MAGIC + len(data).to_bytes(update_file.LENGTH) + data + INSTALLER)


def _paper() -> bytes:
    return signed.write("mise-a-jour", update_file._content(ANNONCE), EDITRICE)


TARGETS = (
    Target("mise à jour", lambda: [_made()], whole),
    Target("étiquette d’une mise à jour", lambda: [_paper()], said),
)
