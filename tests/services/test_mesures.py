"""Series counted by hand from answers."""

from datetime import date
from decimal import Decimal

import pytest

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import FicheId
from microstructure_desktop.forms import instrument_reader
from microstructure_desktop.forms.instruments import catalogue
from microstructure_desktop.services.mesures import (
    ECHELLES,
    VERSIONS,
    Lue,
    Qui,
    echelles,
    questions,
)
from tests import factories
from tests.forms.scales import keyed, shipped

from .trajectories import AUDIT_9, AUDIT_24, FOLLOWED, followed

WOMAN = Qui("F", 34)
ALONE = """
id = "cote"
version = 1
title = "Cotation"
role = "equipe"
stage = "echelle"
depuis = 2026-11-01

[[group]]
id = "un"
title = "Un"

[[group.item]]
id = "e"
text = "E"
type = "instrument"
instrument = "audit"
"""


def lue(form, day: int = 1, **answers) -> Lue:
    fiche = factories.a_fiche(id=FicheId(f"f{day}"), jour=date(2026, 6, day), answers=answers)
    assert isinstance(fiche, Fiche)
    return Lue(fiche, form, answers, "C. Modèle")


def audit(*cotes: int | None, day: int = 1, scale: str = "audit", version: int = 1, known=None):
    form = followed(ALONE.replace('"audit"', f'"{scale}"'), **(known or shipped()))
    return lue(form, day, e={"version": version, "cotes": keyed(*cotes)})


def by_title(series):
    return {s.titre: s for s in series}


def test_that_each_score_of_a_scale_is_a_series():
    found = echelles([audit(*AUDIT_24), audit(*AUDIT_9, day=2)], WOMAN)
    assert {s.titre: [m.valeur for m in s.mesures] for s in found} == {
        "AUDIT": [24, 9],
        "Consommation · AUDIT": [7, 4],
        "Dépendance · AUDIT": [7, 1],
        "Conséquences · AUDIT": [10, 4],
    }
    total = found[0]
    assert (total.bas, total.haut, total.famille) == (0, 40, ECHELLES)
    assert [m.libelle for m in total.mesures] == ["24 sur\xa040", "9 sur\xa040"]
    assert [s.principal for s in found] == [True, False, False, False]
    last = total.mesures[1]
    assert (last.jour, last.titre, last.auteur) == (date(2026, 6, 2), "Cotation", "C. Modèle")
    assert last.fiche == "f2"


@pytest.mark.parametrize(
    ("sexe", "marks"),
    [
        ("F", [(6, "trouble de l’usage suspecté")]),
        ("H", [(7, "trouble de l’usage suspecté")]),
        (
            "NR",
            [
                (7, "trouble de l’usage suspecté (homme)"),
                (6, "trouble de l’usage suspecté (femme)"),
            ],
        ),
    ],
)
def test_that_the_first_cut_offs_are_marked_for_this_person(sexe, marks):
    total, consommation, *_ = echelles([audit(*AUDIT_24)], Qui(sexe, 34))
    assert [(m.valeur, m.libelle) for m in total.marques] == marks
    assert {m.serie for m in total.marques} == {"Repère français"}
    assert consommation.marques == ()


def test_that_a_cut_off_goes_by_age():
    rows = [0] * 11
    for age, mark in ((20, Decimal("37.27")), (40, Decimal("30.17"))):
        (found,) = echelles([audit(*rows, scale="epices")], Qui("F", age))
        assert [m.valeur for m in found.marques] == [mark]


def test_that_two_versions_are_never_on_one_curve():
    former = shipped()["audit"]
    newer = instrument_reader.load(former.source.replace("version = 1", "version = 2"))
    known = catalogue([former, *newer])
    lues = [
        audit(*AUDIT_24, known=known),
        audit(*AUDIT_9, day=2, version=2, known=known),
        audit(*AUDIT_9, day=3, version=7, known=known),
    ]
    found = [s for s in echelles(lues, WOMAN) if s.principal]
    assert [(s.titre, [m.valeur for m in s.points], s.note) for s in found] == [
        ("AUDIT (version\xa01)", [24], VERSIONS),
        ("AUDIT (version\xa02)", [9], VERSIONS),
    ]


def test_that_a_scale_not_finished_is_said_and_gives_no_point():
    (total, *_) = echelles([audit(*AUDIT_24), audit(4, 1, 2, day=2)], WOMAN)
    assert [(m.valeur, m.libelle) for m in total.mesures] == [
        (24, "24 sur\xa040"),
        (None, "pas de score"),
    ]
    assert [s.score for s in echelles([audit(4, 1, 2)], WOMAN)] == ["consommation"]


