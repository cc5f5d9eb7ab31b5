"""The forfaits of a period as they are on its last day."""

from datetime import date

from microstructure_desktop.services.tableaux_equipe import Contenu

from .billing import followed
from .tables import made


def test_that_a_forfait_has_its_state_counters_and_amount(team, tmp_path):
    followed(team, done=(1, 2, 0), debut=date(2026, 3, 3))
    (found,) = made(team.medecin, tmp_path, Contenu.FORFAITS)["Forfaits"]
    assert (found["Début"].date(), found["Échéance"].date()) == (
        date(2026, 3, 3),
        date(2027, 3, 2),
    )
    assert found["État"] == "En cours"
    assert [v for k, v in found.items() if k.startswith("Forfait, ")] == [1, 1, 2, 6, 0, 7]
    assert found["Montant"] == 829


def test_that_a_forfait_of_other_days_is_not_there(team, tmp_path):
    followed(team, debut=date(2026, 3, 3))
    before = made(
        team.medecin, tmp_path, Contenu.FORFAITS, du=date(2025, 1, 1), au=date(2026, 3, 2)
    )
    assert before["Forfaits"] == []
    ahead = made(team.medecin, tmp_path, Contenu.FORFAITS, du=date(2030, 1, 1), au=date(2030, 2, 1))
    assert ahead["Forfaits"] == []
