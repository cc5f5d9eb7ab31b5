"""Plan de soins: goals and where they stand, what the meetings decided, and how it moved."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.fiche import Answers, Fiche
from microstructure_desktop.domain.ids import FicheId, MembreId, PatientId, RevisionId
from microstructure_desktop.domain.revision import Operation
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.checks import day
from microstructure_desktop.forms.model import Stage
from microstructure_desktop.forms.repeating import numbered
from microstructure_desktop.forms.toml_table import FormError

from . import journal
from .access import AccessDenied, Permission, attends, check, fills
from .actions_decidees import ActionDecidee, decisions
from .cercle import autour_de
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .office import Office
from .reunis import courant

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work

OBJECTIF, ETAT = "objectif", "objectif_etat"
DOMAINE, ACTION, QUI, ECHEANCE = (f"objectif_{x}" for x in ("domaine", "action", "qui", "echeance"))
ATTEINT, ABANDONNE = "ATTEINT", "ABANDONNE"


class EtatInconnu(AppError):
    sentence = "Cet objectif n’a pas cet état dans la version de son plan."
    way_out = "Ouvrez le plan pour le réviser."


@dataclass(frozen=True, slots=True)
class Objectif:
    """One goal of a plan, `rang` its row from 1. `etat` is a code, `etat_mots` what is read."""

    rang: int
    texte: str
    domaine: str = ""
    action: str = ""
    qui: str = ""
    echeance: date | None = None
    etat: str = ""
    etat_mots: str = ""

    @property
    def clos(self) -> bool:
        return self.etat in (ATTEINT, ABANDONNE)

    def en_retard(self, le: date) -> bool:
        return not self.clos and self.echeance is not None and self.echeance < le


@dataclass(frozen=True, slots=True)
class VersionPlan:
    """One save of a plan. `changements`: the goals that moved, or came, as they were then."""

    at: datetime
    auteur: Membre | None
    changements: tuple[Objectif, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan as the reader has it. `etats`: what a goal can become, empty to who only reads.

    `versions`: oldest first, `revision` being the last one.
    """

    fiche: Fiche
    revision: RevisionId | None
    titre: str
    objectifs: tuple[Objectif, ...]
    appuis: str
    accord: str
    revoir: date | None
    etats: tuple[tuple[str, str], ...]
    versions: tuple[VersionPlan, ...]


@dataclass(frozen=True, slots=True)
class Plans:
    """Plans and actions, newest first. `form`: what a new plan is filled in with, if one may."""

    plans: tuple[Plan, ...]
    actions: tuple[ActionDecidee, ...]
    form: str = ""

    @property
    def actuel(self) -> Plan | None:
        return self.plans[0] if self.plans else None


def plans(office: Office, patient_id: PatientId) -> Plans:
    """Every plan made with somebody and every decision about them, as far as one reads them."""
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        patient_id = courant(work, patient_id)
        lecture = autour_de(office, work, patient_id)
        membres = {m.id: m for m in work.equipe.all()}
        read = _Reader(office, work, membres)
        found = [
            plan
            for fiche in lecture.ouverts(work.fiches.of(patient_id))
            if _is_plan(office, fiche) and (plan := read.plan(fiche)) is not None
        ]
        actions = () if lecture.ferme(patient_id) else _decided(office, work, patient_id)
    journal.opened(office, Action.OUVERTURE_DOSSIER, patient=patient_id)
    newest = tuple(sorted(found, key=lambda p: p.fiche.jour, reverse=True))
    return Plans(newest, actions, _form_to_fill(office))


def change_etat(
    office: Office, fiche_id: FicheId, rang: int, etat: str, based_on: RevisionId | None
) -> Fiche:
    """A new revision of a plan, where one goal stands elsewhere and the rest is as it was.

    Raises:
        EtatInconnu: this version of the plan has no such goal or state.
        StaleRevision: somebody saved it meanwhile.
        PartageLimite: the person objects to who asks.
    """
    check(office, Permission.CLINIQUE)
    with office.store.begin(office.membre.id, office.now()) as work:
        fiche = work.fiches.get(fiche_id)
        autour_de(office, work, fiche.patient).check(fiche)
        form = form_of(office, work, fiche)
        if not fills(office.membre.role, form):
            raise AccessDenied
        item = form.item(numbered(ETAT, rang))
        if item is None or etat not in [option.code for option in item.offered]:
            raise EtatInconnu
        changed = replace(fiche, answers={**fiche.answers, item.id: etat})
        work.fiches.save(changed, based_on)
    return changed


