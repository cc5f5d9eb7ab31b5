"""The animator's desk of a fictional region: her keys, her convention, what she receives."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from microstructure_desktop.animateur import annee, enrol, inbox, keys, register, report, workbook
from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.animateur.keys import Cles
from microstructure_desktop.animateur.register import Register
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.accuse import EtatAccuse
from microstructure_desktop.exchange.convention import CanalPropose
from microstructure_desktop.exchange.seal import fingerprint
from microstructure_desktop.paths import Home

from .animatrice import CONTACT, NOM
from .cabinet import REGION

PHRASE = "animation de demonstration"
PHRASE_SAUVEGARDE = "sauvegarde de demonstration"
JOUR_LIMITE = 10
COURRIEL = CanalPropose(
    TypeCanal.COURRIEL, "animation@exemple.invalid", "Courriel de la coordination"
)


@dataclass(frozen=True, slots=True)
class Poste:
    """The desk of whoever receives: nothing of it is open between two actions."""

    home: Home
    cles: Cles
    convention: bytes

    @property
    def empreinte(self) -> str:
        """What she reads aloud to a cabinet."""
        return fingerprint(self.cles.signature.public)

    def enrol(self, inscription: bytes, empreinte: str, jour: date) -> None:
        """Enter a cabinet, awaited from this month on; `empreinte` is what it read aloud."""
        opened = self.register()
        try:
            enrol.inscrire(opened, inscription, empreinte, jour, depuis=Mois.de(jour))
        finally:
            opened.close()

    def receive(self, chemins: Iterable[Path], jour: date) -> tuple[EtatAccuse, ...]:
        """Receive these files, and leave their receipts beside them."""
        opened = self.register()
        try:
            accuses = self.home.animateur / inbox.ACCUSES
            rows = inbox.receive_all(opened, self.cles, chemins, accuses, jour)
        finally:
            opened.close()
        return tuple(row.issue.etat for row in rows)

    def report(self, numero: int, edite_le: datetime) -> dict[str, bytes]:
        """The year as she would hand it over: a document and a workbook, by name."""
        opened = self.register()
        try:
            with opened.read() as work:
                read = annee.lire(work, numero, edite_le.date())
        finally:
            opened.close()
        return {
            annee.nom(read, ".pdf"): report.rapport(read, edite_le),
            annee.nom(read, ".xlsx"): workbook.xlsx(read, edite_le),
        }

    def register(self) -> Register:
        return Register.open(register.address(self.home))


def install(home: Home, sauvegarde: Path, jour: date) -> Poste:
    """New keys, their backup in its safe, a register and the first convention."""
    home.animateur.mkdir(parents=True)
    cles = keys.create(home.animateur / keys.FICHIER, PHRASE, sauvegarde, PHRASE_SAUVEGARDE)
    projet = Projet(REGION, NOM, CONTACT, jour_limite=JOUR_LIMITE, canaux=(COURRIEL,))
    opened = Register.open(register.address(home))
    try:
        convention = enrol.faire_convention(opened, cles, projet, jour)
    finally:
        opened.close()
    return Poste(home, cles, convention)
