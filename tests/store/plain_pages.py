"""Decrypt the pages of a store one by one: the free ones too, whatever SQL would not show."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from microstructure_desktop.store.guards import PAGE
from microstructure_desktop.store.keys import DatabaseKey

_SALT, _RESERVED, _IV = 16, 80, 16
"""What SQLCipher 4 keeps in clear at the beginning, and at the end of each page."""


def plain_pages(path: Path, key: DatabaseKey) -> bytes:
    """What a thief with the key would read; the texts of a page that follows another are joined."""
    raw, made = path.read_bytes(), []
    for start in range(0, len(raw), PAGE):
        page = raw[start + (_SALT if start == 0 else 0) : start + PAGE]
        sealed, tail = page[:-_RESERVED], page[-_RESERVED:]
        opened = Cipher(algorithms.AES256(key.raw), modes.CBC(tail[:_IV])).decryptor()
        made.append(opened.update(sealed) + opened.finalize())
    assert b"CREATE TABLE" in made[0].upper() + b"".join(made).upper()
    return b"".join(made)
