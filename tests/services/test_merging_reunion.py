"""Two versions of a meeting become one that says everything."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.reunion import Chiffre, Invite, Point, Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.services.merging_reunion import merged

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
    assert merged(BASE, BASE) == BASE


def test_that_no_word_of_either_is_lost():
    mine = replace(
        BASE,
        fin=time(16),
        lieu="Mairie",
        membres=("mg", "ts"),
        invites=(Invite("Omar Diallo", "CAARUD"),),
        points=(Point("Tests", "Le jeudi."), Point("Formations", "En mars.")),
        actions=(Decision("b", "Appeler"),),
        chiffres=(Chiffre("file_active", "2026-10", 12),),
    )
    found = merged(mine, BASE)
    assert (found.fin, found.lieu) == (time(16), "Mairie")
    assert found.membres == ("mg", "psy", "ts")
    assert [i.nom for i in found.invites] == ["Léa Martin", "Omar Diallo"]
    assert found.points == (
        Point("Tests", "Un par mois.\nLe jeudi."),
        Point("Divers"),
        Point("Formations", "En mars."),
    )
    assert [d.texte for d in found.actions] == ["Commander", "Appeler"]
    assert found.chiffres == mine.chiffres
    assert merged(BASE, mine).fin == time(16)
    assert merged(BASE, mine).chiffres == mine.chiffres
