"""The chapters of a whole record about the care: fiches, sessions, meetings, decisions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.forms.model import Stage
from microstructure_desktop.french import numeric_date
from microstructure_desktop.reports.dossier_complet_imprime import Chapitre, Entree, Partie
from microstructure_desktop.reports.wording import SUITES, instant

from .access import attends
from .actions_decidees import decisions
from .dossier_complet_lecture import Sources, ligne, parties, simple
from .dossier_complet_libres import libres
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .reunis import syntheses_lues
from .versions_synthese import rubriques_de_synthese

if TYPE_CHECKING:
    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.domain.suites_donnees import Additif
    from microstructure_desktop.domain.synthese import Synthese

    from .actions_decidees import ActionDecidee

_EXTRAIT = (
    "Seul ce qui vous concerne est repris ; le reste du compte rendu parle d’autres personnes."
)


def chapitres_de_soin(sources: Sources) -> tuple[Chapitre, ...]:
    work, who = sources.work, sources.patient.id
    remplies = work.fiches.of(who)
    plans = [f for f in remplies if _is_plan(sources, f)]
    fiches = [f for f in remplies if f not in plans]
    return (
        Chapitre("Fiches et échelles", tuple(_fiche(sources, f) for f in fiches)),
        Chapitre("Plan de soins", tuple(_fiche(sources, f) for f in plans)),
        Chapitre("Séances et entretiens", sources.entrees(work.consultations.of(who))),
        Chapitre("Rendez-vous", sources.entrees(work.rendez_vous.of(who))),
        Chapitre("Questions pour la réunion", tuple(_asked(sources))),
        Chapitre("Réunions de synthèse", tuple(_meetings(sources)), _EXTRAIT),
        Chapitre("Décisions et suites", tuple(_decided(sources))),
    )


def _is_plan(sources: Sources, fiche: "Fiche") -> bool:
    try:
        return form_of(sources.office, sources.work, fiche).stage is Stage.PLAN
    except UnknownForm:
        return False


def _fiche(sources: Sources, fiche: "Fiche") -> Entree:
    """With each score of a scale behind its total."""
    made = sources.entree(fiche)
    return replace(made, parties=(*made.parties, *_scales(sources, fiche)))


def _scales(sources: Sources, fiche: "Fiche") -> Iterator[Partie]:
    try:
        form = form_of(sources.office, sources.work, fiche)
    except UnknownForm:
        return
    answers = readable(sources.office, fiche, form)
    for item in form.questions:
        given = answers.get(item.id)
        if item.instrument is not None and isinstance(given, dict):
            scale = item.instrument.of(given.get("version", 0))
            rows = given.get("cotes", {}) if scale is not None else {}
            known = scale.cotes if scale is not None else ()
            lines = [ligne(c.sujet, str(rows[str(c.n)])) for c in known if str(c.n) in rows]
            yield Partie(f"{item.text}, ligne par ligne", tuple(lines))


def _asked(sources: Sources) -> Iterator[Entree]:
    """Under their day: the usual title is the beginning of what they say."""
    for question in sources.work.questions.of(sources.patient.id):
        day = numeric_date(question.posee_le.astimezone().date())
        yield replace(sources.entree(question), titre=f"Question du {day}")


def _meetings(sources: Sources) -> Iterator[Entree]:
    for synthese in syntheses_lues(sources.work):
        theirs = _extract(sources, synthese)
        if theirs is not None and attends(sources.office, synthese.presents):
            yield _meeting(sources, theirs)


def _extract(sources: Sources, synthese: "Synthese") -> "Synthese | None":
    """The meeting as if nobody else had been on its agenda; nothing when they were not."""
    situations = tuple(s for s in synthese.situations if s.patient in sources.ids)
    reprises = tuple(r for r in synthese.reprises if r.patient in sources.ids)
    if not situations and not reprises:
        return None
    return replace(synthese, situations=situations, reprises=reprises, organisation="", effacees=())


def _meeting(sources: Sources, theirs: "Synthese") -> Entree:
    found = parties(rubriques_de_synthese(sources.reader, theirs), libres(sources.reader, theirs))
    added = sources.work.additifs.of_synthese(theirs.id)
    more = tuple(_added(sources, a) for a in added if a.patient in sources.ids)
    return Entree(f"Réunion de synthèse du {numeric_date(theirs.jour)}", (*found, *more))


def _added(sources: Sources, additif: "Additif") -> Partie:
    author = sources.reader.membre(additif.auteur)
    text = ligne(f"{author}, le {instant(additif.le.astimezone())}", additif.texte, additif.texte)
    return Partie("Additif", (text,))


def _decided(sources: Sources) -> Iterator[Entree]:
    for decided in decisions(sources.office, sources.work, sources.patient):
        yield _action(decided)


def _action(decided: "ActionDecidee") -> Entree:
    action = decided.action
    texte, note = action.decision.texte, action.note
    over = numeric_date(action.fini_le) if action.fini_le is not None else ""
    by = f" par {decided.par.nom_complet}" if over and decided.par is not None else ""
    state = SUITES[action.decision.suite]
    if action.decision.suite is not Suite.A_FAIRE and over:
        state = f"{state} le {over}{by}"
    return simple(
        f"Décidé le {numeric_date(action.depuis)}",
        ligne("Décision", texte, texte),
        ligne("À faire par", decided.qui.nom_complet if decided.qui is not None else ""),
        ligne("Avant le", numeric_date(action.pour) if action.pour is not None else ""),
        ligne("Suite", state),
        ligne("Précision", note, note),
    )
