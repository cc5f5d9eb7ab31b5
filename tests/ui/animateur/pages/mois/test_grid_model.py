"""The table as a model: names, months and what a screen reader hears."""

from PySide6.QtCore import Qt

from microstructure_desktop.ui.animateur.pages.mois import acts
from microstructure_desktop.ui.animateur.pages.mois.grid_model import UNDER_ROLE, GridModel
from microstructure_desktop.ui.cell_roles import ROW_ROLE

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_that_nothing_is_shown_before_a_year_is(qapp):
    model = GridModel()
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.headerData(0, ACROSS) is None


def test_that_each_cell_and_heading_says_what_it_is(world):
    world.region.send(world.region.cabinet())
    model = GridModel()
    model.show_year(acts.lire(world.desk, None))
    assert (model.rowCount(), model.columnCount()) == (1, 12)
    assert model.index(0, 0).data() == "Reçu"
    assert model.index(0, 1).data(SPOKEN) == (
        "Cabinet des Lilas, février\xa02026\xa0: Manque, en retard"
    )
    assert model.index(0, 0).data(ROW_ROLE)[1].version == 1
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.headerData(0, DOWN) == "Cabinet des Lilas"
    assert model.headerData(0, DOWN, UNDER_ROLE) == "OCC-31-001"
    assert model.headerData(0, ACROSS) == "janv."
    assert model.headerData(0, ACROSS, UNDER_ROLE) == "1/1"
    assert model.headerData(0, ACROSS, SPOKEN) == "janv.\xa0: 1 structure sur 1"
    assert model.headerData(11, ACROSS, UNDER_ROLE) == ""
