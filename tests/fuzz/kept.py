"""Files that lie beside the store, where anybody can write, and what is typed to start."""

import contextlib
import hashlib
import io
import json
from functools import cache

from microstructure_desktop import cli, settings
from microstructure_desktop.animateur import register
from microstructure_desktop.animateur.sql import engine
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.services import attempts
from microstructure_desktop.store import keyring, keys, own_sheet
from microstructure_desktop.store.acces_chain import Head
from microstructure_desktop.store.chain import Tip
from microstructure_desktop.store.keyring import Account
from microstructure_desktop.store.keys import DatabaseKey, KdfParams, Limits
from microstructure_desktop.store.witness import NAME, Witness

from .target import SEPARATOR, Target, refusing, scratch

CHEAP = KdfParams(m=8, t=1, p=1)
LIMITS = Limits(floor=CHEAP, ceiling=CHEAP)
"""Whatever asks for more is refused before a passphrase costs anything."""
PASSPHRASE = "sept mots que personne ne devinera ici"
CODE = bytes(range(20))
KEY = DatabaseKey(bytes(range(32)))


def _ring() -> keyring.Keyring:
    first = Account(MembreId("m1"), "Dr Zoé", "medecin")
    ring, key, _ = keys.create("Cabinet des Lilas", first, PASSPHRASE, CHEAP, LIMITS)
    second = Account(MembreId("m2"), "Claire Modèle", "psychologue")
    return keys.add_account(ring, key, second, PASSPHRASE, CHEAP, limits=LIMITS)


def _owned() -> keyring.Keyring:
    """The same with an own sheet, and the key that it gave back after a lost passphrase."""
    first = Account(MembreId("m1"), "Dr Zoé", "medecin")
    ring, key, personal = keys.create("Cabinet des Lilas", first, PASSPHRASE, CHEAP, LIMITS)
    ring = own_sheet.add(ring, key, first.id, personal, CODE, "2026-11-22")
    ring = keys.reset_account(ring, key, first.id, PASSPHRASE, CHEAP, limits=LIMITS)
    _, present = keys.unlock(ring, first.id, PASSPHRASE, LIMITS)
    return own_sheet.use(ring, key, first.id, present, CODE, "2026-11-22")[0]


def summed(data: bytes) -> bytes | None:
    """The same document with the sum it should have, where it is a document."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    document.pop("controle", None)
    try:
        written = keyring._canonical(document)
    except RecursionError:
        return None
    document["controle"] = hashlib.sha256(written).hexdigest()
    return keyring._canonical(document)


def key_file(data: bytes) -> bool:
    read = False
    for content in filter(None, (data, summed(data))):
        with refusing() as outcome:
            ring = keyring.loads(content)
            assert keyring.dumps(ring) == content
            for account in ring.accounts:
                with contextlib.suppress(AppError):
                    keys.unlock(ring, account.id, PASSPHRASE, LIMITS)
        read |= outcome.read
    return read


FOLDER = scratch()


def witness(data: bytes) -> bool:
    (FOLDER / NAME).write_bytes(data)
    found = Witness(FOLDER, KEY, "0192").read()
    assert found is None or found.seq == 7
    return found is not None


def _witnesses() -> list[bytes]:
    made = Witness(FOLDER, KEY, "0192")
    made.start(Tip(7, 7, 99, bytes(32)), Head(12, bytes(32)), checked=739_000)
    made.close()
    return [(FOLDER / NAME).read_bytes()]


def preferences(data: bytes) -> bool:
    path = FOLDER / "reglages.json"
    path.write_bytes(data)
    found = settings.load(path)
    assert found.theme in settings.THEMES
    assert all(low <= getattr(found, name) <= high for name, (low, high) in settings.BOUNDS.items())
    return found != settings.Settings()


def refused_passphrases(data: bytes) -> bool:
    home = Home(FOLDER)
    home.echecs_file.write_bytes(data)
    found = attempts.read(home)
    assert len(found) <= attempts.MOST
    return bool(found)


def register_address(data: bytes) -> bool:
    home = Home(FOLDER)
    home.animateur.mkdir(exist_ok=True)
    home.registre_file.write_bytes(data)
    with refusing() as outcome:
        engine._url(register.address(home))
    return outcome.read


_parser = cache(cli.parser)


def command_line(data: bytes) -> bool:
    """Understood, or refused by a usage; nothing is run."""
    arguments = data.decode("utf-8", "surrogateescape").split(SEPARATOR.decode())
    silent = io.StringIO()
    with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
        try:
            _parser().parse_args(arguments)
        except SystemExit as end:
            return not end.code
    return True


def _commands() -> list[bytes]:
    typed = [
        ["--home", "cabinet", "verify", "--passphrase-file", "p.txt"],
        ["demo", "--patients", "8", "--mois", "3", "--sans-fenetre"],
        ["--version"],
    ]
    return [SEPARATOR.join(word.encode() for word in line) for line in typed]


TARGETS = (
    Target("trousseau", lambda: [keyring.dumps(_ring()), keyring.dumps(_owned())], key_file),
    Target("témoin", _witnesses, witness),
    Target(
        "réglages",
        lambda: [b'{"theme": "sombre", "echelle": 125, "verrouillage_minutes": 10}'],
        preferences,
    ),
    Target("phrases refusées", lambda: [b"1795600000000 0192f0\n" * 3], refused_passphrases),
    Target(
        "adresse du registre",
        lambda: [b"postgresql://animatrice@serveur:5432/registre?sslmode=require\n"],
        register_address,
    ),
    Target("ligne de commande", _commands, command_line),
)
