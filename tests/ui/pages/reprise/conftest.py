"""A file to take up, a desk to do it at, and a page that shows it."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.reprise.page import ReprisePage
from tests.ui.desk import make_desk

HEADS = "Nom;Prénom;Né(e) le;Sexe;Dispositif;Date d’inclusion;Remarque"
ROWS = (
    "Légende;Sophie;14/05/92;F;Covid;03/03/2026;à rappeler",
    "Fable;Inès;07/03/1984;Mme;;;",
    "Fable;Ines;07/03/1984;Mme;;;",
    "Conte;;31/02/1990;H;;;",
    "Récit;Karim;30/01/1979;zz;;;",
    ";;;;;;total 5",
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text("\n".join([HEADS, *ROWS]), encoding="utf-8")
    return path


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.MEDECIN)
    yield made
    made.context.worker.drain()


@pytest.fixture
def page(show, desk):
    made = show(ReprisePage(desk.context), 1200, 800)
    made.open(Route("reprise"))
    desk.settle()
    return made
