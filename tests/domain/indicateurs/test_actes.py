"""What was done, counted by hand."""

from datetime import date

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.actes import a15, a16, m05, m06
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from tests import factories as make

from .faits import FaitsEcrits

OCTOBRE = Periode.du_mois(Mois(2026, 10))
ANNEE = Periode.de_l_annee(2026)
MG, PSY, TS, PSYCHIATRE = (
    {"role": role, "type": kind}
    for role, kind in (
        (Role.MEDECIN, TypeActe.CONS_MG),
        (Role.PSYCHOLOGUE, TypeActe.CONS_PSY),
        (Role.TRAVAILLEUR_SOCIAL, TypeActe.ENTRETIEN_TS),
        (Role.PSYCHIATRE, TypeActe.CONS_PSYCHIATRE),
    )
)


def acte(patient, jour, said=PSY, duree=45, **changes):
    day = date(2026, 10, jour) if isinstance(jour, int) else date.fromisoformat(jour)
    return make.a_consultation(patient=patient, jour=day, duree=duree, **{**said, **changes})


FAITS = FaitsEcrits(
    le=date(2026, 11, 22),
    les_actes=[
        acte("a", 1, MG, 15),
        acte("a", 31, MG, 20, lieu="MSP"),
        acte("a", 5, MG, 10, type=TypeActe.CONTACT_TEL),  # noted « at the cabinet »
        acte("b", 5, MG, 30, issue=Issue.ABSENT_EXCUSE),
        acte("a", 6),
        acte("b", 6, issue=Issue.ABSENT_NON_EXCUSE),
        acte("b", 7, type=TypeActe.ENTRETIEN_ENTOURAGE, issue=Issue.ABSENT_EXCUSE),
        acte("b", 8, type=TypeActe.ENTRETIEN_ENTOURAGE, lieu="DOMICILE"),
        acte("b", 9, issue=Issue.ANNULE_PRO),
        acte("b", 9, issue=Issue.REPORTE),
        *(acte(p, 12, type=TypeActe.GROUPE, duree=90) for p in "abc"),
        acte("a", 13, TS, 60, type=TypeActe.VAD),
        acte("a", 14, TS, 120, type=TypeActe.ACCOMPAGNEMENT_PHYSIQUE, lieu="DOMICILE"),
        acte("a", 15, TS, 25, type=TypeActe.DEMARCHE_SANS_PATIENT),
        acte("a", 15, TS, 25, type=TypeActe.DEMARCHE_SANS_PATIENT, issue=Issue.ABSENT_EXCUSE),
        acte("c", 16, TS, 30, lieu="HOPITAL"),
        acte("c", 17, PSYCHIATRE, 20, type=TypeActe.AVIS_PSYCHIATRE_EQUIPE),
        acte("c", "2026-09-30", PSYCHIATRE, 40, lieu="VISIO"),
        acte("c", "2026-11-23", PSYCHIATRE),  # tomorrow
        acte("c", "2025-12-31", PSYCHIATRE),
    ],
)


def values(result):
    return {v.cle: v.valeur for v in result.valeurs if v.valeur}


def test_that_kept_acts_are_told_by_profession_minutes_and_place():
    found = values(m05(FAITS, OCTOBRE))
    assert {cle: n for cle, n in found.items() if not cle.startswith(("psycho", "travail"))} == {
        "": 13, "minutes": 480, "cabinet": 6, "domicile": 3, "distance": 1, "ailleurs": 1,
        "sans_patient": 2,
        "medecin": 3, "medecin_minutes": 45, "medecin_cabinet": 2, "medecin_distance": 1,
        "psychiatre": 1, "psychiatre_minutes": 20, "psychiatre_sans_patient": 1,
    }  # fmt: skip
    assert {cle: n for cle, n in found.items() if cle.startswith("psychologue")} == {
        "psychologue": 5,
        "psychologue_minutes": 45 + 45 + 90,
        "psychologue_cabinet": 4,
        "psychologue_domicile": 1,
    }
    assert {cle: n for cle, n in found.items() if cle.startswith("travail")} == {
        "travailleur_social": 4,
        "travailleur_social_minutes": 60 + 120 + 25 + 30,
        "travailleur_social_domicile": 2,
        "travailleur_social_ailleurs": 1,
        "travailleur_social_sans_patient": 1,
    }


def test_that_keys_are_plain_text():
    assert {type(v.cle) for v in m05(FAITS, OCTOBRE).valeurs} == {str}


def test_that_an_absence_is_one_among_the_appointments_of_its_profession():
    found = {v.cle: (v.valeur, v.base) for v in m06(FAITS, OCTOBRE).valeurs}
    assert found == {
        "": (3, 14),
        "medecin": (1, 4),
        "psychologue": (2, 7),
        "travailleur_social": (0, 3),
        "psychiatre": (0, 0),
    }
    assert m06(FAITS, OCTOBRE).valeurs[0].pour_cent == 21
    assert m06(FAITS, OCTOBRE).valeurs[1].pour_cent is None


def test_that_acts_per_person_are_those_with_the_people_met():
    found = {v.cle: (v.valeur, v.base) for v in a15(FAITS, ANNEE).valeurs}
    assert found[""] == (14, None)
    assert found["minutes"] == (520, None)
    # a: 3 GP, 2 psychologist, 2 social worker; b: 1 group; c: 1 group, 1 hospital, 1 psychiatrist
    assert (found["moyenne"], found["mediane"]) == ((37, 3), (30, 3))
    assert (found["psychologue_moyenne"], found["psychologue_mediane"]) == ((13, 3), (10, 3))
    assert (found["medecin_moyenne"], found["travailleur_social_mediane"]) == ((30, 1), (15, 2))
    assert (found["psychiatre"], found["psychiatre_moyenne"]) == ((2, None), (10, 1))


def test_that_an_accompaniment_to_a_home_is_not_a_visit():
    found = {v.cle: (v.valeur, v.qui) for v in a16(FAITS, ANNEE).valeurs}
    none = frozenset()
    assert found == {
        "domicile": (2, none),
        "domicile_personnes": (1, frozenset("a")),
        "telephone": (1, none),
        "telephone_personnes": (1, frozenset("a")),
        "visio": (1, none),
        "visio_personnes": (1, frozenset("c")),
        "accompagnements": (1, none),
        "accompagnements_personnes": (1, frozenset("a")),
    }
