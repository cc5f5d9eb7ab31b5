"""The application speaks French, is light to start, and says nothing of an unexpected error."""

import logging
import os
import subprocess
import sys
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from microstructure_desktop.ui import application

HEAVY = (
    "sqlalchemy", "sqlcipher3", "reportlab", "pypdfium2", "cryptography", "argon2", "msgspec",
    "platformdirs", "lucide", "PySide6.QtSvg", "PySide6.QtPrintSupport",
    "microstructure_desktop.services", "microstructure_desktop.store",
)  # fmt: skip


def test_that_qt_speaks_french(theme, qtbot):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuler"
    assert QLocale().language() is QLocale.Language.French


def test_that_no_title_is_added_to_windows(theme):
    assert QApplication.applicationName() == "Microstructure"
    assert QApplication.applicationDisplayName() in ("", "Microstructure")


def test_that_a_second_call_keeps_the_one_application(theme, qapp):
    again, other = application.create_application(preference="clair")
    other.deleteLater()
    assert again is qapp


def test_that_the_window_icon_is_ours(theme, qapp):
    application.set_window_icon(qapp)
    assert not qapp.windowIcon().isNull()


def test_that_an_unexpected_error_is_logged_without_its_message(theme, caplog, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    application.install_hook(lambda: told.append(True))
    try:
        date.fromisoformat("DELMAS Sophie")
    except ValueError as error:
        with caplog.at_level(logging.CRITICAL):
            sys.excepthook(type(error), error, error.__traceback__)
    assert told == [True]
    assert "ValueError at" in caplog.text
    assert "test_application.py" in caplog.text
    assert "DELMAS" not in caplog.text


def test_that_an_interruption_is_left_to_python(theme, capsys, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    application.install_hook(lambda: told.append(True))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_that_the_first_window_waits_for_nothing_heavy():
    code = (
        "import sys\n"
        "from microstructure_desktop.ui.application import create_application\n"
        "app, theme = create_application()\n"
        "from microstructure_desktop.ui.widgets import buttons, card, combo_field, field, labels\n"
        "from microstructure_desktop.ui.widgets import icon_label, layouts, line_edit, note_line\n"
        "shown = card.Card('x')\n"
        "edit = line_edit.LineEdit()\n"
        "shown.body.addWidget(field.Field('Phrase de passe', edit))\n"
        "shown.body.addWidget(combo_field.ComboField((('a', 'b'),)))\n"
        "shown.body.addWidget(buttons.Button('Ouvrir', 'primary', 'key-round'))\n"
        "shown.show()\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=environment
    )
    assert done.stdout.strip() == "[]"


def test_that_asking_for_the_focus_two_hundred_thousand_times_is_harmless(theme):
    """PySide6 6.12 on Python 3.11 loses a reference of None at each call and dies at 5,000."""
    before = sys.getrefcount(None)
    for _ in range(200_000):
        QApplication.focusWidget()
    assert abs(sys.getrefcount(None) - before) < 1_000
