"""People met and fiches filled by hand, for the indicators that count answers."""

from datetime import date

from microstructure_desktop.domain.indicateurs.faits import Periode, Personne
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services.shipped import shipped
from tests import factories as make

from .faits import FaitsEcrits

ANNEE = Periode.de_l_annee(2026)
MEDICALE, SOCIALE, PSY = "medicale_entree", "sociale_entree", "psychologique_entree"


def vu(patient, jour="2026-05-05", **changes):
    return make.a_consultation(patient=patient, jour=date.fromisoformat(jour), **changes)


def fiche(patient, form, jour, **answers):
    """Ids follow the order in which they are written."""
    fiche.rang += 1
    made = f"f{fiche.rang:04}"
    day = date.fromisoformat(jour)
    return make.a_fiche(id=made, patient=patient, form=form, jour=day, answers=answers)


fiche.rang = 0


def seance(patient, form, jour, **changes):
    answers = {k: v for k, v in changes.items() if k not in ("issue", "type", "role")}
    said = {k: v for k, v in changes.items() if k not in answers}
    return vu(patient, jour, form=form, form_version=1, reponses=answers, **said)


def faits(vus, fiches=(), actes=(), **changes):
    """Today is 22 November 2026; each letter of `vus` is somebody met in the year."""
    said = {"le": date(2026, 11, 22), "groupes": shipped().indicateurs.groupes, **changes}
    people = {f.patient for f in fiches} | {a.patient for a in actes} | set(vus)
    said.setdefault("les_personnes", dict.fromkeys(people, Personne(Sexe.F, date(1980, 1, 1))))
    return FaitsEcrits(les_actes=[*map(vu, vus), *actes], les_fiches=list(fiches), **said)


def comptes(result, *, sans_zero=True):
    """By key: the value, its base, how many are not known, and who."""
    return {
        v.cle: (v.valeur, v.base, v.nr, "".join(sorted(v.qui)))
        for v in result.valeurs
        if v.valeur or not sans_zero
    }
