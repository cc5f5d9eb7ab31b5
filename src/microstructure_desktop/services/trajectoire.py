"""How what is measured about somebody moves over time, as far as the reader may know it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.periods import age
from microstructure_desktop.domain.trajectoire import Mesure, Serie, Trajectoire
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.french import NBSP

from . import mesures
from .access import Permission, check
from .cercle import autour_de
from .fiche_forms import UnknownForm, form_of
from .fiche_reading import readable
from .mesures import Lue, Qui
from .office import Office, today

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Consultation
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.domain.ids import MembreId
    from microstructure_desktop.store.work import Work

EVOLUTION = "evolution"
_SUR_DIX = Decimal(10)


def trajectoire(office: Office, patient_id: PatientId) -> Trajectoire:
    """Every scale and every question to follow, from all that was filled in about somebody."""
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        patient = work.patients.get(patient_id)
        membres = {m.id: m for m in work.equipe.all()}
        lecture = autour_de(office, work, patient_id)
        remplies = lecture.ouverts(work.fiches.of(patient_id))
        lues = list(_readable(office, work, remplies, membres))
        actes = lecture.ouverts(work.consultations.of(patient_id))
    qui = Qui(patient.sexe, age(patient.naissance, today(office)))
    felt = _felt(office, actes, membres)
    asked = [*mesures.questions(lues), *([felt] if felt.mesures else [])]
    return Trajectoire(patient_id, (*_newest(mesures.echelles(lues, qui)), *_newest(asked)))


def _readable(
    office: Office, work: "Work", remplies: "list[Fiche]", membres: "dict[MembreId, Membre]"
) -> Iterator[Lue]:
    """In the order of the days described; a fiche whose definition is nowhere is left out."""
    for fiche in sorted(remplies, key=lambda f: (f.jour, f.id)):
        try:
            form = form_of(office, work, fiche)
        except (UnknownForm, FormError):
            continue
        answers = readable(office, fiche, form)
        yield Lue(fiche, form, answers, _name(membres, fiche.redacteur))


def _felt(office: Office, actes: "list[Consultation]", membres: "dict[MembreId, Membre]") -> Serie:
    """How the person said they felt, session after session: shared as the session is."""
    told = sorted((a for a in actes if a.evolution is not None), key=lambda a: (a.jour, a.heure))
    return Serie(
        EVOLUTION,
        "Évolution ressentie",
        "Séances",
        Decimal(0),
        _SUR_DIX,
        tuple(
            Mesure(
                acte.jour,
                Decimal(acte.evolution or 0),
                f"{acte.evolution} sur{NBSP}{_SUR_DIX}",
                office.reference.libelle("CL03", acte.type.value),
                _name(membres, acte.membre),
            )
            for acte in told
        ),
        item=EVOLUTION,
        equipe=True,
    )


def _newest(series: list[Serie]) -> list[Serie]:
    """What can be compared first, then the last measured; scores of one scale stay together."""
    lately = sorted(series, key=lambda s: s.derniere.jour, reverse=True)
    return sorted(lately, key=lambda s: s.sens is None)


def _name(membres: "dict[MembreId, Membre]", membre: "MembreId") -> str:
    known = membres.get(membre)
    return known.nom_affiche if known is not None else ""
