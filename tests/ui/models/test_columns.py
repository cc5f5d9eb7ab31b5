"""A column is told by functions of a row."""

from microstructure_desktop.ui.models.columns import Column


def test_that_a_column_needs_only_a_heading_and_a_text():
    column = Column("Patient", lambda row: row.upper())
    assert column.text("costa") == "COSTA"
    assert column.width == 0
    assert not column.right