def _decided(office: Office, work: "Work", patient_id: PatientId) -> tuple[ActionDecidee, ...]:
    """What the meetings that one reads decided, and what is or was one's own to do."""
    me = office.membre.id
    read = {s.id for s in work.syntheses.all() if attends(office, s.presents)}
    return tuple(
        a
        for a in decisions(office, work, work.patients.get(patient_id))
        if a.mienne or me in (a.action.decision.qui, a.action.par) or a.action.synthese in read
    )


def _is_plan(office: Office, fiche: Fiche) -> bool:
    form = office.reference.forms.get(fiche.form)
    return form is not None and form.stage is Stage.PLAN


def _form_to_fill(office: Office) -> str:
    offered = (f for f in office.reference.forms.latest() if f.stage is Stage.PLAN)
    return next((form.id for form in offered if fills(office.membre.role, form)), "")


class _Reader:
    """Reads plans inside one transaction."""

    def __init__(self, office: Office, work: "Work", membres: "dict[MembreId, Membre]") -> None:
        self._office = office
        self._work = work
        self._membres = membres

    def plan(self, fiche: Fiche) -> Plan | None:
        """None when its definition is nowhere."""
        try:
            form = form_of(self._office, self._work, fiche)
        except (UnknownForm, FormError):
            return None
        answers = readable(self._office, fiche, form)
        state = form.item(numbered(ETAT, 1))
        offered = state.offered if state is not None else ()
        may = fills(self._office.membre.role, form)
        return Plan(
            fiche,
            self._work.revisions.head(fiche.id),
            form.title,
            _goals(form, answers),
            _said(form, answers, "points_forts"),
            _said(form, answers, "accord"),
            day(answers.get("revision_jour")),
            tuple((option.code, option.label) for option in offered) if may else (),
            tuple(self._versions(fiche)),
        )

    def _versions(self, fiche: Fiche) -> Iterator[VersionPlan]:
        """What was cancelled and put back says nothing of the goals."""
        before: tuple[Objectif, ...] | None = None
        for revision in self._work.revisions.history(fiche.id):
            if revision.op is Operation.VOID:
                continue
            saved = self._work.fiches.at(revision.id)
            form = form_of(self._office, self._work, saved)
            goals = _goals(form, readable(self._office, saved, form))
            moved = () if before is None else _moved(before, goals)
            yield VersionPlan(revision.at, self._membres.get(revision.author), moved)
            before = goals


def _moved(before: tuple[Objectif, ...], after: tuple[Objectif, ...]) -> tuple[Objectif, ...]:
    """Those that are new, said otherwise, or stand elsewhere."""
    known = {(goal.texte, goal.etat) for goal in before}
    return tuple(goal for goal in after if (goal.texte, goal.etat) not in known)


def _goals(form: "Form", answers: Answers) -> tuple[Objectif, ...]:
    rows = [item.row for item in form.questions if item.base == OBJECTIF]
    return tuple(_goal(form, answers, row) for row in rows if answers.get(numbered(OBJECTIF, row)))


def _goal(form: "Form", answers: Answers, row: int) -> Objectif:
    def said(base: str) -> str:
        return _said(form, answers, numbered(base, row))

    return Objectif(
        row,
        said(OBJECTIF),
        said(DOMAINE),
        said(ACTION),
        said(QUI),
        day(answers.get(numbered(ECHEANCE, row))),
        str(answers.get(numbered(ETAT, row)) or ""),
        said(ETAT),
    )


def _said(form: "Form", answers: Answers, item_id: str) -> str:
    item = form.item(item_id)
    return in_words(item, answers.get(item_id)) if item is not None else ""
