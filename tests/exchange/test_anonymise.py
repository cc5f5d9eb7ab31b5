"""What leaves the cabinet, counted by hand; and what stays."""

import random
from dataclasses import replace
from datetime import time
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.exchange.anonymise import anonymise
from microstructure_desktop.exchange.contents import (
    Acteur,
    LigneActivite,
    LigneFileActive,
    LigneFonctionnement,
    LigneForfaits,
    Modalite,
    NatureActe,
    Raison,
    Statut,
)
from tests.exchange.cases import (
    COURTE,
    ENTOURAGE,
    LONGUE,
    PSY,
    PSYCHIATRE,
    TS,
    absence,
    acte,
    inclusion,
    mois,
    reunion,
    sources,
)

if TYPE_CHECKING:
    from microstructure_desktop.domain.periods import Mois


def seances(patients: str, le: str) -> list:
    return [acte(p, le) for p in patients]


def resume(contenu) -> list[tuple]:
    return [(r.mois, r.acteur, r.acte, r.modalite, r.nombre, r.minutes) for r in contenu.activite]


def test_that_a_month_is_counted_by_profession_act_and_place():
    actes = [
        *seances("abcde", "2025-03-03"),  # 5 psychologist's, cabinet: 5 x 45 = 225 min
        acte("a", "2025-03-04", lieu="VISIO", duree=30),
        acte("b", "2025-03-04", lieu="TELEPHONE", duree=20),  # distance: 2, 50 min
        acte("a", "2025-03-05", LONGUE, duree=60, lieu="MSP"),
        acte("a", "2025-03-06", COURTE, duree=15),
        acte("c", "2025-03-07", TS, lieu="DOMICILE", duree=90),
        acte("d", "2025-03-07", TS, lieu="DETENTION", duree=60),  # told as « domicile »
        acte("e", "2025-03-07", TS, lieu="CSAPA_CAARUD"),
        acte("e", "2025-03-08", PSYCHIATRE),
        acte("e", "2025-03-08", ENTOURAGE, duree=50),
    ]
    contenu = anonymise(
        sources(actes, syntheses=[reunion("2025-03-20", time(12), time(13, 30))]), mois("2025-03")
    )
    m = "2025-03"
    assert resume(contenu) == [
        (m, "coordination", "reunion_synthese", "hors_patient", 1, 90),
        (m, "medecin_generaliste", "consultation", "cabinet", 1, 15),
        (m, "medecin_generaliste", "consultation_longue", "cabinet", 1, 60),
        (m, "psychiatre", "permanence_psychiatre", "cabinet", 1, 45),
        (m, "psychologue", "entretien_entourage", "cabinet", 1, 50),
        (m, "psychologue", "entretien_individuel", "cabinet", 5, 225),
        (m, "psychologue", "entretien_individuel", "distance", 2, 50),
        (m, "travailleur_social", "entretien_individuel", "cabinet", 1, 45),
        (m, "travailleur_social", "entretien_individuel", "domicile", 2, 150),
    ]
    assert contenu.retenu == ()


def test_that_each_kind_of_act_falls_into_the_cell_that_says_it_best():
    actes = [
        *seances("abcde", "2025-03-03"),
        acte("a", "2025-03-04", TypeActe.VAD, duree=60),  # at home, whatever the place noted
        acte("a", "2025-03-04", TypeActe.ACCOMPAGNEMENT_PHYSIQUE, lieu="EXTERIEUR", duree=90),
        acte("a", "2025-03-05", TypeActe.DEMARCHE_SANS_PATIENT, duree=20),
        acte("b", "2025-03-05", TypeActe.DEMARCHE_SANS_PATIENT, duree=15, lieu="TELEPHONE"),
        acte("a", "2025-03-05", TypeActe.TROD, duree=25),
        acte("a", "2025-03-06", TypeActe.AVIS_PSYCHIATRE_EQUIPE, duree=10),
        acte("a", "2025-03-06", TypeActe.TELECONSULTATION, duree=30),
        acte("a", "2025-03-07", TypeActe.CONTACT_TEL, duree=15),
        acte("a", "2025-03-07", TypeActe.ENTRETIEN_CONJOINT_PRO, duree=40),
        acte("b", "2025-03-07", TypeActe.VACCINATION, duree=10),
        acte("b", "2025-03-08", TypeActe.VAD, role=Role.MEDECIN, duree=35),
    ]
    m = "2025-03"
    assert resume(anonymise(sources(actes), mois(m))) == [
        (m, "medecin_generaliste", "consultation", "cabinet", 2, 50),
        (m, "medecin_generaliste", "consultation", "domicile", 1, 35),
        (m, "psychiatre", "concertation", "hors_patient", 1, 10),
        (m, "psychiatre", "permanence_psychiatre", "distance", 1, 30),
        (m, "psychologue", "entretien_individuel", "cabinet", 5, 225),
        (m, "psychologue", "entretien_individuel", "distance", 1, 15),
        (m, "travailleur_social", "coordination", "hors_patient", 2, 35),
        (m, "travailleur_social", "entretien_individuel", "cabinet", 1, 25),
        (m, "travailleur_social", "entretien_individuel", "domicile", 2, 150),
    ]


