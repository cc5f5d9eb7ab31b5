"""Time held, meetings and trainings as indicators, counted by hand."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.reunions import a23, a24, m08, m09, m10
from microstructure_desktop.domain.indicateurs.valeur import Nature
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.programme import Programme, Rythme, TempsAttendu, Version
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Situation, TypeDecision
from tests import factories as make

from .faits import FaitsEcrits

OCTOBRE, NOVEMBRE = (Periode.du_mois(Mois(2026, n)) for n in (10, 11))
ANNEE = Periode.de_l_annee(2026)
MEMBRES = {
    "mg": make.a_membre(id="mg", role=Role.MEDECIN),
    "psy": make.a_membre(id="psy", role=Role.PSYCHOLOGUE),
    "y": make.a_membre(id="y", role=Role.PSYCHIATRE),
}
PAR_MOIS = TempsAttendu(Role.PSYCHIATRE, 120, Rythme.MOIS, "x")
PAR_SEMAINE = TempsAttendu(Role.PSYCHOLOGUE, 180, Rythme.SEMAINE, "x")
# The figures change on 15 October: a month is expected what its last day says.
AVANT = Version(date(2020, 1, 1), date(2026, 10, 14), 0, (), "x", (replace(PAR_MOIS, minutes=60),))
APRES = Version(date(2026, 10, 15), None, 0, (), "x", (PAR_MOIS, PAR_SEMAINE))
PROGRAMMES = {"COVID_SM": Programme("COVID_SM", "x", 12, False, None, (AVANT, APRES))}


def acte(patient, jour, role, kind, duree=30, **changes):
    said = {"patient": patient, "jour": jour, "role": role, "type": kind, "duree": duree}
    return make.a_consultation(**{**said, **changes})


def du_psychiatre(patient, jour, kind=TypeActe.CONS_PSYCHIATRE, **changes):
    return acte(patient, date(2026, 10, jour), Role.PSYCHIATRE, kind, **changes)


def situation(patient, *types, vue=True):
    decisions = tuple(Decision(f"d{n}", "Appeler", type=t) for n, t in enumerate(types))
    return Situation(patient, Motif.AJOUT, decisions=decisions, vue=vue)


def tenue(jour, *situations, presents=("mg", "psy", "y"), fin=time(14), etat=Etat.CLOSE):
    return make.a_synthese(
        jour=jour, debut=time(13), fin=fin, presents=presents, situations=situations, etat=etat
    )


def autre(kind, jour, etat=Etat.CLOSE):
    return Reunion(f"{kind}{jour}", kind, jour, time(9), time(9, 30), "", etat, ("y",))


FAITS = FaitsEcrits(
    programmes=PROGRAMMES,
    membres=MEMBRES,
    les_actes=[
        *(du_psychiatre("a", 1), du_psychiatre("a", 30)),
        du_psychiatre("b", 12, TypeActe.AVIS_PSYCHIATRE_EQUIPE, duree=15),
        du_psychiatre("c", 12, TypeActe.ENTRETIEN_ENTOURAGE, duree=10),
        du_psychiatre("d", 12, issue=Issue.ABSENT_EXCUSE),
        acte("e", date(2026, 11, 1), Role.PSYCHIATRE, TypeActe.CONS_PSYCHIATRE),
        *(acte(p, date(2026, 10, 5), Role.PSYCHOLOGUE, TypeActe.GROUPE, 90) for p in "af"),
        acte("f", date(2026, 10, 31), Role.PSYCHOLOGUE, TypeActe.CONS_PSY, 45),
        acte("f", date(2026, 10, 6), Role.TRAVAILLEUR_SOCIAL, TypeActe.DEMARCHE_SANS_PATIENT, 25),
        acte("g", date(2026, 3, 3), Role.MEDECIN, TypeActe.CONS_MG),
        acte("h", date(2025, 10, 3), Role.MEDECIN, TypeActe.CONS_MG),
    ],
    les_syntheses=[
        tenue(date(2025, 12, 31), situation("a")),
        tenue(date(2026, 10, 1), situation("a", TypeDecision.VAD, None), situation("x")),
        tenue(
            date(2026, 10, 29),
            situation("a", TypeDecision.SORTIE, TypeDecision.VAD),
            situation("b", TypeDecision.VAD, vue=False),
            presents=("mg", "psy", "psy"),
            fin=time(13, 45),
        ),
        tenue(date(2026, 10, 30), situation("f"), etat=Etat.EN_COURS),
        tenue(date(2026, 11, 26), situation("g"), fin=None),
    ],
    les_reunions=[
        autre(TypeReunion.CRISE, date(2026, 10, 31)),
        autre(TypeReunion.TRIMESTRIELLE, date(2026, 10, 8)),
        autre(TypeReunion.TRIMESTRIELLE, date(2026, 12, 31)),
        autre(TypeReunion.CONCERTATION, date(2026, 10, 9), Etat.PREPAREE),
        autre(TypeReunion.TRIMESTRIELLE, date(2027, 1, 1)),
    ],
    les_formations=[
        Formation("1", "mg", "RPIB", "x", date(2026, 1, 1), heures=7),
        Formation("2", "mg", "RPIB", "x", date(2026, 12, 31)),
        Formation("3", "psy", "RPIB", "x", date(2025, 12, 31), heures=14),
    ],
)


def read(resultat):
    return {v.cle: v.valeur for v in resultat.valeurs if v.valeur != 0}


def test_that_the_psychiatrist_s_month_is_told_with_what_is_expected():
    """Acts: 30 + 30 + 15 + 10. Meetings: 60, a crisis 30; not the second, nor the network's."""
    found = m08(FAITS, OCTOBRE)
    assert read(found) == {
        "": 175, "actes": 85, "reunions": 90, "attendu": 120, "patients": 1, "avis": 1,
    }  # fmt: skip
    assert found.valeur("patients").qui == {"a"}
    assert found.valeur().nature is Nature.MINUTES
    assert m08(FAITS, Periode.du_mois(Mois(2026, 9))).valeur("attendu").valeur == 60


