"""A sheet that somebody else is said to have sent: one page, naming nobody."""

from functools import cache


@cache
def feuille(titre: str, expediteur: str, texte: str) -> bytes:
    """The PDF; the same words give the same sheet."""
    # Loading the PDF library takes longer than the rest: a small story may have no paper at all.
    from microstructure_desktop.reports.flow import Dressing, line
    from microstructure_desktop.reports.layout import Sheet, render
    from microstructure_desktop.reports.styles import BODY, LABEL, MM, TITLE

    sheet = Sheet(titre, expediteur, "Démonstration", ("Document inventé.", ""))
    return render(
        sheet,
        lambda _running: [
            line(titre, TITLE, Dressing(after=6 * MM)),
            line(texte, BODY, Dressing(after=6 * MM)),
            line("Ce document a été fabriqué pour la démonstration.", LABEL),
        ],
    )
