"""One cabinet of a fictional region writes to its animator: it agrees, then sends each month."""

import shutil
from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import Pli
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import CanalId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import (
    canaux,
    consultations,
    documents,
    enrolement,
    envois,
    expedition,
    inscription,
)
from microstructure_desktop.services.office import Office

from .cabinet import Story
from .poste import Poste

if TYPE_CHECKING:
    from microstructure_desktop.exchange.accuse import EtatAccuse

SENDING_DAY = 3
EVENING, LATER = time(19, 30), time(20)
FORGOTTEN = time(17)
_DAMAGED = 700
"""A byte past the header of a sealed file: nobody can tell any more what it held."""


@dataclass(frozen=True, slots=True)
class Incidents:
    """The months that do not go like the others.

    `corrige` is sent again with a session that had been forgotten, `abime` is damaged on its way,
    `double` goes by two ways; from `muet` on, nothing is sent.
    """

    corrige: Mois | None = None
    abime: Mois | None = None
    double: Mois | None = None
    muet: Mois | None = None


class Correspondance:
    """What a cabinet does in the evening, and what the animator answered."""

    def __init__(self, poste: Poste, boite: Path, incidents: Incidents) -> None:
        self._poste = poste
        self._boite = boite
        self._incidents = incidents
        self._dossier = CanalId(new_id())
        self.etats: list[EtatAccuse] = []

    def evening(self, story: Story, jour: date) -> None:
        story.clock.set(jour, EVENING)
        mois = Mois.de(jour).plus(-1)
        if jour == story.first:
            self._agree(story.offices[Role.MEDECIN], jour)
        elif jour == sending_day(jour, story.plan.dernier) and mois >= Mois.de(story.first):
            self._send(story, mois, jour)

    def _agree(self, office: Office, jour: date) -> None:
        """Both hear each other's fingerprint; the cabinet then knows where to leave its months."""
        enrolement.importer(office, self._poste.convention)
        heard = " ".join(self._poste.empreinte.split()[-2:])
        key = enrolement.confirmer(office, heard).cle
        assert key is not None
        document = inscription.fichier(office)
        self._boite.mkdir(parents=True)
        documents.deliver(office, document, self._boite / document.fichier)
        self._poste.enrol(document.pdf, key.empreinte, jour)
        folder = Reglage(
            self._dossier, TypeCanal.DOSSIER, "Dossier commun avec l’animateur", str(self._boite)
        )
        canaux.regler(office, folder)

    def _send(self, story: Story, mois: Mois, jour: date) -> None:
        said = self._incidents
        if said.muet is not None and mois >= said.muet:
            return
        office = story.offices[Role.MEDECIN]
        leaving = [mois]
        if said.corrige == mois.plus(-1):
            _remember(story, said.corrige)
            leaving.insert(0, said.corrige)
        for each in leaving:
            came = self._handed_over(office, envois.sceller(office, each), each)
            self.etats += self._poste.receive(came, jour)
        story.clock.set(jour, LATER)
        expedition.ranger(office, expedition.relever(expedition.a_relever(office)))

    def _handed_over(self, office: Office, pli: Pli, mois: Mois) -> list[Path]:
        """The files that reach the animator."""
        _hand_over(office, pli, self._dossier)
        arrived = [self._boite / pli.nom]
        if mois == self._incidents.abime:
            _damage(arrived[0])
        if mois == self._incidents.double:
            arrived.append(self._posted(office, pli))
        expedition.remis(office, pli.paquet)
        return arrived

    def _posted(self, office: Office, pli: Pli) -> Path:
        """The same month as a message, by the address that the convention gives."""
        (offered,) = canaux.propositions(office)
        voie = canaux.regler(office, canaux.nouveau(offered))
        written = _hand_over(office, pli, voie.reglage.id).messages / f"{pli.nom}.eml"
        return Path(shutil.copy(written, self._boite))


def sending_day(jour: date, dernier: date) -> date:
    """A few days after the month is over, and not after the story is."""
    return min(jour.replace(day=SENDING_DAY), dernier)


def _hand_over(office: Office, pli: Pli, canal: CanalId) -> expedition.Tentative:
    tentative = expedition.a_remettre(office, pli.paquet, canal=canal)
    expedition.noter(office, tentative, expedition.deposer(tentative))
    return tentative


def _damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[_DAMAGED] ^= 1
    path.write_bytes(content)


def _remember(story: Story, mois: Mois) -> None:
    """The psychologist notes a session that she had forgotten."""
    office = story.offices[Role.PSYCHOLOGUE]
    person = min(story.people, key=lambda p: p.left)  # the first to have come, if still there
    opened = consultations.open_seance(office, person.id)
    saisie = replace(
        opened.saisie,
        type=TypeActe.CONS_PSY,
        jour=mois.dernier,
        heure=FORGOTTEN,
        duree=45,
        lieu="CABINET",
        issue=Issue.HONORE,
        prochain_jour=None,
    )
    consultations.record(office, opened.id, person.id, saisie, opened.based_on)
    story.seances += 1
