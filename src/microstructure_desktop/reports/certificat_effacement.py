"""The certificate that somebody's record was destroyed."""

from .certificat_imprime import CertificatImprime

__all__ = ["CertificatImprime", "certificat"]

TITLE = "Certificat d’effacement"


def certificat(contenu: CertificatImprime) -> bytes:
    """The certificate as a PDF: the same content gives the same bytes."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .certificat_story import story
    from .layout import Sheet, render
    from .wording import instant

    sheet = Sheet(
        title=TITLE,
        left=contenu.cabinet.nom,
        right="Conservation des dossiers",
        foot=(
            "Ce document ne nomme pas la personne.",
            f"Édité le {instant(contenu.edite_le)} · empreinte {contenu.empreinte}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
