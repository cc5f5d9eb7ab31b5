"""A line of text, as wide as what it holds."""

from microstructure_desktop.ui.widgets.line_edit import LineEdit


def test_that_a_figure_has_a_narrow_field_and_a_name_a_long_one(show):
    narrow = show(LineEdit(chars=6))
    wide = show(LineEdit("DE LA TOUR", hint="Nom d’usage"))
    assert narrow.sizeHint().width() < wide.sizeHint().width()
    assert wide.placeholderText() == "Nom d’usage"


def test_that_what_is_typed_is_never_cut_at_any_size(theme, show):
    for percent in (100, 150):
        theme.choose("clair", percent)
        edit = show(LineEdit("19/11/2026", chars=11), 90)
        edit.resize(edit.sizeHint())
        words = edit.fontMetrics().horizontalAdvance(edit.text())
        assert edit.width() > words + 20
        assert edit.height() >= 36


def test_that_a_field_can_shrink(show):
    edit = show(LineEdit(chars=40))
    assert edit.minimumSizeHint().width() < edit.sizeHint().width()
