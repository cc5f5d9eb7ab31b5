"""A line about somebody says who they are; whether they came, only to who follows them."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.lignes import Drapeau, line, seen
from microstructure_desktop.store.queries import PatientRow
from tests.cabinet import TODAY

ROW = PatientRow(
    PatientId("p"), 27, "Légende", "Sophie", date(1992, 11, 20), "F", date(2026, 3, 3), None,
    date(2026, 11, 2), "COVID_SM",
)  # fmt: skip


def test_that_a_line_says_who_somebody_is():
    said = line(ROW, TODAY, Drapeau.NOUVEAU)
    assert (said.nom_affiche, said.initiales, said.dossier) == ("LÉGENDE Sophie", "SL", "0027")
    assert (said.age, said.dernier, said.drapeau) == (33, date(2026, 11, 2), Drapeau.NOUVEAU)


@pytest.mark.parametrize(
    ("sorti_le", "actif"), [(None, True), (TODAY, True), (date(2026, 11, 18), False)]
)
def test_that_somebody_is_followed_until_the_last_day(sorti_le, actif):
    assert line(replace(ROW, sorti_le=sorti_le), TODAY).actif is actif


def test_that_the_reception_does_not_see_when_they_came(team):
    said = line(ROW, TODAY, Drapeau.NOUVEAU)
    assert seen(team.medecin, said) == said
    kept = seen(team[Role.SECRETARIAT], said)
    assert (kept.dernier, kept.drapeau) == (None, None)
    assert kept.nom_affiche == said.nom_affiche