def test_that_a_group_stays_in_the_cabinet_and_its_people_are_still_seen():
    # five people in one group of 90 min: no row, but a file active of five
    actes = [acte(p, "2025-03-03", TypeActe.GROUPE, duree=90) for p in "abcde"]
    contenu = anonymise(
        sources([*actes, absence("f", "2025-03-03", TypeActe.GROUPE)]), mois("2025-03")
    )
    assert contenu.activite == ()
    assert contenu.file_active == (LigneFileActive("2025-03", 5, 5, Statut.EXACT),)


def test_that_nobody_misses_work_done_without_them():
    actes = [
        *seances("abcde", "2025-03-03"),
        absence("a", "2025-03-10", TypeActe.DEMARCHE_SANS_PATIENT),
        absence("a", "2025-03-11", TypeActe.VAD),
    ]
    assert resume(anonymise(sources(actes), mois("2025-03")))[1:] == [
        ("2025-03", "travailleur_social", "rdv_non_honore", "domicile", 1, 0),
    ]


def test_that_absences_of_any_kind_are_one_row_without_minutes():
    actes = [
        *seances("abcde", "2025-03-03"),
        absence("a", "2025-03-10"),
        acte("b", "2025-03-11", issue=Issue.ABSENT_EXCUSE),
        absence("c", "2025-03-12", TypeActe.ENTRETIEN_ENTOURAGE),
        acte("d", "2025-03-13", issue=Issue.ANNULE_PRO),
        acte("e", "2025-03-14", issue=Issue.REPORTE),
    ]
    contenu = anonymise(sources(actes), mois("2025-03"))
    assert resume(contenu) == [
        ("2025-03", "psychologue", "entretien_individuel", "cabinet", 5, 225),
        ("2025-03", "psychologue", "rdv_non_honore", "cabinet", 3, 0),
    ]


@pytest.mark.parametrize(
    ("role", "acteur"),
    [
        (Role.MEDECIN, Acteur.MEDECIN_GENERALISTE),
        (Role.PSYCHIATRE, Acteur.PSYCHIATRE),
        (Role.COORDINATION, Acteur.COORDINATION),
        (Role.SECRETARIAT, Acteur.COORDINATION),
    ],
)
def test_that_relatives_can_be_met_by_anybody(role, acteur):
    actes = [*seances("abcde", "2025-03-03"), acte("a", "2025-03-04", ENTOURAGE, role=role)]
    lignes = anonymise(sources(actes), mois("2025-03")).activite
    assert (
        LigneActivite("2025-03", acteur, NatureActe.ENTRETIEN_ENTOURAGE, Modalite.CABINET, 1, 45)
        in lignes
    )


