"""The minutes of a meeting of the network are made in memory, the same each time."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.reunion import Invite, Point, Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.reports.reunion import ReunionImprimee, Tableau, reunion
from tests import factories as make
from tests.reports import cases
from tests.reports.reading import plain, reader, texts, whole

HELD = Reunion(
    "r",
    TypeReunion.TRIMESTRIELLE,
    date(2026, 11, 24),
    time(14),
    time(16),
    lieu="Salle de la mairie",
    etat=Etat.CLOSE,
    membres=(cases.MG, cases.PSY),
    invites=(
        Invite("Léa Martin", "CSAPA du centre", "infirmière"),
        Invite("Omar Diallo", "CAARUD"),
        Invite("Jean Roux", "CSAPA du centre"),
    ),
    points=(Point("Tests rapides au cabinet", "Un test par mois."), Point("Divers")),
    actions=(cases.decision("Commander des tests"),),
    redacteur=cases.PSY,
)
TABLE = Tableau(
    "Le trimestre",
    ("septembre\u00a02026", "octobre\u00a02026"),
    (("Personnes vues dans le mois", "12", "retenu"),),
)


def content(held=HELD, *, reportees=(), tableaux=(), retenus=(), provisoire=False):
    return ReunionImprimee(
        cases.CABINET,
        "Réunion trimestrielle du réseau",
        2,
        held,
        cases.MEMBRES,
        reportees,
        tableaux,
        retenus,
        "3f2a9c1b",
        make.NOW,
        provisoire,
    )


def test_that_the_same_meeting_gives_the_same_bytes():
    assert reunion(content()) == reunion(content())


def test_that_the_page_says_whose_it_is_and_that_nobody_is_named():
    said = plain(whole(reunion(content())))
    for part in (
        "Cabinet médical des Oliviers",
        "empreinte 3f2a9c1b",
        "ne doit nommer aucune personne suivie",
    ):
        assert part in said
    assert "provisoire" not in said


def test_that_what_may_still_change_says_so_on_each_page():
    long = replace(HELD, points=tuple(Point(f"Point {n}", cases.MOYEN) for n in range(20)))
    pages = texts(reunion(content(long, provisoire=True)))
    assert len(pages) > 1
    assert all("Document provisoire" in page for page in pages)


def test_that_the_file_names_nobody():
    meta = reader(reunion(content())).metadata
    assert meta.title == "Compte rendu\u00a0: Réunion trimestrielle du réseau"
    assert [meta.author, meta.subject, meta.creator] == [""] * 3
