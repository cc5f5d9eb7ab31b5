"""The last known answers; the questions that are counted are really asked."""

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.indicateurs import dernieres
from microstructure_desktop.domain.indicateurs.dernieres import Nom
from microstructure_desktop.services.shipped import shipped

from .remplies import ANNEE, MEDICALE, SOCIALE, faits, fiche, vu


def test_that_every_name_counted_has_its_questions_and_the_other_way_round():
    assert set(shipped().indicateurs.origines) == set(Nom)


def test_that_every_question_counted_is_asked_by_each_profession_named():
    asked = {(i.base or i.id, form.role) for form in shipped().forms for i in form.questions}
    for nom, origine in shipped().indicateurs.origines.items():
        for item in origine.items:
            assert any((item, metier) in asked for metier in origine.metiers), nom
        for metier in origine.metiers:
            assert any((item, metier) in asked for item in origine.items), nom


def test_that_no_question_counted_is_private_to_its_author():
    personal = {i for form in shipped().forms for i in form.personal}
    counted = {i for o in shipped().indicateurs.origines.values() for i in o.items}
    assert personal
    assert not personal & counted


def test_that_every_code_grouped_or_ordered_is_in_its_list():
    known = shipped()
    local = {"TROD": {"NEGATIF", "REACTIF", "ININTERPRETABLE"}}
    for liste, groups in known.indicateurs.groupes.items():
        codes = local.get(liste) or {o.code for o in known.listes[liste].options}
        assert groups.keys() <= codes, liste
    for liste, codes in known.indicateurs.ordres.items():
        silent = {c for c, g in known.indicateurs.groupes[liste].items() if g == "nr"}
        assert set(codes) == {o.code for o in known.listes[liste].options} - {"NR"} - silent


def test_that_the_last_answer_is_the_last_one_known():
    facts = faits("ab", [
        fiche("a", SOCIALE, "2026-03-01", logement="SDF"),
        fiche("a", "sociale_suivi", "2026-06-01", logement="NR"),
        fiche("b", SOCIALE, "2026-03-01", logement="SDF"),
        fiche("b", "sociale_suivi", "2026-03-01", logement="PRISON"),
        fiche("c", SOCIALE, "2026-03-01", logement="SDF"),
    ])  # fmt: skip
    said = dernieres.de_la_periode(facts, ANNEE, frozenset("ab"))
    lire = dernieres.premier(facts, Nom.LOGEMENT, "CL09")
    assert dernieres.derniers(said, lire) == {"a": "SDF", "b": "PRISON"}


def test_that_a_day_to_come_and_another_year_have_said_nothing():
    facts = faits("a", [
        fiche("a", SOCIALE, "2025-12-31", logement="SDF"),
        fiche("a", SOCIALE, "2026-11-23", logement="PRISON"),
    ])  # fmt: skip
    assert dernieres.de_la_periode(facts, ANNEE, frozenset("a")) == []
    (before,) = dernieres.jusqu_au(facts, "a", facts.le)
    assert before.donnees == {"logement": "SDF"}


def test_that_a_yes_is_no_figure_and_a_figure_no_yes():
    (said,) = faits("a", [
        fiche("a", MEDICALE, "2026-01-01", sniff_vie=False, hospit_6m=0, urgences_6m=True),
    ]).reponses_de("a")  # fmt: skip
    facts = faits("a")
    assert dernieres.oui_non(facts, Nom.SNIFF)(said) is False
    assert dernieres.oui_non(facts, Nom.HOSPITALISATIONS)(said) is None
    assert dernieres.entier(facts, Nom.HOSPITALISATIONS)(said) == 0
    assert dernieres.entier(facts, Nom.URGENCES)(said) is None


def test_that_a_code_of_another_list_is_shown_after_those_known():
    known = {"a": "YOURTE", "b": "SDF"}
    found = dernieres.serie(faits("abc"), "logement_", "CL09", known, "abc")
    assert found[-1].cle == "logement_YOURTE"
    assert "logement_NR" not in {v.cle for v in found}
    assert {v.cle: (v.valeur, v.base, v.nr) for v in found if v.valeur} == {
        "logement_SDF": (1, 2, 1),
        "logement_YOURTE": (1, 2, 1),
    }


def test_that_a_code_that_says_nothing_is_not_known():
    facts = faits("")
    silent = ["", "NR", "NON_ABORDE", None, 3]
    assert not any(dernieres.connu(facts, "CL16", code) for code in silent)
    assert dernieres.connu(facts, "CL16", "AUCUN")
    assert dernieres.connu(facts, "CL22", "NON_CONNU")


def test_that_the_file_active_are_people_met_themselves_in_the_period():
    others = [vu("b", type=TypeActe.ENTRETIEN_ENTOURAGE), vu("c", "2025-05-05")]
    assert dernieres.file_active(faits("a", actes=others), ANNEE) == {"a"}
