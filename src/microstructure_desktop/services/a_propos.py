"""What this application is made of, and a text for who helps from afar."""

import json
import platform
import shutil
from dataclasses import dataclass

from microstructure_desktop import __version__, assets

from . import mise_a_jour, sauvegardes
from .mise_a_jour import Editeur
from .office import Office

LICENCES, NOTICES = "licences.json", "NOTICES.md"
_MO = 1_000_000
_CELLS = 3


@dataclass(frozen=True, slots=True)
class Composant:
    """Something that the application carries, and the text it is given away with."""

    nom: str
    version: str
    licence: str
    texte: str


@dataclass(frozen=True, slots=True)
class APropos:
    """`lignes`: what a person reads, name and value. `complet`: a package carries the list of
    its components; sources only name them. `diagnostic`: about the computer, about nobody.
    """

    lignes: tuple[tuple[str, str], ...]
    composants: tuple[Composant, ...]
    complet: bool
    editeur: Editeur | None
    diagnostic: str


def a_propos(office: Office, qt: str = "") -> APropos:
    """Everybody may read it; `qt` is the version that draws."""
    parts = _parts(qt)
    data = ("Dossier des données", str(office.home.root))
    known, carried = mise_a_jour.editeur(), composants()
    return APropos(
        (*parts[:2], data, *parts[2:]),
        carried or nommes(),
        bool(carried),
        known,
        _diagnostic(office, parts, known),
    )


def composants() -> tuple[Composant, ...]:
    """What a package was built with; nothing in a checkout."""
    try:
        said = json.loads(assets.text(LICENCES))
        return tuple(Composant(e["nom"], e["version"], e["licence"], e["texte"]) for e in said)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def nommes() -> tuple[Composant, ...]:
    """What the list at the top of the sources names, and what each is for; nothing elsewhere."""
    try:
        text = (assets.root().parent / NOTICES).read_text(encoding="utf-8")
    except OSError:
        return ()
    rows = (line.replace("*", "").strip("| ").split(" | ") for line in text.splitlines())
    told = [row for row in rows if len(row) == _CELLS][1:]
    return tuple(Composant(nom, "", licence, role) for nom, role, licence in told)


def _parts(qt: str) -> tuple[tuple[str, str], ...]:
    from microstructure_desktop.store import engine, migrations

    sqlite, cipher = engine.versions()
    return (
        ("Version", __version__),
        ("Schéma du coffre", str(migrations.CURRENT)),
        ("Système", f"{platform.system()} {platform.release()}, {platform.machine()}"),
        ("Python", platform.python_version()),
        ("Qt", qt),
        ("SQLCipher", cipher),
        ("SQLite", sqlite),
    )


def _diagnostic(office: Office, parts: tuple[tuple[str, str], ...], known: Editeur | None) -> str:
    """Neither the folder, which may bear a name, nor anything that was entered."""
    here = sauvegardes.lister(office.home.sauvegardes)
    latest = f"{here[0].faite_le.astimezone():%d/%m/%Y %H:%M}" if here else "aucune"
    store = sum(each.stat().st_size for each in office.home.coffre.glob("*.db*"))
    free = shutil.disk_usage(office.home.root).free
    said = (
        *parts,
        ("Taille du coffre", f"{store / _MO:.1f} Mo".replace(".", ",")),
        ("Place libre", f"{free // _MO} Mo"),
        ("Sauvegardes de cet ordinateur", str(len(here))),
        ("Dernière sauvegarde", latest),
        ("Clé d’éditeur", known.empreinte if known else "aucune"),
    )
    return "\n".join(f"{name}\u00a0: {value}" for name, value in said)
