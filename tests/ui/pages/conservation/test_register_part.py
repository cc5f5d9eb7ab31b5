"""The register, and what is still to do said above it."""

from datetime import datetime

import pytest

from microstructure_desktop.domain.effacement import Effacement, Fondement
from microstructure_desktop.domain.support import Support
from microstructure_desktop.services.effacement_copies import AReprendre
from microstructure_desktop.services.effacement_registre import LigneEfface
from microstructure_desktop.ui.pages.conservation.register_part import RegisterPart
from tests import factories as make

LINE = LigneEfface(
    "p", datetime(2026, 11, 22, 9).astimezone(), None,
    Effacement(Fondement.DEMANDE, "Demande écrite", ("0007",)),
)  # fmt: skip


@pytest.fixture
def part(show):
    return show(RegisterPart(may_decide=True), 900, 500)


def test_that_an_empty_register_is_calm(part):
    part.show_register((), AReprendre())
    assert part.empty.isVisible()
    assert part.to_do.isHidden()
    assert part.certificate_button.isHidden()


def test_that_the_reason_is_under_the_list_and_a_certificate_is_asked(part):
    asked = []
    part.certificate_asked.connect(asked.append)
    part.show_register((LINE,), AReprendre())
    assert part.detail.text() == "Demande écrite"
    part.certificate_button.click()
    assert asked == [LINE]


def test_that_what_is_on_this_computer_can_be_done_at_once(part):
    part.show_register((LINE,), AReprendre(ici=True))
    assert part.to_do.action_button.isVisible()
    part.show_register((LINE,), AReprendre(supports=(make_support(),)))
    assert part.to_do.isVisible()
    assert not part.to_do.action_button.isVisible()


def make_support():

    return Support("s", "Clé bleue", make.NOW)
