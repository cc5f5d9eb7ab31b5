"""When each professional is at the cabinet, and when they are away."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from microstructure_desktop.domain.agenda import Absence, Permanence
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre, Role
from microstructure_desktop.domain.ids import AbsenceId, MembreId, PermanenceId, new_id

from .access import AccessDenied, Permission, check
from .office import Office, today


@dataclass(frozen=True, slots=True)
class PermanenceSaisie:
    """None: empty, or not understood. `unique`: held on the day `depuis` only, not each week."""

    membre: MembreId
    debut: time | None
    fin: time | None
    depuis: date | None
    unique: bool = False


@dataclass(frozen=True, slots=True)
class AbsenceSaisie:
    """`motif` is a code of the list ABSENCE, or nothing."""

    membre: MembreId
    du: date | None
    au: date | None
    motif: str = ""


@dataclass(frozen=True, slots=True)
class Temps:
    """The times of one professional: permanences to come or under way, absences not over."""

    membre: Membre
    permanences: tuple[Permanence, ...]
    absences: tuple[Absence, ...]


def permanence_problems(saisie: PermanenceSaisie) -> dict[str, str]:
    """Field name to sentence; empty when it can be saved."""
    faults = {}
    if saisie.debut is None:
        faults["debut"] = "Entrez l’heure de début, par exemple 14:00."
    if saisie.fin is None:
        faults["fin"] = "Entrez l’heure de fin, par exemple 17:00."
    elif saisie.debut is not None and saisie.fin <= saisie.debut:
        faults["fin"] = "La fin doit suivre le début."
    if saisie.depuis is None:
        faults["depuis"] = "Entrez le premier jour, par exemple 24/11/2026."
    return faults


def absence_problems(saisie: AbsenceSaisie) -> dict[str, str]:
    """Field name to sentence; empty when it can be saved."""
    faults = {}
    if saisie.du is None:
        faults["du"] = "Entrez le premier jour d’absence, par exemple 21/12/2026."
    if saisie.au is None:
        faults["au"] = "Entrez le dernier jour d’absence, par exemple 31/12/2026."
    elif saisie.du is not None and saisie.au < saisie.du:
        faults["au"] = "Le dernier jour doit suivre le premier."
    return faults


def temps(office: Office) -> tuple[Temps, ...]:
    """Everybody who receives, with what is written down for them."""
    check(office, Permission.AGENDA)
    le = today(office)
    with office.store.read() as work:
        permanences, absences = work.permanences.all(), work.absences.all()
        membres = [m for m in work.equipe.all() if m.actif and m.role in SOIGNANTS]
    return tuple(
        Temps(
            membre,
            tuple(sorted((p for p in permanences if _current(p, membre, le)), key=_in_week)),
            tuple(a for a in absences if a.membre == membre.id and a.au >= le),
        )
        for membre in membres
    )


def may_write(role: Role, me: MembreId, membre: MembreId) -> bool:
    """One's own times; everybody's for the reception and for a doctor."""
    return me == membre or role in (Role.SECRETARIAT, Role.MEDECIN)


def tenir(office: Office, saisie: PermanenceSaisie) -> Permanence:
    """Write a presence down: each week on the weekday it begins, or once.

    Raises:
        AccessDenied: it is another professional's.
    """
    _check_writer(office, saisie.membre)
    assert saisie.debut is not None
    assert saisie.fin is not None
    assert saisie.depuis is not None
    made = Permanence(
        PermanenceId(new_id()),
        saisie.membre,
        saisie.depuis.weekday(),
        saisie.debut,
        saisie.fin,
        saisie.depuis,
        saisie.depuis if saisie.unique else None,
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        work.permanences.save(made)
    return made


def cesser(office: Office, permanence_id: PermanenceId) -> None:
    """End a weekly presence today: the past weeks keep it; one not begun is taken back."""
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.permanences.get(permanence_id)
        _check_writer(office, known.membre)
        if known.depuis >= today(office):
            work.permanences.void(permanence_id, "Permanence retirée avant son début")
        else:
            work.permanences.save(replace(known, jusqu_a=today(office) - timedelta(days=1)))


def s_absenter(office: Office, saisie: AbsenceSaisie) -> Absence:
    """Write days away down; the appointments of these days are for the person to move.

    Raises:
        AccessDenied: it is another professional's.
    """
    _check_writer(office, saisie.membre)
    assert saisie.du is not None
    assert saisie.au is not None
    made = Absence(AbsenceId(new_id()), saisie.membre, saisie.du, saisie.au, saisie.motif)
    with office.store.begin(office.membre.id, office.now()) as work:
        work.absences.save(made)
    return made


def revenir(office: Office, absence_id: AbsenceId) -> None:
    """Take an absence back."""
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.absences.get(absence_id)
        _check_writer(office, known.membre)
        work.absences.void(absence_id, "Absence retirée")


def rendez_vous_pendant(office: Office, absence: Absence) -> int:
    """How many people are awaited by somebody who will be away."""
    check(office, Permission.AGENDA)
    with office.store.read() as work:
        prevus = work.rendez_vous.between(absence.du, absence.au)
    return sum(r.membre == absence.membre for r in prevus)


def _current(permanence: Permanence, membre: Membre, le: date) -> bool:
    ended = permanence.jusqu_a is not None and permanence.jusqu_a < le
    return permanence.membre == membre.id and not ended


def _in_week(permanence: Permanence) -> tuple[int, time]:
    return permanence.jour_semaine, permanence.debut


def _check_writer(office: Office, membre: MembreId) -> None:
    check(office, Permission.ECRIRE_AGENDA)
    if not may_write(office.membre.role, office.membre.id, membre):
        raise AccessDenied(
            "Ces horaires sont ceux d’un autre professionnel.",
            "Voyez avec lui, ou avec le secrétariat.",
        )