def test_that_nothing_expected_is_not_zero():
    alone = replace(FAITS, programmes={})
    assert m08(alone, OCTOBRE).valeur("attendu").valeur is None
    assert m09(alone, OCTOBRE).valeur("psychologue_attendu").valeur is None


def test_that_what_is_later_than_today_is_not_held():
    today = replace(FAITS, le=date(2026, 10, 12))
    assert read(m08(today, OCTOBRE)) == {
        "": 115, "actes": 55, "reunions": 60, "attendu": 120, "patients": 1, "avis": 1,
    }  # fmt: skip
    assert m10(today, OCTOBRE).valeur().valeur == 1
    assert a23(today, ANNEE).valeur().valeur == 1
    assert a24(today, ANNEE).valeur("trimestrielle").valeur == 1
    assert a24(today, ANNEE).valeur("formations").valeur == 1


def test_that_the_others_hold_their_acts_a_group_once():
    assert read(m09(FAITS, OCTOBRE)) == {
        "psychologue": 135,
        "psychologue_attendu": 797,
        "travailleur_social": 25,
        "travailleur_social_attendu": None,
    }


def test_that_a_month_of_synthesis_meetings_is_told():
    found = m10(FAITS, OCTOBRE)
    assert read(found) == {
        "": 2, "jour_1": 1, "jour_2": 29, "duree": 105,
        "medecin": 2, "psychologue": 2, "psychiatre": 1,
        "situations": 2, "VAD": 2, "SORTIE": 1, "decisions_sans_code": 1,
    }  # fmt: skip
    assert found.valeur("situations").qui == {"a", "x"}
    assert read(m10(FAITS, Periode.du_mois(Mois(2026, 9)))) == {"jour_1": None}


def test_that_a_year_of_synthesis_meetings_is_told():
    """105 minutes in two meetings, the third without an end; 2, 1 and 1 people; x was never met."""
    found = a23(FAITS, ANNEE)
    assert read(found) == {"": 3, "duree": 53, "situations_par_reunion": 13, "evoques": 2}
    evoques = found.valeur("evoques")
    assert (evoques.base, evoques.qui) == (4, {"a", "g"})  # a, e, f, g were met
    assert found.valeur("situations_par_reunion").base == 3


def test_that_a_year_of_other_meetings_and_trainings_is_told():
    assert read(a24(FAITS, ANNEE)) == {
        "trimestrielle": 2, "crise": 1, "duree": 90, "formations": 2, "heures": 7, "formes": 1,
    }  # fmt: skip
