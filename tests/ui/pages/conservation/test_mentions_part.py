"""Each text that names somebody is listed as the screen names people, and leads to its place."""

import pytest

from microstructure_desktop.services.mentions import PREPARATION, Mention
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.conservation.mentions_part import MentionsPart, route
from tests import factories as make
from tests.ui import a11y

MARIE = make.a_patient(nom="Reste", prenom="Marie", numero=7)


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (Mention("consultation", "c", MARIE, ""), Route("dossier", patient_id=MARIE.id)),
        (
            Mention("fiche", "f", MARIE, ""),
            Route("dossier", patient_id=MARIE.id, onglet="fiches", fiche_id="f"),
        ),
        (
            Mention("lettre", "x", MARIE, ""),
            Route("dossier", patient_id=MARIE.id, onglet="documents", papier="x"),
        ),
        (Mention("demande", "d", MARIE, ""), Route("demande", patient_id=MARIE.id)),
        (Mention("synthese", "s", MARIE, ""), Route("synthese", synthese_id="s")),
        (Mention("synthese", "s", None, "", True), Route("comptes_rendus", synthese_id="s")),
        (Mention(PREPARATION, "s", None, ""), Route("preparation", synthese_id="s")),
        (Mention("reunion", "r", None, ""), Route("reunion", reunion_id="r")),
    ],
)
def test_where_each_is_read(one, wanted):
    assert route(one) == wanted


def test_that_a_long_list_scrolls_and_its_lines_open(show):
    discretion = Discretion()
    discretion.switch(on=True)
    found = [Mention("consultation", f"c{n}", MARIE, f"Séance {n}") for n in range(9)]
    found.append(Mention("reunion", "r", None, "Crise"))
    part = show(MentionsPart(tuple(found), discretion), 500, 400)
    assert part.title.text() == "Textes à relire\u00a0: 10"
    assert part.buttons[3].text() == "M.\u00a0R. · n°\u00a00007 · Séance 3"
    assert part.height() > part.sizeHint().height() > part.buttons[0].height() * 3
    chosen = []
    part.route_chosen.connect(chosen.append)
    part.buttons[-1].click()
    assert chosen == [Route("reunion", reunion_id="r")]
    assert a11y.problems(part) == []
