"""Who was seen, counted by hand."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.activite import a01, a02, a03, a05, m01
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from tests import factories as make

from .faits import FaitsEcrits

OCTOBRE = Periode.du_mois(Mois(2026, 10))
ANNEE = Periode.de_l_annee(2026)


def acte(patient, jour, **changes):
    return make.a_consultation(patient=patient, jour=jour, **changes)


FAITS = FaitsEcrits(
    les_actes=[
        acte("a", date(2026, 10, 1)),
        acte("a", date(2026, 10, 31), type=TypeActe.CONTACT_TEL),
        acte("b", date(2026, 10, 12), type=TypeActe.VAD),
        acte("c", date(2026, 10, 12), issue=Issue.ABSENT_EXCUSE),
        acte("d", date(2026, 10, 12), type=TypeActe.ENTRETIEN_ENTOURAGE),
        acte("e", date(2026, 10, 12), type=TypeActe.DEMARCHE_SANS_PATIENT),
        acte("f", date(2026, 9, 30)),
        acte("g", date(2025, 12, 31)),
        acte("h", date(2026, 1, 1)),
    ]
)


def test_that_the_people_seen_in_a_month_are_counted_once_and_relatives_never():
    (total,) = m01(FAITS, OCTOBRE).valeurs
    assert (total.valeur, total.qui) == (2, frozenset("ab"))


def test_that_a_year_begins_on_the_first_of_january():
    (total,) = a01(FAITS, ANNEE).valeurs
    assert (total.valeur, total.qui) == (4, frozenset("abfh"))


def share(found):
    return found.valeur, found.base, "".join(sorted(found.qui))


def test_that_somebody_seen_twice_on_one_day_was_not_seen_once():
    seen = [
        acte("a", date(2026, 5, 1)),
        acte("a", date(2026, 5, 1), role=Role.MEDECIN, type=TypeActe.CONS_MG),
        acte("b", date(2026, 5, 1)),
        acte("b", date(2026, 6, 1), issue=Issue.ABSENT_NON_EXCUSE),
        acte("b", date(2026, 7, 1), type=TypeActe.ENTRETIEN_ENTOURAGE),
        acte("b", date(2026, 7, 2), type=TypeActe.DEMARCHE_SANS_PATIENT),
        acte("b", date(2025, 5, 1)),
        acte("c", date(2026, 5, 1), issue=Issue.REPORTE),
    ]
    (once,) = a02(FaitsEcrits(les_actes=seen), ANNEE).valeurs
    assert share(once) == (1, 2, "b")


def test_that_who_was_seen_before_the_year_is_not_new():
    (new,) = a03(FAITS, ANNEE).valeurs
    assert share(new) == (4, 4, "abfh")
    absent_before = acte("b", date(2025, 3, 1), issue=Issue.ABSENT_EXCUSE)
    relative_before = acte("h", date(2025, 3, 1), type=TypeActe.ENTRETIEN_ENTOURAGE)
    met_before = acte("a", date(2020, 3, 1), type=TypeActe.CONTACT_TEL)
    more = [*FAITS.les_actes, absent_before, relative_before, met_before]
    (new,) = a03(FaitsEcrits(les_actes=more), ANNEE).valeurs
    assert share(new) == (3, 4, "bfh")


def test_that_people_are_told_by_programme_and_by_professions():
    roles = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE)
    met = {"a": roles, "b": roles[:3], "c": (roles[0], roles[1], roles[3]), "d": roles[1:2]}
    seen = [acte(p, date(2026, 5, 1), role=role) for p, them in met.items() for role in them]
    relative = acte("d", date(2026, 5, 1), role=roles[0], type=TypeActe.ENTRETIEN_ENTOURAGE)
    episodes = [
        ("a", "COVID_SM", date(2024, 1, 1), date(2026, 1, 1)),
        ("a", "EQUIPADDICT", date(2026, 1, 1), None),
        ("b", "COVID_SM", date(2026, 11, 22), None),
        ("c", "COVID_SM", date(2024, 1, 1), date(2025, 12, 31)),
        ("c", "ANCIEN", date(2026, 11, 23), None),  # tomorrow
        ("z", "COVID_SM", date(2026, 1, 1), None),  # nobody saw them
    ]
    faits = FaitsEcrits(
        le=date(2026, 11, 22),
        programmes=dict.fromkeys(("COVID_SM", "EQUIPADDICT", "MSMA_HORS_FORFAIT")),
        les_actes=[*seen, seen[0], relative],
        les_inclusions=[
            make.an_inclusion(patient=p, programme=code, debut=debut, fin=fin)
            for p, code, debut, fin in episodes
        ],
    )
    found = {v.cle: share(v) for v in a05(faits, ANNEE).valeurs}
    assert found == {
        "COVID_SM": (2, 4, "ab"),
        "EQUIPADDICT": (1, 4, "a"),
        "MSMA_HORS_FORFAIT": (0, 4, ""),
        "sans_programme": (2, 4, "cd"),
        "metiers_1": (1, 4, "d"),
        "metiers_2": (0, 4, ""),
        "metiers_3": (2, 4, "bc"),
        "metiers_4": (1, 4, "a"),
        "complete": (2, 4, "ab"),
    }


def test_that_what_is_planned_was_not_seen():
    (total,) = m01(replace(FAITS, le=date(2026, 10, 12)), OCTOBRE).valeurs
    assert total.qui == frozenset("ab")
    (total,) = m01(replace(FAITS, le=date(2026, 10, 11)), OCTOBRE).valeurs
    assert total.qui == frozenset("a")
