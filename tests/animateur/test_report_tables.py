"""Tables of the report, their figures counted by hand."""

from dataclasses import replace

from microstructure_desktop.animateur import report_tables as tables

from .annees import EMPTY, LILAS, PORT, TOTAL, WHOLE


def plain(rows):
    return [tuple(cell.replace("\xa0", " ").replace("\u202f", " ") for cell in row) for row in rows]


def test_that_each_month_of_each_structure_has_its_sign():
    found = tables.recus(WHOLE)
    assert found.mois == ("oct.", "nov.")
    assert found.lignes == (
        ("Cabinet des Lilas\nOCC-31-001", "C", "R"),
        ("Maison de santé du Port\nOCC-34-002", "M", "R"),
    )


def test_that_professions_add_up():
    found = tables.metiers(WHOLE)
    assert plain(found.lignes) == [
        ("Psychologue", "162", "121 h 30", "11"),
        ("Travail social", "40", "40 h 00", "0"),
        ("Psychiatre", "4", "1 h 00", "0"),
        ("Ensemble", "206", "162 h 30", "11"),
    ]
    assert found.note == "Année entière reçue de 27 structures sur 30."


def test_that_natures_add_up():
    assert plain(tables.natures(WHOLE).lignes) == [
        ("Entretien individuel", "162", "0", "40", "0", "202"),
        ("Avis à l’équipe", "0", "0", "0", "4", "4"),
    ]


def test_that_meetings_say_what_nobody_knows():
    assert plain(tables.reunions(WHOLE).lignes) == [
        ("Octobre 2025", "29", "118", "—", "27 sur 30"),
        ("Novembre 2025", "29", "118", "—", "30 sur 30"),
    ]


def test_that_the_psychiatrist_is_there_in_meetings_and_out_of_them():
    october = replace(TOTAL, periode="2025-10")
    assert plain(tables.psychiatre(replace(WHOLE, mois=(october,))).lignes) == [
        ("Octobre 2025", "1 h 00", "29 h 00", "30 h 00", "27 sur 30"),
    ]


def test_that_forfaits_say_what_they_are_worth():
    assert plain(tables.forfaits(WHOLE).lignes) == [
        ("Forfait de 529 €", "5", "4", "1", "2 645 €"),
        ("Forfait de 829 €", "120", "100", "18", "99 480 €"),
    ]


def test_that_acts_done_are_a_share_of_acts_paid():
    assert plain(tables.consommation(WHOLE, TOTAL.forfaits[1]).lignes) == [
        ("Médecin généraliste", "90", "120", "75 %"),
        ("Psychologue", "600", "720", "83 %"),
        ("Travail social", "700", "840", "83 %"),
    ]


def test_that_structures_show_volumes_alone():
    (found,) = tables.volumes(WHOLE)
    assert plain(found.lignes) == [
        (f"{LILAS.nom}\n{LILAS.id}", "2 sur 2", "640", "206", "162 h 30", "29", "125"),
        (f"{PORT.nom}\n{PORT.id}", "1 sur 2", "petit nombre", "0", "0 h 00", "29", "125"),
    ]
    assert "moins de 5 personnes" in found.note


def test_that_nothing_received_is_not_zero_people():
    (found,) = tables.volumes(EMPTY)
    assert found.lignes[0][2] == "—"
    assert found.note == ""


def test_that_many_structures_make_several_tables():
    found = tables.volumes(replace(WHOLE, structures=WHOLE.structures * 21))
    assert [len(each.lignes) for each in found] == [20, 20, 2]


def test_that_thousands_of_hours_are_readable():
    assert plain([(tables.hours(61 * 60 * 20 + 5),)]) == [("1 220 h 05",)]
