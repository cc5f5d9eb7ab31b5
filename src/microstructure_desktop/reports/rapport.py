"""The annual report as a PDF: exact and marked for the team, or the version made to leave."""

from microstructure_desktop.domain.rapport_annuel import Version

from .printed_rapport import ChapitreImprime, RapportImprime, TableauImprime

__all__ = ["FILIGRANE", "ChapitreImprime", "RapportImprime", "TableauImprime", "rapport", "titre"]

FILIGRANE = "interne — ne pas diffuser"
_PIEDS = {
    Version.INTERNE: "Version interne, chiffres exacts : ne pas diffuser hors de l’équipe.",
    Version.DIFFUSABLE: "Version diffusable : les petits nombres n’y sont pas.",
}


def titre(contenu: RapportImprime) -> str:
    return f"Rapport d’activité {contenu.annee}"


def rapport(contenu: RapportImprime) -> bytes:
    """The report as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .layout import Running, Sheet, render
    from .rapport_story import story
    from .wording import instant

    interne = contenu.version is Version.INTERNE
    sheet = Sheet(
        title=titre(contenu),
        left=contenu.cabinet.nom,
        right=titre(contenu),
        foot=(_PIEDS[contenu.version], f"Édité le {instant(contenu.edite_le)}"),
        band=FILIGRANE.capitalize() if interne else "",
        watermark=FILIGRANE if interne else "",
    )
    pages: dict[str, int] = {}

    def laid_out(running: Running) -> list[object]:
        return story(contenu, running, pages)

    return render(sheet, laid_out)
