"""The cabinet's file on the protection of data: one of its papers, or the whole with contents."""

from .dossier_legal_imprime import DossierImprime

__all__ = ["TITLE", "DossierImprime", "dossier_legal"]

TITLE = "Dossier de protection des données"
MODELE = "Modèle à faire relire (délégué à la protection des données, Ordre, juriste)."
RELU = "D’après un modèle, relu par : {}"
BANDE = "Modèle à faire relire"


def dossier_legal(contenu: DossierImprime) -> bytes:
    """A PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .dossier_legal_story import story
    from .layout import Running, Sheet, render
    from .wording import instant

    title = TITLE if contenu.entier else contenu.papiers[0].titre
    relu = contenu.relecture
    sheet = Sheet(
        title=title,
        left=contenu.cabinet.nom,
        right=title,
        foot=(RELU.format(relu) if relu else MODELE, f"Édité le {instant(contenu.edite_le)}"),
        band="" if relu else BANDE,
    )
    pages: dict[str, int] = {}

    def laid_out(running: Running) -> list[object]:
        return story(contenu, TITLE, running, pages)

    return render(sheet, laid_out)
