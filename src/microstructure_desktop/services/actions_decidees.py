"""What the meetings decided: who does it, by when, and what somebody says became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.actions import (
    Action,
    actions,
    actions_du_reseau,
    au_courant,
    contredites,
    sans_dire,
)
from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import DecisionId, MembreId, SyntheseId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.reunion import Reunion
from microstructure_desktop.domain.suites_donnees import SuiteDonnee
from microstructure_desktop.domain.synthese import Reprise, Suite, Synthese, TypeDecision
from microstructure_desktop.errors import AppError

from .access import AccessDenied, Permission, allowed, attends, check
from .cercle import cercle
from .motif import ReasonMissing, motif_problem
from .office import Office, today
from .reunis import current, syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

_DITE_AUTREMENT = "Dite autrement en réunion"


class ActionTerminee(AppError):
    sentence = "Cette action n’est plus à faire."
    way_out = "Elle a été notée faite ou abandonnée entre-temps : la liste est à jour."


class ActionDUnAutre(AccessDenied):
    sentence = "Cette action revient à un autre membre de l’équipe."
    way_out = "Demandez-lui de la noter, ou dites-le à la prochaine réunion."


@dataclass(frozen=True, slots=True)
class ActionDecidee:
    """`qui` does it, anybody when None; `par` said that it is over, the meeting when None.

    `patient` None: a meeting that names nobody asked for it. `mienne`: the reader may say what
    became of it.
    """

    action: Action
    patient: Patient | None
    qui: Membre | None = None
    par: Membre | None = None
    mienne: bool = False


@dataclass(frozen=True, slots=True)
class MesActions:
    """What waits, late first: the reader's own, and the team's, which anybody may do."""

    jour: date
    miennes: tuple[ActionDecidee, ...]
    equipe: tuple[ActionDecidee, ...]


def peut_agir(membre: Membre, *, reseau: bool) -> bool:
    """Whether somebody finds in a list what a meeting asks of them, and may say what became of it.

    `reseau`: of a meeting that names nobody.
    """
    rights = (Permission.ECRIRE_RESEAU, *(() if reseau else (Permission.REUNION,)))
    return membre.actif and all(allowed(membre.role, right) for right in rights)


def mes_actions(office: Office) -> MesActions:
    """What the closed meetings ask of the person at the keyboard, and of nobody in particular."""
    check(office, Permission.RESEAU)
    le = today(office)
    with office.store.read() as work:
        lecture = cercle(office, work)
        read = _Reader(office, work)
        waiting = [a for a in _readable(office, work) if a.ouverte and not lecture.ferme(a.patient)]
    found = [read.decidee(a) for a in sorted(waiting, key=lambda a: _rank(a, le))]
    return MesActions(
        le,
        tuple(a for a in found if a.action.decision.qui == office.membre.id),
        tuple(a for a in found if a.mienne and a.action.decision.qui != office.membre.id),
    )


def faire(office: Office, decision_id: DecisionId) -> SuiteDonnee:
    """Say that it is done; the meeting that decided it stays as it is.

    Raises:
        ActionTerminee: it does not wait any more.
        ActionDUnAutre: it is somebody else's.
        PartageLimite: the person objects to who asks.
    """
    return _say(office, decision_id, Suite.FAITE, "")


def abandonner(office: Office, decision_id: DecisionId, motif: str) -> SuiteDonnee:
    """Say that it will not be done, and why.

    Raises:
        ReasonMissing: nothing says why.
        ActionTerminee, ActionDUnAutre, PartageLimite: as when it is done.
    """
    check(office, Permission.ECRIRE_RESEAU)
    if motif_problem(motif) is not None:
        raise ReasonMissing
    return _say(office, decision_id, Suite.ABANDONNEE, motif.strip())


def decisions(office: Office, work: "Work", patient: Patient) -> tuple[ActionDecidee, ...]:
    """Everything decided about somebody, the latest first; who reads it is asked before."""
    read = _Reader(office, work)
    about = [a for a in _everything(work) if a.patient == patient.id]
    return tuple(read.decidee(a) for a in sorted(about, key=lambda a: a.depuis, reverse=True))


def a_suivre(office: Office, work: "Work", reunion: Reunion) -> tuple[ActionDecidee, ...]:
    """Of a closed meeting, its own actions and what became of them; of one to be held, what those
    of its type asked for and still waits. What is over comes last, what is late first.
    """
    read, le = _Reader(office, work), today(office)
    asked = (a for a in _of_the_network(work) if a.reunion is reunion.type)
    found = [
        a for a in asked if (a.synthese == SyntheseId(reunion.id) if reunion.close else a.ouverte)
    ]
    found.sort(key=lambda a: (not a.ouverte, *_rank(a, le)))
    return tuple(read.decidee(a) for a in found)


def avis_demandes(office: Office, work: "Work") -> tuple[ActionDecidee, ...]:
    """The opinions that meetings asked of the psychiatrist and that wait, as far as one reads."""
    lecture, read = cercle(office, work), _Reader(office, work)
    return tuple(
        read.decidee(a)
        for a in _everything(work)
        if a.ouverte and _asks_psychiatrist(a) and not lecture.ferme(a.patient)
    )


def reprises(work: "Work", prises: Iterable[Reprise]) -> tuple[Reprise, ...]:
    """What a meeting takes up, with what was said since the last one."""
    return au_courant(prises, _dites(work))


def accorder(work: "Work", synthese: Synthese) -> Synthese:
    """The meeting being closed, told of the latest; what it says otherwise holds from now on."""
    dites = _dites(work)
    prises = au_courant(synthese.reprises, dites)
    against = contredites(prises, dites)
    for decision_id in against:
        work.suites.void(decision_id, _DITE_AUTREMENT)
    told = (sans_dire(r) if r.decision.id in against else r for r in prises)
    return replace(synthese, reprises=tuple(told))


class _Reader:
    """Who is who, and what the reader may do."""

    def __init__(self, office: Office, work: "Work") -> None:
        self._office = office
        self._membres = {m.id: m for m in work.equipe.all()}
        self._patients = {p.id: p for p in work.patients.all()}
        self._presents = {s.id: s.presents for s in work.syntheses.all()}

    def decidee(self, action: Action) -> ActionDecidee:
        decision = action.decision
        return ActionDecidee(
            action,
            self._patients.get(action.patient),
            self._membres.get(decision.qui) if decision.qui is not None else None,
            self._membres.get(action.par) if action.par is not None else None,
            action.ouverte and self.may(action),
        )

    def may(self, action: Action) -> bool:
        """One's own, that of nobody, or of who has left or has no list; of meetings that one reads.

        An opinion asked of the psychiatrist is theirs, whoever was there.
        """
        me = self._office.membre
        if action.decision.qui == me.id:
            return True
        if (
            action.decision.qui is None
            and me.role is Role.PSYCHIATRE
            and _asks_psychiatrist(action)
        ):
            return True
        owner = self._membres.get(action.decision.qui or MembreId(""))
        left = owner is None or not peut_agir(owner, reseau=action.reunion is not None)
        if action.reunion is not None:
            return left and allowed(me.role, Permission.ECRIRE_RESEAU)
        return left and attends(self._office, self._presents[action.synthese])


def _say(office: Office, decision_id: DecisionId, suite: Suite, note: str) -> SuiteDonnee:
    check(office, Permission.ECRIRE_RESEAU)
    with office.store.begin(office.membre.id, office.now()) as work:
        found = next((a for a in _readable(office, work) if a.decision.id == decision_id), None)
        if found is None or not found.ouverte:
            raise ActionTerminee
        if found.reunion is None:
            current(work, found.patient)
            cercle(office, work).check(found)
        if not _Reader(office, work).may(found):
            raise ActionDUnAutre
        made = SuiteDonnee(
            decision_id, found.patient, found.synthese, suite, today(office), office.membre.id, note
        )
        work.suites.save(made)
    return made


def _asks_psychiatrist(action: Action) -> bool:
    return action.decision.type is TypeDecision.AVIS_PSYCHIATRE


def _readable(office: Office, work: "Work") -> tuple[Action, ...]:
    """Of every meeting for the team of care; what names nobody for who coordinates."""
    about_people = _everything(work) if allowed(office.membre.role, Permission.REUNION) else ()
    return (*about_people, *_of_the_network(work))


def _of_the_network(work: "Work") -> tuple[Action, ...]:
    return actions_du_reseau(work.reunions.all(), work.suites.all())


def _everything(work: "Work") -> tuple[Action, ...]:
    return actions(syntheses_lues(work), work.suites.all())


def _dites(work: "Work") -> Mapping[DecisionId, SuiteDonnee]:
    return {suite.id: suite for suite in work.suites.all()}


def _rank(action: Action, le: date) -> tuple[bool, date, date]:
    """Late first, then what is due soonest, then what has no day, the oldest first."""
    return not action.en_retard(le), action.pour or date.max, action.depuis
