"""What the page of the convention asks; each runs on the worker's thread."""

from dataclasses import dataclass

from microstructure_desktop.animateur import empreinte, enrol, keys, projets
from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.animateur.errors import NoConvention
from microstructure_desktop.ui.animateur import desk as desks
from microstructure_desktop.ui.animateur.desk import Desk, Secrets


@dataclass(frozen=True, slots=True)
class Etat:
    """`cle`: the fingerprint that cabinets confirm. `suit`: whether the convention names the keys
    of today; after a restoration it does not, and another one must be made.
    """

    cle: str
    projet: Projet | None
    numero: int
    suit: bool


def lire(desk: Desk) -> Etat:
    with desk.register.read() as work:
        current = work.conventions.current()
    key = empreinte.of_key(desk.cles.signature.public)
    if current is None:
        return Etat(key, None, 0, suit=False)
    said = current.convention
    same = (said.cle, said.destinataires) == (desk.cles.signature.public, desk.cles.destinataires)
    return Etat(key, projets.of(said), said.numero, suit=same)


def faire(desk: Desk, projet: Projet) -> tuple[str, bytes]:
    """A convention, entered before it is handed over: (a file's name, its bytes).

    Raises:
        AppError: which one says why.
    """
    enrol.faire_convention(desk.register, desk.cles, projet, desk.today())
    desk.changed("convention")
    return fichier(desk)


def fichier(desk: Desk) -> tuple[str, bytes]:
    """The convention in force, as it was signed."""
    with desk.register.read() as work:
        current = work.conventions.current()
    if current is None:
        raise NoConvention
    return projets.nom(current.convention), current.octets


def renouveler(desk: Desk, secrets: Secrets) -> tuple[str, bytes]:
    """Other keys, and the convention that tells the cabinets: the former key vouches for it.

    Raises:
        AppError: which one says why.
    """
    path = desks.keys_file(desk.home)
    desk.cles = keys.rotate(path, secrets.phrase, secrets.sauvegarde, secrets.phrase_sauvegarde)
    desk.changed("convention")
    projet = lire(desk).projet
    if projet is None:
        raise NoConvention
    return faire(desk, projet)
