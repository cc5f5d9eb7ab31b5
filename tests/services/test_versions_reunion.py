"""A version of another meeting is told whole: facts, people, points, actions, figures."""

from datetime import date, time

from microstructure_desktop.domain.reunion import (
    Chiffre,
    Invite,
    Point,
    Reportee,
    Reunion,
    TypeReunion,
)
from microstructure_desktop.domain.synthese import Decision
from microstructure_desktop.services.versions import Champ, Reader
from microstructure_desktop.services.versions_reunion import rubriques_de_reunion

NBSP = "\u00a0"
BARE = Reunion("r", TypeReunion.CRISE, date(2026, 11, 24), time(14))


def told(team, reunion):
    me = team.medecin.membre
    with team.medecin.store.read() as work:
        reader = Reader(team.medecin, work, {me.id: me.nom_affiche})
        return rubriques_de_reunion(reader, reunion)


def test_that_a_meeting_is_told_with_its_points_actions_and_figures(team):
    me = team.medecin.membre.id
    meeting = Reunion(
        "r",
        TypeReunion.TRIMESTRIELLE,
        date(2026, 11, 24),
        time(14),
        time(16),
        "Mairie",
        membres=(me,),
        invites=(Invite("Léa Martin", "CSAPA", "éducatrice"), Invite("Paul Durand")),
        points=(Point("Tests", "Un par mois."), Point("", "Divers.")),
        actions=(Decision("d", "Commander", me, "avant le 04/12"),),
        chiffres=(Chiffre("file_active", "2026-10", 24), Chiffre("file_active", "2026-09")),
        reportees=(Reportee(Decision("o", "Afficher", None), date(2026, 9, 8)),),
    )
    head, carried, points, actions, figures = told(team, meeting)
    assert Champ("Type", "Réunion trimestrielle du réseau") in head.champs
    assert Champ("Participants", "Dr Exemple") in head.champs
    invited = "Léa Martin (éducatrice, CSAPA), Paul Durand"
    assert Champ("Invités", invited) in head.champs
    assert carried.champs == (Champ("Action 1", "Afficher · à faire (décidée le 08/09/2026)"),)
    assert points.champs == (Champ("Tests", "Un par mois."), Champ("Point 2", "Divers."))
    assert actions.champs == (
        Champ("Action 1", "Commander · Dr Exemple · avant le 04/12 · à faire"),
    )
    assert figures.champs == (
        Champ(
            "Personnes vues dans le mois",
            f"septembre{NBSP}2026{NBSP}: retenu · octobre{NBSP}2026{NBSP}: 24",
        ),
    )


def test_that_what_is_empty_is_left_out(team):
    (head,) = told(team, BARE)
    assert [c.label for c in head.champs] == ["Type", "Date", "État"]