def test_that_figures_are_followed_between_their_ends():
    form = followed()
    days = ({"envie": 8, "verres": 6}, {"envie": "NR", "verres": 12}, {"envie": 5, "sans_suite": 3})
    found = by_title(questions([lue(form, n, **a) for n, a in enumerate(days, start=1)]))
    assert set(found) == {"Envie", "Verres"}
    envie, verres = found["Envie"], found["Verres"]
    assert [m.valeur for m in envie.mesures] == [8, None, 5]
    assert [m.libelle for m in envie.mesures] == [
        "8\xa0sur\xa010",
        "Ne souhaite pas répondre",
        "5\xa0sur\xa010",
    ]
    assert (envie.bas, envie.haut, envie.famille) == (0, 10, "Envies")
    assert (verres.bas, verres.haut) == (0, 12)  # 99 is a safeguard, not a scale
    assert [m.libelle for m in verres.mesures] == ["6\xa0verres", "12\xa0verres"]
    assert (envie.equipe, verres.equipe) == (False, True)


def test_that_choices_are_levels_in_the_order_of_their_list():
    form = followed()
    codes = ("HAUT", "BAS", "NON_EVALUE", "DISPARU")
    (found,) = questions([lue(form, n, abri=code) for n, code in enumerate(codes, start=1)])
    assert found.niveaux == ((0, "Bas"), (1, "Haut"))
    assert [m.valeur for m in found.mesures] == [1, 0, None, None]
    assert [m.libelle for m in found.mesures] == ["Haut", "Bas", "Non évalué", "DISPARU"]
    assert (found.bas, found.haut) == (0, 1)


def test_that_one_question_is_one_series_across_the_forms_of_a_profession():
    other = followed(FOLLOWED.replace("suivi_essai", "fin_essai").replace('"Suivi"', '"Fin"'))
    doctors = followed(FOLLOWED.replace("psychologue", "medecin"))
    found = questions(
        [lue(followed(), 1, envie=8), lue(other, 2, envie=5), lue(doctors, 3, envie=2)]
    )
    assert [[(m.valeur, m.titre) for m in s.mesures] for s in found] == [
        [(8, "Suivi"), (5, "Fin")],
        [(2, "Suivi")],
    ]
    assert len({s.cle for s in found}) == 2


def test_that_a_form_of_everybody_is_followed_alone_and_is_known_to_all():
    ours = followed(FOLLOWED.replace('"psychologue"', '"equipe"'))
    theirs = followed(
        FOLLOWED.replace('"psychologue"', '"equipe"').replace("suivi_essai", "autre_essai")
    )
    found = questions([lue(ours, 1, envie=8), lue(theirs, 2, envie=5)])
    assert [s.equipe for s in found] == [True, True]


def test_that_a_repeated_group_is_followed_by_what_each_row_is_about():
    form = followed()
    lues = [
        lue(form, 1, produit_1="ALCOOL", jours_1=20, produit_2="TABAC", jours_2=28),
        lue(form, 2, produit_1="TABAC", jours_1=25),
        lue(form, 3, produit_1="ALCOOL", jours_1=4),
        lue(form, 4, jours_1=9),  # about what is not told to this reader
    ]
    found = by_title(questions(lues))
    assert {titre: [m.valeur for m in s.mesures] for titre, s in found.items()} == {
        "Jours\xa0: Alcool": [20, 4],
        "Jours\xa0: Tabac": [28, 25],
    }
    assert {s.item for s in found.values()} == {"jours"}
    assert {s.haut for s in found.values()} == {28}


def test_that_what_changes_rows_goes_on_with_its_curve():
    form = followed()
    lues = [
        lue(form, 1, produit_1="ALCOOL", jours_1=20),
        lue(form, 2, produit_1="TABAC", jours_1=25, produit_2="ALCOOL", jours_2=10),
        lue(form, 3, produit_2="ALCOOL", jours_2=0),
    ]
    found = by_title(questions(lues))
    assert [m.valeur for m in found["Jours\xa0: Alcool"].mesures] == [20, 10, 0]
    assert len({s.cle for s in found.values()}) == 2


def test_that_of_two_rows_about_the_same_the_first_is_followed():
    (found,) = questions(
        [lue(followed(), 1, produit_1="TABAC", jours_1=3, produit_2="TABAC", jours_2=9)]
    )
    assert [m.valeur for m in found.mesures] == [3]


def test_that_a_label_changed_since_does_not_break_a_curve():
    newer = followed(FOLLOWED.replace('"Alcool"', '"Alcools"'))
    lues = [lue(f, n, produit_1="ALCOOL", jours_1=n) for n, f in enumerate((followed(), newer), 1)]
    (found,) = questions(lues)
    assert (found.titre, [m.valeur for m in found.mesures]) == ("Jours\xa0: Alcools", [1, 2])


def test_that_what_cannot_be_drawn_makes_no_series():
    assert questions([lue(followed(), 1, envie="NR", abri="NON_EVALUE")]) == []
    assert questions([lue(followed(), 1)]) == []
