"""Two versions of a meeting become one that says everything."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.reunion import Chiffre, Invite, Point, Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.services.merging_reunion import merged, without_origin

BASE = Reunion(
    "r",
    TypeReunion.TRIMESTRIELLE,
    date(2026, 11, 24),
    time(14),
    membres=("mg", "psy"),
    invites=(Invite("Léa Martin", "CSAPA"),),
    points=(Point("Tests", "Un par mois."), Point("Divers")),
    actions=(Decision("a", "Commander"),),
)


def test_that_the_same_version_twice_is_itself():
    assert merged(BASE, BASE, BASE) == BASE


def test_that_no_word_of_either_is_lost():
    mine = replace(
        BASE,
        fin=time(16),
        lieu="Mairie",
        membres=("mg", "ts"),
        invites=(*BASE.invites, Invite("Omar Diallo", "CAARUD")),
        points=(Point("Tests", "Un par mois.\nLe jeudi."), *BASE.points[1:], Point("Dates")),
        actions=(Decision("b", "Appeler"),),
        chiffres=(Chiffre("file_active", "2026-10", 12),),
    )
    theirs = replace(
        BASE,
        points=(Point("Tests", "Un par mois.\nPour tous."), Point("Divers", "Rien.")),
        actions=(Decision("a", "Commander 20"),),
        redacteur="psy",
        debut=time(14, 15),
        jour=date(2026, 11, 25),
    )
    found = merged(BASE, mine, theirs)
    assert (found.fin, found.lieu, found.debut) == (time(16), "Mairie", time(14, 15))
    assert (found.jour, found.redacteur) == (date(2026, 11, 25), "psy")
    assert found.membres == ("mg", "ts")
    assert [i.nom for i in found.invites] == ["Léa Martin", "Omar Diallo"]
    assert found.points == (
        Point("Tests", "Un par mois.\nPour tous.\nLe jeudi."),
        Point("Divers", "Rien."),
        Point("Dates"),
    )
    assert [d.texte for d in found.actions] == ["Appeler", "Commander 20"]
    assert found.chiffres == mine.chiffres
    assert merged(BASE, theirs, mine).chiffres == mine.chiffres


def test_that_points_of_one_title_are_known_by_their_rank():
    mine = replace(BASE, points=(Point("Divers", "premier"), Point("Divers", "second")))
    theirs = replace(BASE, points=(Point("Divers", "tiers"),))
    bare = replace(BASE, points=())
    assert merged(bare, mine, theirs).points == (
        Point("Divers", "tiers\npremier"),
        Point("Divers", "second"),
    )
    untitled = replace(BASE, points=(Point("", "un"), Point("", "deux")))
    assert merged(bare, untitled, bare).points == untitled.points


def test_that_a_point_renamed_and_gone_on_with_stands_under_both_names():
    mine = replace(BASE, points=(Point("Tests salivaires", "Un par mois."), BASE.points[1]))
    theirs = replace(BASE, points=(Point("Tests", "Deux par mois."), BASE.points[1]))
    assert [p.titre for p in merged(BASE, mine, BASE).points] == ["Tests salivaires", "Divers"]
    found = merged(BASE, mine, theirs).points
    assert {(p.titre, p.texte) for p in found} == {
        ("Tests salivaires", "Un par mois."),
        ("Tests", "Deux par mois."),
        ("Divers", ""),
    }


def test_that_without_an_origin_both_say_everything():
    mine = replace(BASE, points=(Point("Tests", "Le jeudi."),), membres=("ts",), fin=time(16))
    found = merged(without_origin(BASE), mine, BASE)
    assert found.points == (Point("Tests", "Un par mois.\nLe jeudi."), Point("Divers"))
    assert (found.membres, found.fin) == (("mg", "psy", "ts"), time(16))
