"""The page at work on a cabinet, as the publisher built it."""

import pytest
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.a_propos.page import AProposPage
from tests.services.updates import published
from tests.ui.desk import make_desk

PARTS = [
    {
        "nom": "Qt",
        "version": "6.11.3",
        "licence": "LGPL-3.0-only",
        "texte": "[LGPL-3]\n\nDu texte.",
    },
    {"nom": "SQLCipher", "version": "4.19", "licence": "BSD-3-Clause", "texte": "[SQLCipher]"},
]


@pytest.fixture
def known(monkeypatch, tmp_path):
    published(monkeypatch, tmp_path, licences=PARTS)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def opened(team, theme, show):
    def opener(role=Role.MEDECIN, **params):
        desk = make_desk(team, theme, role)
        page = show(AProposPage(desk.context), 1180, 760)
        page.desk, page.notices = desk, []
        desk.context.events.notice_requested.connect(page.notices.append)
        page.open(Route("a_propos", **params))
        desk.settle()
        return page

    return opener


def give(page, path):
    """Answer the window of the system."""
    assert isinstance(page.dialog, QFileDialog)
    page.dialog.fileSelected.emit(str(path))
    page.dialog.reject()
    page.desk.settle()


def shown(card):
    return [button.text() for button in card._buttons if not button.isHidden()]
