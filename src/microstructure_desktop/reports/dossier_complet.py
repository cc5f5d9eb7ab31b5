"""Everything that the cabinet keeps about one person, for that person."""

from .dossier_complet_imprime import DossierRemis

__all__ = ["DossierRemis", "dossier_complet"]

TITLE = "Votre dossier"
_FOOT = "Document remis à la personne, à garder pour elle : il contient ses données de santé."


def dossier_complet(contenu: DossierRemis) -> bytes:
    """A PDF: its chapters behind their contents, then the documents received, page by page."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from . import raster
    from .dossier_complet_story import story
    from .layout import Running, Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right=f"{contenu.patient.nom_affiche} · dossier n°\xa0{contenu.patient.dossier}",
        foot=(_FOOT, f"Édité le {instant(contenu.edite_le)}"),
    )
    pages: dict[str, int] = {}

    def laid_out(running: Running) -> list[object]:
        return story(contenu, TITLE, running, pages)

    whole = render(sheet, laid_out)
    return raster.followed(whole, [p.pdf for p in contenu.pieces]) if contenu.pieces else whole
