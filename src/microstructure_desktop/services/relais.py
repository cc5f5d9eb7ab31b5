"""Appointments of who receives nobody any more, for a colleague to take over."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre, Role
from microstructure_desktop.domain.ids import MembreId, RendezVousId
from microstructure_desktop.domain.patient import Patient

from . import presences
from .access import AccessDenied, Permission, allowed, check
from .conflits import conflits
from .equipe import may_manage, membres
from .office import Office, today
from .oppositions import of_patient

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.store.work import Work


@dataclass(frozen=True, slots=True)
class ARelayer:
    """`reserves`: what speaks against the colleague thought of, in sentences."""

    rendez_vous: RendezVous
    patient: Patient
    membre: Membre
    reserves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relais:
    """`collegues`: who can take over; `vers`: the one thought of, None when nobody can."""

    a_relayer: tuple[ARelayer, ...]
    collegues: tuple[Membre, ...]
    vers: Membre | None


def may_hand_over(membre: Membre, equipe: "Iterable[Membre]") -> bool:
    """Who manages the accounts, and the reception, which holds everybody's agenda."""
    return membre.role is Role.SECRETARIAT or may_manage(membre, equipe)


def relais(office: Office, vers: MembreId | None = None) -> Relais:
    """What is to be taken over, and what speaks against a colleague: the first of the profession
    when none is thought of.
    """
    _check(office)
    with office.store.read() as work:
        equipe = work.equipe.all()
        found = _a_relayer(work, today(office))
    collegues = tuple(m for m in equipe if _receives(m))
    metiers = [ligne.membre.role for ligne in found]
    ordered = sorted(collegues, key=lambda m: (m.id != vers, m.role not in metiers))
    choisi = ordered[0] if ordered else None
    if choisi is not None:
        found = [replace(x, reserves=_reserves(office, x, choisi)) for x in found]
    return Relais(tuple(found), collegues, choisi)


def confier(
    office: Office, rendez_vous: tuple[RendezVousId, ...], membre_id: MembreId
) -> tuple[RendezVous, ...]:
    """Give appointments to a colleague, at the same hours; one transaction.

    Raises:
        AccessDenied: the agenda is held by others, or the colleague receives nobody.
    """
    _check(office)
    with office.store.begin(office.membre.id, office.now()) as work:
        if not _receives(work.equipe.get(membre_id)):
            raise AccessDenied(
                "Cette personne ne reçoit pas.", "Choisissez un autre professionnel de l’équipe."
            )
        left = {
            ligne.rendez_vous.id: ligne.rendez_vous for ligne in _a_relayer(work, today(office))
        }
        made = tuple(replace(left[x], membre=membre_id) for x in rendez_vous if x in left)
        for taken in made:
            work.rendez_vous.save(taken)
    return made


def _check(office: Office) -> None:
    check(office, Permission.ECRIRE_AGENDA)
    if not may_hand_over(office.membre, membres(office)):
        raise AccessDenied(way_out="Demandez au secrétariat, ou au médecin du cabinet.")


def _receives(membre: Membre) -> bool:
    return membre.actif and membre.role in SOIGNANTS


def _a_relayer(work: "Work", le: date) -> list[ARelayer]:
    """Those to come; what already has its outcome, or was withdrawn with its record, is over."""
    equipe = {m.id: m for m in work.equipe.all()}
    patients = {p.id: p for p in work.patients.all()}
    actes = presences.actes_entre(work, le, le)
    return [
        ARelayer(r, patients[r.patient], equipe[r.membre])
        for r in work.rendez_vous.between(le, date.max)
        if not _receives(equipe[r.membre])
        and r.patient in patients
        and presences.acte_de(r, actes) is None
    ]


def _reserves(office: Office, ligne: ARelayer, vers: Membre) -> tuple[str, ...]:
    rdv = ligne.rendez_vous
    found = [c.phrase for c in conflits(office, [replace(rdv, membre=vers.id)], rdv.id)]
    if allowed(office.membre.role, Permission.CLINIQUE):
        with office.store.read() as work:
            if of_patient(work, rdv.patient).ferme(vers):
                found.append(f"Cette personne s’oppose au partage avec {vers.nom_affiche}.")
    return tuple(found)
