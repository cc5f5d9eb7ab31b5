"""Waiting, silence and remaining, counted by hand."""

from datetime import date, timedelta

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.delais import a18, m13, m14, m15
from microstructure_desktop.domain.indicateurs.faits import Periode, Personne
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.periods import Mois
from tests import factories as make

from .faits import FaitsEcrits

OCTOBRE = Periode.du_mois(Mois(2026, 10))
ANNEE = Periode.de_l_annee(2026)
AUJOURDHUI = date(2026, 11, 22)
SOMEBODY = Personne(Sexe.NR, date(1990, 1, 1))


def day(texte):
    return date.fromisoformat(texte) if texte else None


def suivi(patient, debut, demande="", fin=""):
    return make.an_inclusion(patient=patient, debut=day(debut), demande=day(demande), fin=day(fin))


def psy(patient, jour, **changes):
    return make.a_consultation(patient=patient, jour=day(jour), **changes)


def social(patient, jour):
    return psy(patient, jour, role=Role.TRAVAILLEUR_SOCIAL, type=TypeActe.ENTRETIEN_TS)


def people(found):
    return "".join(sorted(found.qui))


def test_that_a_delay_runs_from_the_request_to_the_first_act_of_each_profession():
    faits = FaitsEcrits(
        les_inclusions=[
            suivi("a", "2026-09-15", "2026-09-01"),
            suivi("b", "2026-10-05", "2026-10-05"),
            suivi("c", "2026-09-15"),
            suivi("d", "2026-09-15", "2026-09-10"),
            suivi("e", "2020-01-01", "2019-12-01", "2021-01-01"),
            suivi("e", "2026-10-20", "2026-10-10"),
            suivi("f", "2026-09-15", "2026-09-10"),
            suivi("g", "2020-01-01", "2019-12-01", "2021-01-01"),
            suivi("g", "2026-09-01"),
            suivi("h", "2026-11-05", "2026-09-20"),
        ],
        les_actes=[
            psy("a", "2026-09-30", issue=Issue.ABSENT_EXCUSE),
            psy("a", "2026-09-30", type=TypeActe.ENTRETIEN_ENTOURAGE),
            social("a", "2026-09-30"),
            psy("a", "2026-10-01"),
            psy("a", "2026-10-08"),
            psy("b", "2026-10-05"),
            psy("c", "2026-10-06"),  # no day of request
            psy("d", "2026-09-12"),
            psy("d", "2026-10-12"),  # not the first
            psy("e", "2026-10-31"),  # of the second follow-up
            psy("f", "2026-11-01"),
            psy("g", "2026-10-02"),  # the old request is not answered by it
            social("b", "2026-10-31"),
            psy("h", "2026-10-03"),  # before the inclusion, after its request
            psy("z", "2026-10-02"),  # never included
        ],
    )
    found = {v.cle: (v.valeur, v.base, v.nr, people(v)) for v in m13(faits, OCTOBRE).valeurs}
    assert found == {
        "psychologue": (170, 4, 3, "abeh"),  # 30, 0, 21 and 13 days
        "travailleur_social": (260, 1, 0, "b"),
    }


def test_that_a_request_waits_until_its_inclusion():
    faits = FaitsEcrits(
        le=AUJOURDHUI,
        les_personnes=dict.fromkeys("abcdefghij", SOMEBODY),
        les_inclusions=[
            suivi("a", "2026-11-01", "2026-10-31"),
            suivi("b", "2026-10-31", "2026-09-01"),
            suivi("c", "2026-11-05", "2026-09-30"),
            suivi("d", "2026-11-05", "2026-11-01"),
            suivi("e", "2026-11-05"),
            suivi("g", "2024-01-01", "", "2026-10-31"),
            suivi("g", "2026-11-10", "2026-10-01"),
            suivi("h", "2024-01-01", "", "2026-11-10"),
            suivi("h", "2026-11-10", "2026-09-01"),
            suivi("j", "2024-01-01", "", "2025-01-01"),
        ],
        les_enregistrements=dict.fromkeys("abcdghj", date(2026, 1, 1))
        | {"e": date(2026, 9, 30), "f": date(2026, 10, 1), "i": date(2026, 11, 1)},
    )
    waiting, long = m14(faits, OCTOBRE).valeurs
    # a since that day, c 31 days, e and f since they were registered, g back after an exit
    assert people(waiting) == "acefg"
    assert (long.cle, people(long)) == ("plus_30", "ce")
    waiting, long = m14(faits, Periode.du_mois(Mois(2026, 11))).valeurs
    assert (people(waiting), people(long)) == ("fi", "f")


def test_that_somebody_followed_and_not_seen_for_long_is_silent():
    soir = OCTOBRE.dernier

    def ago(days):
        return str(soir - timedelta(days=days))

    faits = FaitsEcrits(
        le=AUJOURDHUI,
        les_inclusions=[
            *(suivi(p, "2025-01-01") for p in "abce"),
            suivi("d", ago(91)),  # never met
            suivi("f", "2025-01-01", fin="2026-10-31"),
            suivi("g", "2025-01-01", fin=ago(10)),
            suivi("g", ago(10)),  # changed programme, still not seen
            suivi("h", ago(90)),
        ],
        les_actes=[
            psy("a", ago(90)),
            psy("b", ago(91)),
            psy("b", ago(5), issue=Issue.ABSENT_NON_EXCUSE),
            psy("b", ago(4), type=TypeActe.ENTRETIEN_ENTOURAGE),
            psy("b", ago(-1)),  # in November
            psy("c", ago(180)),
            psy("e", ago(181)),
            psy("f", ago(300)),
            psy("g", ago(200)),
        ],
    )
    found = {v.cle: (people(v), v.base) for v in m15(faits, OCTOBRE).valeurs}
    assert found == {"plus_90": ("bcdeg", 7), "plus_180": ("eg", 7)}


def test_that_a_follow_up_is_alive_while_somebody_comes_around_its_anniversaries():
    faits = FaitsEcrits(
        le=date(2027, 1, 15),
        les_inclusions=[
            suivi("a", "2025-01-01"),
            suivi("b", "2025-01-01"),
            suivi("c", "2025-01-01", fin="2025-02-01"),
            suivi("d", "2025-12-01"),
            suivi("e", "2025-12-02"),
            suivi("f", "2024-12-31"),
            suivi("g", "2026-01-01"),
        ],
        les_actes=[
            psy("a", "2025-05-17"),  # 45 days before 1 July
            psy("a", "2026-02-15"),  # 45 days after 1 January
            psy("b", "2025-05-16"),
            psy("b", "2025-08-16"),
            psy("b", "2025-07-01", issue=Issue.ABSENT_EXCUSE),
            psy("b", "2025-07-02", type=TypeActe.ENTRETIEN_ENTOURAGE),
            psy("d", "2026-06-01"),
            psy("d", "2027-01-15"),  # the last of its 45 days
            psy("e", "2027-01-15"),  # one day of them is left
            psy("e", "2026-06-02"),
            psy("f", "2025-07-01"),
            psy("g", "2026-07-01"),
        ],
    )
    found = {v.cle: (v.valeur, v.base, v.nr, people(v)) for v in a18(faits, ANNEE).valeurs}
    assert found == {
        "mois_6": (3, 5, 0, "ade"),
        "mois_12": (2, 4, 1, "ad"),
    }