def test_that_activity_of_fewer_than_five_people_waits_for_the_next_months():
    # January: a, b, c seen = 3 people. February: b, c, d = 4 people so far.
    # March: e = 5 people at last: 3 + 3 + 1 = 7 acts of 45 min leave together.
    # April: a, b, c, d, e, f seen: alone again, 6 acts.
    actes = [
        *seances("abc", "2025-01-10"),
        *seances("bcd", "2025-02-10"),
        *seances("e", "2025-03-10"),
        *seances("abcdef", "2025-04-10"),
    ]
    s = sources(actes)
    for retenu in ("2025-01", "2025-02"):
        contenu = anonymise(s, mois(retenu))
        assert contenu.activite == ()
        assert ("activite", Raison.ACTIVITE_REPORTEE) in contenu.retenu
    individuel = ("psychologue", "entretien_individuel", "cabinet")
    assert resume(anonymise(s, mois("2025-03"))) == [("2025-01/2025-03", *individuel, 7, 315)]
    assert resume(anonymise(s, mois("2025-04"))) == [("2025-04", *individuel, 6, 270)]


def test_that_people_who_have_left_with_a_month_do_not_help_the_next_one():
    actes = [*seances("abcde", "2025-01-10"), *seances("ab", "2025-02-10")]
    assert anonymise(sources(actes), mois("2025-02")).activite == ()


def test_that_every_act_of_the_year_leaves_exactly_once():
    rng = random.Random(20)
    actes = [
        acte(rng.choice("abcdefgh"), f"2025-{rng.randint(1, 11):02}-{rng.randint(1, 28):02}")
        for _ in range(60)
    ]
    actes += seances("abcde", "2025-12-01")  # the last month frees whatever waits
    s = sources(actes)
    partis = sum(
        ligne.nombre for m in range(1, 13) for ligne in anonymise(s, mois(f"2025-{m:02}")).activite
    )
    assert partis == 65


def test_that_a_month_without_activity_is_not_carried():
    actes = [*seances("abcde", "2025-01-10"), *seances("abcde", "2025-03-10")]
    s = sources(actes)
    assert anonymise(s, mois("2025-02")).activite == ()
    assert {ligne.mois for ligne in anonymise(s, mois("2025-03")).activite} == {"2025-03"}


def test_that_a_meeting_or_an_absence_alone_is_carried_too():
    actes = [absence("a", "2025-01-10"), *seances("abcde", "2025-03-10")]
    tenue = reunion("2025-02-13", time(12), time(13))
    contenu = anonymise(sources(actes, syntheses=[tenue]), mois("2025-03"))
    assert {ligne.mois for ligne in contenu.activite} == {"2025-01/2025-03"}
    assert sorted(ligne.nombre for ligne in contenu.activite) == [1, 1, 5]


def test_that_relatives_and_absent_people_do_not_help_reach_five():
    actes = [
        *seances("abcd", "2025-03-10"),
        acte("e", "2025-03-11", ENTOURAGE),
        absence("f", "2025-03-12"),
    ]
    assert anonymise(sources(actes), mois("2025-03")).activite == ()


def test_that_a_carried_range_may_cross_the_year():
    actes = [*seances("abc", "2024-12-10"), *seances("de", "2025-01-10")]
    contenu = anonymise(sources(actes), mois("2025-01"))
    assert {ligne.mois for ligne in contenu.activite} == {"2024-12/2025-01"}


def test_that_what_happens_later_does_not_change_a_month():
    past = seances("abc", "2025-01-10") + seances("bcd", "2025-02-10")
    after = [*past, *seances("abcdefgh", "2025-03-10")]
    assert anonymise(sources(past), mois("2025-02")) == anonymise(sources(after), mois("2025-02"))


@pytest.mark.parametrize(
    ("patients", "annee", "attendu"),
    [
        ("abcde", "", LigneFileActive("2025-03", 5, 5, Statut.EXACT)),
        ("abcde", "fg", LigneFileActive("2025-03", 5, 7, Statut.EXACT)),
        ("abcd", "aef", LigneFileActive("2025-03", None, 6, Statut.REGROUPE)),
        ("abcd", "", LigneFileActive("2025-03", None, None, Statut.REGROUPE)),
        ("", "", LigneFileActive("2025-03", None, None, Statut.REGROUPE)),
    ],
)
def test_that_a_small_file_active_is_hidden(patients, annee, attendu):
    actes = [*seances(patients, "2025-03-03"), *seances(annee, "2025-01-15")]
    actes += seances("vwxyz", "2024-12-31")  # last year counts in no figure of this one
    contenu = anonymise(sources(actes), mois("2025-03"))
    assert contenu.file_active == (attendu,)
    raisons = {r for table, r in contenu.retenu if table == "file_active"}
    assert (Raison.FILE_ACTIVE_INSUFFISANTE in raisons) == (attendu.file_active is None)
    assert (Raison.CUMUL_INSUFFISANT in raisons) == (attendu.cumul_annee is None)


