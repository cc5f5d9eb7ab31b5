"""Who opened, printed or took out one person's record."""

from .printed import JournalImprime, LigneImprimee

__all__ = ["JournalImprime", "LigneImprimee", "journal"]

TITLE = "Journal d’accès"
_CONFIDENTIEL = (
    "Document confidentiel\xa0: il dit qui a ouvert le dossier d’une personne. "
    "À ne remettre qu’à elle, ou à qui elle le demande."
)


def journal(contenu: JournalImprime) -> bytes:
    """The list as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .journal_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"{TITLE} · dossier n°\xa0{contenu.patient.dossier}",
        foot=(
            _CONFIDENTIEL,
            f"Édité le {instant(contenu.edite_le)} par {contenu.auteur.nom_affiche}",
        ),
    )
    return render(sheet, lambda running: story(contenu, running))
