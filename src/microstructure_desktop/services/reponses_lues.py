"""Fiches and sessions as the indicators read them: nothing private, each scale as a score."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.indicateurs.reponses import Reponses, Score
from microstructure_desktop.domain.periods import age
from microstructure_desktop.forms.instruments import Niveau
from microstructure_desktop.forms.scoring import cut_offs, resultat

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.domain.consultation import Consultation
    from microstructure_desktop.domain.fiche import Answers, Fiche
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.indicateurs.faits import Personne
    from microstructure_desktop.forms.instruments import Instrument
    from microstructure_desktop.forms.model import Form

_ALERTANTS = (Niveau.ATTENTION, Niveau.ALERTE)


def de_fiche(form: "Form", fiche: "Fiche", qui: "Personne | None") -> Reponses:
    return _lues(form, fiche.patient, fiche.jour, fiche.answers, qui)


def de_seance(form: "Form", acte: "Consultation", qui: "Personne | None") -> Reponses:
    return _lues(form, acte.patient, acte.jour, acte.reponses, qui)


def _lues(
    form: "Form", patient: "PatientId", jour: "date", answers: "Answers", qui: "Personne | None"
) -> Reponses:
    personal = form.personal  # each asking walks through the whole form
    counted = {k: v for k, v in answers.items() if k not in personal}
    scores = dict(_scores(form, counted, jour, qui)) if qui is not None else {}
    return Reponses(patient, jour, form.role, form.stage.value, counted, scores)


def _scores(
    form: "Form", answers: "Answers", jour: "date", qui: "Personne"
) -> Iterator[tuple[str, Score]]:
    for item in form.questions:
        given = answers.get(item.id)
        if item.instrument is not None and isinstance(given, dict):
            scale = item.instrument.of(given["version"])
            score = None if scale is None else _score(scale, given["cotes"], jour, qui)
            if score is not None:
                yield item.instrument.id, score


def _score(
    scale: "Instrument", cotes: dict[str, Any], jour: "date", qui: "Personne"
) -> Score | None:
    ans = age(qui.naissance, jour)
    found = resultat(scale, cotes, sexe=qui.sexe, age=ans)
    if found.total is None:
        return None
    divided = cut_offs(scale, scale.main, sexe=qui.sexe, age=ans)
    reached = any(r.score is scale.main and r.niveau in _ALERTANTS for r in found.reperes)
    return Score(found.total, scale.version, reached if divided else None)
