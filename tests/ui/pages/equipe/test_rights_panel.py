"""Who may do what: as it is applied, with its limits, each line told whole."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.droits_mots import tableau
from microstructure_desktop.ui.pages.equipe.rights_panel import RightsPanel, told
from tests.ui import a11y


def test_that_the_table_is_the_one_that_is_applied(show):
    panel = show(RightsPanel(), 1150, 600)
    lignes = tableau().lignes
    assert panel.model.rowCount() == len(lignes)
    for at, ligne in enumerate(lignes):
        row = [panel.model.index(at, n).data() for n in range(1 + len(Role))]
        assert row == [ligne.titre, *ligne.mots]
    assert "scellées" in panel.honest.text()
    assert "L1110-12" in panel.source.text()
    assert a11y.problems(panel) == []


def test_that_the_line_chosen_is_told_whole(show):
    panel = show(RightsPanel(), 1150, 600)
    assert panel.detail.text().startswith("Identité et recherche d’un dossier\u00a0: médecin lit")
    panel.table.selectRow(4)
    assert panel.detail.text() == told(tableau().lignes[4])


def test_that_who_may_nothing_is_not_named():
    override = tableau().lignes[-1]
    assert told(override) == (
        "Passer outre une opposition, avec un motif écrit\u00a0: médecin peut le faire."
    )
