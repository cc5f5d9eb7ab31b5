"""Models and views agree on where a cell keeps what is painted."""

from PySide6.QtCore import Qt

from microstructure_desktop.ui import cell_roles


def test_that_no_role_hides_another_nor_one_of_qt():
    roles = [getattr(cell_roles, name) for name in dir(cell_roles) if name.endswith("_ROLE")]
    assert len(roles) == 6
    assert len(set(roles)) == len(roles)
    assert min(roles) >= Qt.ItemDataRole.UserRole
