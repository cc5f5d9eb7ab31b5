"""The publisher's key, and the file of an update that it signs: `nouvelle-cle`, `signer`.

The private key is never in the project; the public one enters a package when the variable
MICROSTRUCTURE_EDITEUR says where it is.
"""

import argparse
import getpass
import hashlib
import json
import os
import re
import sys
from datetime import date
from pathlib import Path

from contenu import ROOT, commit, told, version

from microstructure_desktop.domain.mise_a_jour import Annonce, Systeme, Version
from microstructure_desktop.exchange import seal, update_file
from microstructure_desktop.exchange.errors import KeyUnreadable
from microstructure_desktop.exchange.seal import SigningKey
from microstructure_desktop.store import migrations

VARIABLE = "MICROSTRUCTURE_EDITEUR"
PUBLIC, PRIVATE = "editeur.json", "editeur.cle"
SYSTEMS = {".deb": Systeme.DEBIAN, ".exe": Systeme.WINDOWS}
NARROW = "\N{NO-BREAK SPACE}"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py package update", description=__doc__)
    steps = parser.add_subparsers(required=True, metavar="ACTION")
    new = steps.add_parser("nouvelle-cle", help="fait la clé d’un éditeur, hors du projet")
    new.add_argument("dossier", type=Path)
    new.add_argument("--nom", required=True, help="le nom que les cabinets liront")
    new.set_defaults(run=new_key)
    sign = steps.add_parser("signer", help="fait le fichier de mise à jour d’un installeur")
    sign.add_argument("--cle", type=Path, required=True, metavar="FICHIER")
    sign.add_argument("installeur", type=Path)
    sign.set_defaults(run=sign_one)
    for each in (new, sign):
        each.add_argument("--phrase", type=Path, metavar="FICHIER", help="sinon, elle est demandée")
    options = parser.parse_args(arguments)
    return int(options.run(options))


def new_key(options: argparse.Namespace) -> int:
    """Two new files: one to keep locked up, one to build with."""
    folder = options.dossier.resolve()
    if folder.is_relative_to(ROOT):
        raise SystemExit("La clé d’un éditeur ne se garde pas dans le projet.")
    key = SigningKey.generate()
    secret = seal.lock(key.secret, passphrase(options.phrase, twice=True))
    public = json.dumps({"nom": options.nom, "cle": key.public}, ensure_ascii=False) + "\n"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in ((PRIVATE, secret), (PUBLIC, public.encode())):
        descriptor = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
    print(f"{folder / PRIVATE} : à garder sous clé, en deux endroits ; elle seule peut signer.")
    print(f"{folder / PUBLIC} : {VARIABLE}={folder / PUBLIC} python3 dev.py package")
    print(f"empreinte {seal.fingerprint(key.public)}")
    return 0


def sign_one(options: argparse.Namespace) -> int:
    """The file that a cabinet is given, beside the installer that it holds."""
    annonce = announced(options.installeur)
    key = SigningKey(seal.unlock(options.cle.read_bytes(), passphrase(options.phrase)))
    made = options.installeur.with_name(annonce.nom)
    update_file.write(made, annonce, options.installeur, key)
    print(told(made))
    print(f"signée par la clé {seal.fingerprint(key.public)}")
    return 0


def passphrase(file: Path | None, *, twice: bool = False) -> str:
    if file is not None:
        return file.read_text(encoding="utf-8").rstrip("\n")
    typed = getpass.getpass("Phrase de passe de la clé : ")
    if not typed or (twice and getpass.getpass("Encore une fois : ") != typed):
        raise SystemExit("Les deux phrases ne sont pas les mêmes, ou il n’y en a pas.")
    return typed


def announced(installer: Path) -> Annonce:
    """What is true of an installer of this very commit's version."""
    content = installer.read_bytes()
    annonce = Annonce(
        Version.lire(version()),
        migrations.CURRENT,
        SYSTEMS[installer.suffix],
        len(content),
        hashlib.sha256(content).hexdigest(),
        date.fromisoformat(commit().day),
        changes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version()),
    )
    if installer.name != annonce.installeur:
        raise SystemExit(
            f"{installer.name} : pour la version {annonce.version}, il faut {annonce.installeur}."
        )
    return annonce


def changes(text: str, number: str) -> tuple[str, ...]:
    """The sentences that a version has in CHANGELOG.md, as they must be read."""
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    part = next((each for each in parts if each.split(maxsplit=1)[0] == number), "")
    items = re.findall(r"^- (.+(?:\n  .+)*)", part, flags=re.MULTILINE)
    if not items:
        raise SystemExit(f"CHANGELOG.md ne dit pas ce qui change dans la version {number}.")
    joined = (re.sub(r"\s*\n\s*", " ", item) for item in items)
    return tuple(re.sub(r"(?<=«) | (?=[:;?!»])", NARROW, item) for item in joined)


def place(resources: Path) -> None:
    """Put the publisher's public key among the resources of a package, if there is one."""
    if known := publisher():
        (resources / PUBLIC).write_bytes(known.read_bytes())
    else:
        print(f"{VARIABLE} : aucune clé d’éditeur ; ce paquet n’accepte aucune mise à jour signée.")


def publisher() -> Path | None:
    """The file of the public key, once it was found to be one."""
    if not (named := os.environ.get(VARIABLE)):
        return None
    said = json.loads(Path(named).read_text(encoding="utf-8"))
    try:
        right = set(said) == {"nom", "cle"} and bool(said["nom"]) and seal.fingerprint(said["cle"])
    except KeyUnreadable:
        right = False
    named_so = Path(named).name == PUBLIC
    if not right or not named_so or len(said["cle"]) != 2 * seal.SEED:
        raise SystemExit(f"{named} : ce n’est pas « editeur.json », la clé publique d’un éditeur.")
    return Path(named)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
