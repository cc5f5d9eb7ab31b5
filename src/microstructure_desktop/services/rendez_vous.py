"""Take, move and cancel appointments: one's own, or anybody's for the reception."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre
from microstructure_desktop.domain.ids import MembreId, PatientId, RendezVousId, new_id
from microstructure_desktop.errors import AppError

from . import presences
from .access import AccessDenied, Permission, check
from .conflits import Conflit, conflits
from .office import Office
from .reunis import current

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

DUREES = (5, 480)
MOST = 26
LONGEST = 60
FURTHEST = timedelta(days=731)


class AppointmentOver(AppError):
    sentence = "Ce rendez-vous a déjà son issue : il ne se déplace plus."
    way_out = "Prenez un nouveau rendez-vous, ou corrigez la séance."


@dataclass(frozen=True, slots=True)
class RendezVousSaisi:
    """What the form holds once its fields are understood; None: empty, or not understood."""

    membre: MembreId | None
    patient: PatientId | None = None
    jour: date | None = None
    heure: time | None = None
    duree: int | None = None
    entourage: bool = False
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Serie:
    """`fois` appointments in all, every so many weeks."""

    fois: int = 1
    semaines: int = 1


UNE_FOIS = Serie()


def problems(saisi: RendezVousSaisi, aujourdhui: date) -> dict[str, str]:
    """Field name to sentence; empty when it can be taken."""
    faults = {}
    if saisi.patient is None:
        faults["patient"] = "Choisissez la personne : tapez son nom, puis Entrée."
    if saisi.membre is None:
        faults["membre"] = "Choisissez le professionnel."
    if saisi.jour is None:
        faults["jour"] = "Entrez la date du rendez-vous, par exemple 26/11/2026 ou +2 sem."
    elif saisi.jour < aujourdhui:
        faults["jour"] = "Le rendez-vous doit être aujourd’hui ou après."
    elif saisi.jour > aujourdhui + FURTHEST:
        faults["jour"] = "Vérifiez l’année du rendez-vous : il serait dans plus de deux ans."
    if saisi.heure is None:
        faults["heure"] = "Entrez l’heure du rendez-vous, par exemple 14:30."
    low, high = DUREES
    if saisi.duree is None or not low <= saisi.duree <= high:
        faults["duree"] = "Entrez la durée en minutes, par exemple 45."
    if len(saisi.precision) > LONGEST:
        faults["precision"] = f"{LONGEST} caractères au plus : le reste a sa place dans la séance."
    return faults


def professionnels(office: Office) -> tuple[Membre, ...]:
    """For whom the person may take an appointment: themselves, or everybody who receives."""
    check(office, Permission.ECRIRE_AGENDA)
    if office.membre.role in SOIGNANTS:
        return (office.membre,)
    with office.store.read() as work:
        return tuple(m for m in work.equipe.all() if m.actif and m.role in SOIGNANTS)


def questions(
    office: Office,
    saisi: RendezVousSaisi,
    serie: Serie = UNE_FOIS,
    sauf: RendezVousId | None = None,
) -> tuple[Conflit, ...]:
    """What speaks against it before it is taken or moved."""
    check(office, Permission.ECRIRE_AGENDA)
    return conflits(office, _voulus(saisi, serie), sauf)


def prendre(
    office: Office, saisi: RendezVousSaisi, serie: Serie = UNE_FOIS
) -> tuple[RendezVous, ...]:
    """Write an appointment down, or a series of them, in one transaction.

    Raises:
        AccessDenied: it is for another professional.
    """
    made = _voulus(saisi, serie)
    _check_writer(office, made[0].membre)
    with office.store.begin(office.membre.id, office.now()) as work:
        for rendez_vous in made:
            current(work, rendez_vous.patient)
            work.rendez_vous.save(rendez_vous)
    return made


def deplacer(office: Office, rendez_vous_id: RendezVousId, saisi: RendezVousSaisi) -> RendezVous:
    """Change the day, the hour, the professional or the words of an appointment to come.

    Raises:
        AccessDenied: it is, or would be, another professional's.
        AppointmentOver: it was kept, or not, already.
    """
    (voulu,) = _voulus(saisi, UNE_FOIS)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = to_come(work, office, rendez_vous_id)
        _check_writer(office, voulu.membre)
        arrivee = known.arrivee if known.jour == voulu.jour else None
        made = replace(voulu, id=known.id, patient=known.patient, arrivee=arrivee)
        work.rendez_vous.save(made)
    return made


def annuler(office: Office, rendez_vous_id: RendezVousId, motif: str = "") -> RendezVous:
    """Take an appointment out of the agenda; it stays in the history, with the reason if any.

    Raises:
        AccessDenied: it is another professional's.
        AppointmentOver: it was kept, or not, already.
    """
    with office.store.begin(office.membre.id, office.now()) as work:
        known = to_come(work, office, rendez_vous_id)
        work.rendez_vous.void(rendez_vous_id, motif.strip() or "Rendez-vous annulé")
    return known


def _voulus(saisi: RendezVousSaisi, serie: Serie) -> tuple[RendezVous, ...]:
    assert saisi.membre is not None
    assert saisi.patient is not None
    assert saisi.jour is not None
    assert saisi.heure is not None
    assert saisi.duree is not None
    return tuple(
        RendezVous(
            RendezVousId(new_id()),
            saisi.patient,
            saisi.membre,
            saisi.jour + timedelta(weeks=rang * serie.semaines),
            saisi.heure,
            saisi.duree,
            saisi.entourage,
            saisi.precision.strip(),
        )
        for rang in range(min(serie.fois, MOST))
    )


def to_come(work: "Work", office: Office, rendez_vous_id: RendezVousId) -> RendezVous:
    """An appointment that the person may change, and that nothing has ended.

    Raises:
        AccessDenied: it is another professional's.
        AppointmentOver: it was kept, or not, already.
    """
    known = work.rendez_vous.get(rendez_vous_id)
    _check_writer(office, known.membre)
    actes = presences.actes_entre(work, known.jour, known.jour)
    if presences.acte_de(known, actes) is not None:
        raise AppointmentOver
    return known


def _check_writer(office: Office, membre: MembreId) -> None:
    check(office, Permission.ECRIRE_AGENDA)
    if office.membre.role in SOIGNANTS and membre != office.membre.id:
        raise AccessDenied(
            "Cet agenda est celui d’un autre professionnel.",
            "Voyez avec lui, ou avec le secrétariat.",
        )