def test_that_forfaits_are_exact_however_few():
    # One patient, included on 10 March at 829 euros; 1 long consultation and 2 interviews
    # of the social worker in March.
    actes = [
        acte("a", "2025-03-12", LONGUE),
        acte("a", "2025-03-13", TS),
        acte("a", "2025-03-14", TS),
    ]
    contenu = anonymise(sources(actes, [inclusion("a", "2025-03-10")]), mois("2025-03"))
    assert contenu.forfaits == (LigneForfaits("2025-03", 1, 1, 0, Decimal(829), 1, 0, 2),)


def test_that_meetings_are_told_without_who_or_what_about():
    tenues = [
        reunion(
            "2025-03-06", time(12, 30), time(14), Role.MEDECIN, Role.PSYCHIATRE, Role.PSYCHOLOGUE
        ),
        reunion("2025-03-27", time(12), time(13), Role.MEDECIN, Role.PSYCHOLOGUE),
        reunion("2025-03-28", time(12), time(13), Role.MEDECIN, etat=Etat.PREPAREE),
    ]
    contenu = anonymise(sources(syntheses=tenues), mois("2025-03"))
    assert contenu.fonctionnement == (LigneFonctionnement("2025-03", 2, 5, 90, None),)


@pytest.mark.parametrize(
    ("month", "count"),
    [("2025-02", None), ("2025-03", 3), ("2025-04", 0), ("2025-05", 1)],
)
def test_that_trainings_are_counted_the_month_they_begin_once_there_is_a_register(month, count):
    # Three people began in March, two of them the same day; one on the first of May.
    days = ["2025-03-01", "2025-03-31", "2025-03-31", "2025-05-01"]
    (ligne,) = anonymise(sources(formations=days), mois(month)).fonctionnement
    assert ligne.formations == count


def test_that_the_order_of_the_records_changes_nothing():
    rng = random.Random(3)
    lieux = ["CABINET", "VISIO", "DOMICILE"]
    actes = [
        acte(rng.choice("abcdefgh"), f"2025-0{rng.randint(1, 3)}-15", t, lieu=rng.choice(lieux))
        for _ in range(40)
        for t in (PSY, TS, LONGUE)
    ]
    inclusions = [inclusion(p, f"2022-0{n % 9 + 1}-10") for n, p in enumerate("abcdefgh")]
    tenues = [reunion(f"2025-03-{d}", time(12), time(13), Role.MEDECIN) for d in (10, 20)]
    first = anonymise(sources(actes, inclusions, tenues), mois("2025-03"))
    for records in (actes, inclusions, tenues):
        rng.shuffle(records)
    assert anonymise(sources(actes, inclusions, tenues), mois("2025-03")) == first
    assert len(first.forfaits) == 1


def test_that_the_threshold_can_be_raised_but_not_lowered():
    s = sources(seances("abcdefghij", "2025-03-10"))
    strict = anonymise(replace(s, k_activite=11), mois("2025-03"))
    assert (strict.activite, strict.file_active[0].file_active, strict.k_activite) == ((), None, 11)
    with pytest.raises(ValueError, match="4"):
        anonymise(replace(s, k_activite=4), mois("2025-03"))


def left(*parties):
    return tuple((mois(premier), mois(dernier)) for premier, dernier in parties)


def test_that_months_that_left_together_stay_together():
    """January (3 people) left with February (4 others); two late sessions make January enough."""
    known = seances("abc", "2025-01-10") + seances("defg", "2025-02-10")
    (row,) = anonymise(sources(known), mois("2025-02")).activite
    assert (row.mois, row.nombre) == ("2025-01/2025-02", 7)
    corrected = sources(known + seances("hi", "2025-01-20"))
    (alone,) = anonymise(corrected, mois("2025-01")).activite
    assert (alone.mois, alone.nombre) == ("2025-01", 5)  # 7 - 5 would tell of two in February
    frozen = replace(corrected, parties=left(("2025-01", "2025-02")))
    assert anonymise(frozen, mois("2025-01")).activite == ()
    (row,) = anonymise(frozen, mois("2025-02")).activite
    assert (row.mois, row.nombre) == ("2025-01/2025-02", 9)


