"""What the demonstration leaves to read: every month's minutes, a fiche, one month's export."""

from dataclasses import dataclass
from pathlib import Path

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import documents, envois, expedition, syntheses
from microstructure_desktop.services.office import Office, today

from . import animatrice


@dataclass(frozen=True, slots=True)
class Papers:
    """`files` are the documents written; `export` the sealed month, when a month is over."""

    files: tuple[Path, ...]
    export: Path | None


def write(office: Office) -> Papers:
    """Write them under the cabinet's documents folder."""
    folder = office.home.documents
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for ligne in reversed(syntheses.reunions(office).lignes):
        document = documents.minutes(office, ligne.id)
        files.append(folder / document.fichier)
        documents.deliver(office, document, files[-1])
    with office.store.read() as work:
        lignes = [f for f in work.fiches.all() if f.complete]
    if lignes:
        document = documents.fiche(office, max(lignes, key=lambda f: f.jour).id)
        files.append(folder / document.fichier)
        documents.deliver(office, document, files[-1])
    return Papers(tuple(files), _export(office, folder / "export"))


def _export(office: Office, folder: Path) -> Path | None:
    mois = Mois.de(today(office)).plus(-1)
    if mois not in envois.months(office):
        return None
    folder.mkdir(exist_ok=True)
    animatrice.convenir(office)
    pli = envois.sceller(office, mois)
    tentative = expedition.a_remettre(office, pli.paquet, dossier=folder)
    expedition.noter(office, tentative, expedition.deposer(tentative))
    return folder / pli.nom
