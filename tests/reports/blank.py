"""Blank fiches made in memory, and pieces of paper drawn alone."""

from datetime import datetime

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.earlier import Earlier
from microstructure_desktop.forms.model import Form, Item
from microstructure_desktop.reports.asking import Ask, Place
from microstructure_desktop.reports.fiche_vierge import FicheVierge, fiche_vierge
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.strokes import Row
from tests.forms.samples import HEAD, LISTS
from tests.forms.scales import shipped
from tests.reports import cases
from tests.reports.reading import plain, whole

SHEET = Sheet("t", "HAUT", "", ("", "BAS"))


def form(items: str, group: str = 'id = "un"\ntitle = "Un"') -> Form:
    """A form of one group, its items written as in a file."""
    return loader.load(f"{HEAD}\n[[group]]\n{group}\n{items}", LISTS, shipped())


def item(*lines: str) -> Item:
    """One question called « q »."""
    written = "\n".join(lines)
    return form(f'[[group.item]]\nid = "q"\ntext = "Question"\n{written}').items[0]


def blank(
    form: Form, *, known: dict[str, Earlier] | None = None, nobody: bool = False
) -> FicheVierge:
    return FicheVierge(
        cases.CABINET,
        form,
        datetime(2026, 11, 20, 9, 5),  # noqa: DTZ001  -- an hour of this machine
        None if nobody else cases.patient(4),
        known or {},
    )


def read(contenu: FicheVierge) -> str:
    """Everything it says, heading and foot of each page first."""
    return plain(whole(fiche_vierge(contenu)))


def asked(contenu: FicheVierge) -> str:
    """What it says after the introduction."""
    return read(contenu).partition("fiche complète. ")[2]


def drawn(rows: list[Row]) -> bytes:
    """Rows alone on a page."""
    place = Place(beside=False, rule=False)
    return render(SHEET, lambda _running: [Ask([], rows, place)])


def said(rows: list[Row]) -> str:
    return plain(whole(drawn(rows)).replace("HAUT", "").replace("BAS", "").replace("Page 1/1", ""))
