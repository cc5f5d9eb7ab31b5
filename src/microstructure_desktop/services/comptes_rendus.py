"""Minutes of the closed meetings: their list, and what each is made of for its reader."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.ids import PatientId, SyntheseId
from microstructure_desktop.domain.numerotation import numeros
from microstructure_desktop.errors import AppError
from microstructure_desktop.reports.printed import AdditifImprime, Minutes

from . import additifs, journal
from .access import Permission, attends, check, check_attends
from .additifs import MeetingOpen
from .cercle import PartageLimite, cercle, limites
from .compte_rendu_fige import forfaits_imprimes
from .office import Office
from .reunis import courant, identifiants
from .situations import ouvertes_a, retenues

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.domain.synthese import Synthese
    from microstructure_desktop.store.work import Work


class NonEvoquee(AppError):
    sentence = "Cette personne n’a pas été évoquée à cette réunion."
    way_out = "Il n’y a rien à en extraire pour son dossier."


@dataclass(frozen=True, slots=True)
class CompteRenduLigne:
    """One closed meeting in the list; `numero` is its rank in the cabinet."""

    id: SyntheseId
    numero: int
    jour: date
    patients: int
    decisions: int
    additifs: int


@dataclass(frozen=True, slots=True)
class CompteRendu:
    """One of them, as far as the reader may know: `patients` discussed, in the order of the
    meeting, by the id they have there. `retenues` situations and `additifs_retenus` are not there.
    `initiales`: the cabinet prints no name.
    """

    ligne: CompteRenduLigne
    presents: "tuple[Membre, ...]"
    patients: "tuple[tuple[PatientId, Patient], ...]"
    additifs: tuple[AdditifImprime, ...]
    retenues: int
    additifs_retenus: int
    initiales: bool


def comptes_rendus(office: Office) -> tuple[CompteRenduLigne, ...]:
    """Those that the person may read, newest first."""
    check(office, Permission.REUNION)
    with office.store.read() as work:
        toutes = work.syntheses.all()
        rangs = numeros(toutes)
        ecrits = Counter(a.synthese for a in work.additifs.all())
        found = tuple(
            _ligne(s, rangs[s.id], ecrits[s.id])
            for s in toutes
            if s.close and attends(office, s.presents)
        )
    return tuple(reversed(found))


def compte_rendu(office: Office, synthese_id: SyntheseId) -> CompteRendu:
    """Raises:
    AccessDenied: the person was not there.
    MeetingOpen: there are no minutes yet.
    """
    check(office, Permission.REUNION)
    with office.store.read() as work:
        synthese = work.syntheses.get(synthese_id)
        check_attends(office, synthese.presents)
        if not synthese.close:
            raise MeetingOpen
        contenu = minutes(office, work, synthese)
    membres, patients = contenu.membres, contenu.patients
    seen = contenu.synthese.vues
    journal.opened(office, Action.LECTURE_COMPTE_RENDU, objet=synthese_id)
    return CompteRendu(
        _ligne(synthese, contenu.numero, contenu.additifs_ecrits),
        tuple(membres[m] for m in synthese.presents),
        tuple((s.patient, patients[s.patient]) for s in seen),
        contenu.additifs,
        contenu.retenues,
        contenu.additifs_retenus,
        contenu.cabinet.initiales,
    )


def minutes(office: Office, work: "Work", synthese: "Synthese") -> Minutes:
    """All that the reader may print of a meeting, inside an open reading."""
    lecture = cercle(office, work)
    ajoutes = additifs.lus(work, lecture, synthese.id)
    cabinet = work.cabinet.get()
    equipe = work.equipe.all()
    return Minutes(
        cabinet,
        ouvertes_a(lecture, synthese),
        numeros(work.syntheses.all())[synthese.id],
        {p.id: p for p in work.patients.all()},
        {m.id: m for m in equipe},
        forfaits_imprimes(work, office, synthese),
        work.revisions.fingerprint(),
        office.now().astimezone(),
        not synthese.close,
        retenues=retenues(lecture, synthese),
        additifs=ajoutes.lus,
        additifs_ecrits=ajoutes.ecrits,
        additifs_retenus=ajoutes.retenus,
        initiales=cabinet.initiales,
        fermees=limites(work, (m for m in equipe if m.actif)),
    )


def extrait(office: Office, work: "Work", synthese: "Synthese", patient_id: PatientId) -> Minutes:
    """What the minutes say of one person, and nothing of anybody else.

    Raises:
        PartageLimite: the person objects to who asks.
        NonEvoquee: they were not discussed, under any of their records.
    """
    ids = identifiants(work, courant(work, patient_id))
    discussed = [s for s in synthese.vues if s.patient in ids]
    if not discussed:
        raise NonEvoquee
    if any(cercle(office, work).ferme(s.patient) for s in discussed):
        raise PartageLimite
    whole = minutes(office, work, synthese)
    theirs = replace(
        whole.synthese,
        situations=tuple(discussed),
        reprises=tuple(r for r in whole.synthese.reprises if r.patient in ids),
        organisation="",
    )
    return replace(
        whole,
        synthese=theirs,
        patients={p: whole.patients[p] for p in whole.patients.keys() & ids},
        forfaits={p: f for p, f in whole.forfaits.items() if p in ids},
        fermees={p: m for p, m in whole.fermees.items() if p in ids},
        additifs=tuple(a for a in whole.additifs if a.patient in ids),
        retenues=0,
        additifs_retenus=0,
    )


def _ligne(synthese: "Synthese", rang: int, ecrits: int) -> CompteRenduLigne:
    return CompteRenduLigne(
        synthese.id, rang, synthese.jour, synthese.evoquees, _decisions(synthese), ecrits
    )


def _decisions(synthese: "Synthese") -> int:
    return sum(len(s.decisions) for s in synthese.vues)