def test_that_what_left_keeps_its_months_when_people_become_too_few():
    """March left alone; two of its five people are taken out: it waits for no other month."""
    known = seances("abc", "2025-03-10") + seances("abcdef", "2025-04-10")
    frozen = replace(sources(known), parties=left(("2025-03", "2025-03")))
    assert anonymise(frozen, mois("2025-03")).activite == ()
    (row,) = anonymise(frozen, mois("2025-04")).activite
    assert (row.mois, row.nombre) == ("2025-04", 6)


def test_that_what_left_takes_no_month_before_it():
    """January was enough when February left alone; two of its people are taken out."""
    known = seances("abc", "2025-01-10") + seances("abcde", "2025-02-10")
    frozen = replace(sources(known), parties=left(("2025-02", "2025-02")))
    (row,) = anonymise(frozen, mois("2025-02")).activite
    assert (row.mois, row.nombre) == ("2025-02", 5)


def test_that_what_left_keeps_its_months_when_the_last_one_is_emptied():
    known = seances("abcde", "2025-01-10") + seances("fg", "2025-03-10")
    frozen = replace(sources(known), parties=left(("2025-01", "2025-02")))
    (row,) = anonymise(frozen, mois("2025-02")).activite
    assert (row.mois, row.nombre) == ("2025-01/2025-02", 5)
    assert anonymise(frozen, mois("2025-03")).activite == ()


MONTHS = [f"2025-0{n}" for n in range(1, 7)]
KEPT = st.sampled_from([True, True, True, False])
STEPS = st.tuples(st.sampled_from(MONTHS), st.sampled_from("abcdefgh"), KEPT)


@given(st.lists(st.tuples(st.lists(STEPS, max_size=25), st.sampled_from(MONTHS)), max_size=10))
def test_that_no_two_periods_that_left_can_be_subtracted(rounds):
    """Whatever is added, taken out and sent in whatever order: equal periods, or disjoint ones."""
    seen: set[tuple[str, str]] = set()
    parties: set[tuple[Mois, Mois]] = set()
    for changes, sent in rounds:
        for month, patient, there in changes:
            (seen.add if there else seen.discard)((month, patient))
        made = sources([acte(patient, f"{month}-10") for month, patient in seen])
        made = replace(made, parties=tuple(sorted(parties)))
        for row in anonymise(made, mois(sent)).activite:
            first, _, last = row.mois.partition("/")
            parties.add((mois(first), mois(last or first)))
            inside = [p for m, p in seen if first <= m <= (last or first)]
            assert row.nombre == len(inside)
            assert len(set(inside)) >= 5
    assert all(a[1] < b[0] for a, b in pairwise(sorted(parties)))


def test_that_forfaits_follow_the_cycle_that_the_cabinet_chose():
    s = sources(inclusions=[inclusion("a", "2024-05-20")])
    (found,) = anonymise(s, mois("2025-01")).forfaits
    assert (found.ouverts_cumul_annee, found.clos_cumul_annee) == (0, 0)
    civil = replace(s, cabinet=replace(s.cabinet, cycle_forfait=CycleForfait.CIVIL))
    (found,) = anonymise(civil, mois("2025-01")).forfaits
    assert (found.ouverts_cumul_annee, found.clos_cumul_annee) == (1, 0)


def test_that_the_code_of_the_structure_is_the_cabinets():
    s = sources(seances("abcde", "2025-03-10"))
    s = replace(s, cabinet=replace(s.cabinet, structure="PACA-13-001", region="PACA"))
    contenu = anonymise(s, mois("2025-03"))
    assert (contenu.structure, contenu.region, str(contenu.mois)) == (
        "PACA-13-001",
        "PACA",
        "2025-03",
    )
