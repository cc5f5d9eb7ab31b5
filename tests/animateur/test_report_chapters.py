"""What each chapter says, in full and when nothing came."""

from dataclasses import replace

from microstructure_desktop.animateur.report_chapters import chapitres

from .annees import EMPTY, TOTAL, WHOLE

TITLES = [
    "Ce qui a été reçu",
    "Personnes vues",
    "Actes et temps",
    "Réunions et formations",
    "Forfaits",
    "Présence du psychiatre",
    "Structures côte à côte",
    "Profil des personnes",
    "Méthode et définitions",
    "Ce qui n’y est pas, et pourquoi",
]


def said(annee):
    return {
        c.titre: [p.replace("\xa0", " ").replace("\u202f", " ") for p in c.phrases]
        for c in chapitres(annee)
    }


def test_that_chapters_come_in_their_order():
    assert [each.titre for each in chapitres(WHOLE)] == TITLES
    assert [each.titre for each in chapitres(EMPTY)] == TITLES


def test_that_every_sum_says_how_whole_it_is():
    found = said(WHOLE)
    assert found["Ce qui a été reçu"][1] == "3 mois reçus sur 4 attendus."
    assert found["Personnes vues"] == [
        "640 personnes vues dans l’année (année entière de 27 structures sur 30).",
        (
            "2 structures en plus, où moins de 5 personnes ont été vues : leur nombre n’est pas "
            "écrit et n’entre pas dans la somme."
        ),
    ]
    assert found["Actes et temps"] == [
        "206 actes honorés, soit 162 h 30 (année entière de 27 structures sur 30)."
    ]
    assert found["Réunions et formations"] == [
        "29 réunions tenues, 118 présences (année entière de 27 structures sur 30).",
        "12 formations suivies dans l’année.",
    ]
    assert found["Présence du psychiatre"] == [
        "30 h de présence (année entière de 27 structures sur 30).",
        "En moyenne, 10 h par structure et par mois reçu.",
    ]


def test_that_a_forfait_says_what_it_pays_for_or_that_nobody_knows():
    assert said(WHOLE)["Forfaits"] == [
        "Forfaits comptés depuis janvier (année entière de 27 structures sur 30).",
        "Aucun texte publié ne donne les actes que paie le forfait de 529 € : rien n’est comparé.",
        (
            "Un forfait de 829 € paie 1 consultation longue du médecin, 6 consultations du "
            "psychologue et 7 entretiens du travailleur social."
        ),
    ]
    (chapter,) = (c for c in chapitres(WHOLE) if c.titre == "Forfaits")
    assert len(chapter.graphiques) == 1
    assert len(chapter.tableaux) == 2


def test_that_nothing_received_is_said_plainly():
    found = said(EMPTY)
    assert found["Actes et temps"] == ["Aucun acte dans les mois reçus."]
    assert found["Forfaits"] == ["Aucun forfait dans les mois reçus."]
    assert len(found["Présence du psychiatre"]) == 1
    assert len(found["Réunions et formations"]) == 1


def test_that_one_of_each_is_written_so():
    one = replace(TOTAL, reunions=1, participants=1, formations=1, file_active=1, masquees=0)
    found = said(replace(WHOLE, total=one))
    assert found["Réunions et formations"][0].startswith("1 réunion tenue, 1 présence")
    assert found["Personnes vues"] == [
        "1 personne vue dans l’année (année entière de 27 structures sur 30)."
    ]


def test_that_people_all_hidden_are_no_zero():
    people = chapitres(replace(WHOLE, total=replace(WHOLE.total, file_active=0)))[1]
    assert people.phrases[0].startswith("Nombre de personnes vues inconnu dans l’année")
