"""Everything is ticked; who left before term is billed whole or pro rata."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import patients
from microstructure_desktop.ui.pages.forfaits.billing_list import BillingList
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests import factories as make
from tests.services.billing import WHOLE, acts, board, followed, line
from tests.services.cases import write
from tests.ui.desk import make_desk


@pytest.fixture
def part(team, theme, show):
    followed(team, "Albe", done=WHOLE)
    left = followed(team, "Brun", done=(1, 1, 1))
    inclusion = line(team, left).decompte.cycle.inclusion
    patients.close(team.medecin, inclusion.id, fin=date(2026, 6, 2), motif="DECES")
    made = show(BillingList(make_desk(team, theme, Role.PSYCHOLOGUE).context), 900, 500)
    made.show_tableau(board(team))
    return made


def test_that_an_exit_is_billed_whole_unless_the_other_amount_is_chosen(part):
    assert [part.cents(x) for x in part.taken()] == [82_900, 82_900]
    part.amounts.set_value("prorata")
    part.amounts.changed.emit("prorata")
    assert [part.cents(x) for x in part.taken()] == [82_900, 20_895]
    assert [c.prorata for c in part.choices()] == [False, True]
    assert "208,95" in part.boxes[1].text()


def test_that_all_are_unticked_and_ticked_together(part):
    part.none_button.click()
    assert part.taken() == ()
    assert len(part.left()) == 2
    part.all_button.click()
    assert len(part.taken()) == 2


def test_that_what_was_unticked_stays_so_until_it_is_forgotten(part, team):
    part.boxes[0].setChecked(False)
    part.show_tableau(board(team))
    assert [x.patient.nom for x in part.taken()] == ["Brun"]
    part.forget()
    part.show_tableau(board(team))
    assert len(part.taken()) == 2


def test_that_what_blocks_nothing_is_said_before_it_is_billed(part, team):
    brun = next(x for x in part.lignes if x.patient.nom == "Brun")
    again = make.an_inclusion(
        patient=brun.patient.id, programme="COVID_SM", debut=date(2026, 6, 3), fin=date(2026, 8, 1)
    )
    write(team, "inclusions", again)
    acts(team, brun.patient, date(2026, 6, 3), WHOLE)
    part.show_tableau(board(team))
    (said,) = (p.text() for p in part.findChildren(Paragraph) if "moins d’un an" in p.text())
    assert said.startswith("À savoir\u00a0: Un autre forfait de cette personne a commencé le 03/03")
