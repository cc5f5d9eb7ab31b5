"""What a person takes home about their own follow-up, gathered from the record."""

from collections import Counter
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import Partage, Stage
from microstructure_desktop.reports.printed import Objectif, ParcoursImprime

from . import dossiers
from .fiche_forms import UnknownForm
from .office import Office
from .trajectoire import trajectoire

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.domain.consultation import Consultation
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.domain.trajectoire import Serie
    from microstructure_desktop.forms.model import Item

    from .dossiers import Dossier, FicheLue

GARDE = ("rud", "cssrs", "idees_", "tentative", "securite_", "alerte", "usage")
"""What is about suicide, or a carer's judgement of dependence, is said face to face."""

APPUIS, OBJECTIF, ETAT = "points_forts", "objectif", "objectif_etat"


def contenu(office: Office, patient_id: PatientId) -> ParcoursImprime:
    """Only what is shared with the whole team, and the scores of scales."""
    lu = dossiers.dossier(office, patient_id)
    with office.store.read() as work:
        cabinet = work.cabinet.get()
    actes = [s.consultation for s in lu.seances]
    rencontres = [a for a in actes if a.honoree and not a.sans_patient]
    debut = _debut(lu, rencontres)
    plan = _plan(office, lu)
    prochain = lu.rendez_vous[0] if lu.rendez_vous else None
    return ParcoursImprime(
        cabinet,
        lu.patient.prenom,
        lu.patient.dossier,
        debut,
        _counted([a for a in rencontres if debut is None or a.jour >= debut], lu),
        _changed(trajectoire(office, patient_id).series),
        _shared(plan, APPUIS),
        _goals(plan),
        None if prochain is None else (prochain, lu.membres.get(prochain.membre)),
        office.now().astimezone(),
    )


def _debut(lu: "Dossier", rencontres: "list[Consultation]") -> "date | None":
    """Of the present episode; else the first meeting."""
    if lu.inclusion is not None:
        return lu.inclusion.debut
    return min((a.jour for a in rencontres), default=None)


def _counted(rencontres: "list[Consultation]", lu: "Dossier") -> "tuple[tuple[Membre, int], ...]":
    """Whom the person met the most comes first."""
    times = Counter(a.membre for a in rencontres)
    found = [(lu.membres[who], count) for who, count in times.items() if who in lu.membres]
    return tuple(sorted(found, key=lambda one: (-one[1], one[0].nom)))


def _changed(series: "tuple[Serie, ...]") -> "tuple[Serie, ...]":
    """What can be compared and may be handed over, the last change first; goals stand apart."""
    kept = [s for s in series if s.equipe and s.sens is not None and s.item != ETAT]
    told = [s for s in kept if not (s.item or s.echelle).startswith(GARDE)]
    return tuple(sorted(told, key=lambda s: s.derniere.jour, reverse=True))


def _plan(office: Office, lu: "Dossier") -> "FicheLue | None":
    """The last plan, when its definition is known."""
    for ligne in lu.fiches:
        form = office.reference.forms.get(ligne.fiche.form)
        if form is not None and form.stage is Stage.PLAN:
            try:
                return dossiers.read_fiche(office, ligne.fiche.id)
            except UnknownForm:
                return None
    return None


def _shared(plan: "FicheLue | None", item_id: str) -> str:
    """The answer in words when the whole team has it; otherwise nothing."""
    item: Item | None = plan.form.item(item_id) if plan is not None else None
    if plan is None or item is None or item.partage is not Partage.EQUIPE:
        return ""
    return in_words(item, plan.answers.get(item_id))


def _goals(plan: "FicheLue | None") -> tuple[Objectif, ...]:
    if plan is None:
        return ()
    rows = [item for item in plan.form.questions if item.base == OBJECTIF]
    said = [(_shared(plan, item.id), _shared(plan, f"{ETAT}_{item.row}")) for item in rows]
    return tuple(Objectif(texte, etat) for texte, etat in said if texte)
