"""Tab follows what is seen."""

from PySide6.QtWidgets import QGroupBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from microstructure_desktop.ui.forms.tab_order import follow_layout, stops


def test_that_what_is_made_late_stands_where_it_is_seen(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column, inner = QVBoxLayout(page), QVBoxLayout()
    first, last, after = QLineEdit(), QLineEdit(), QLineEdit()
    column.addWidget(first)
    column.addLayout(inner)
    column.addWidget(last)
    after.setParent(page)
    late, box = QLineEdit(), QGroupBox()
    boxed = QVBoxLayout(box)
    for widget in (late, QLabel("muet")):
        boxed.addWidget(widget)
    inner.addWidget(box)
    assert list(stops(column)) == [first, late, last]
    follow_layout(column)
    page.show()
    seen = [first]
    while len(seen) < 4:
        step = seen[-1].nextInFocusChain()
        while not isinstance(step, QLineEdit):
            step = step.nextInFocusChain()
        seen.append(step)
    assert seen == [first, late, last, after]
