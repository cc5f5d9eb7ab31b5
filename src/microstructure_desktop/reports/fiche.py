"""One filled fiche, with its revision and date."""

from .printed import FicheImprimee

__all__ = ["FicheImprimee", "fiche"]


def fiche(contenu: FicheImprimee) -> bytes:
    """The fiche as a PDF; answers sealed to their author are never on it."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .fiche_story import story
    from .layout import Sheet, render
    from .wording import instant

    patient = contenu.patient
    edition = instant(contenu.edite_le)
    sheet = Sheet(
        title=contenu.form.title,
        left=contenu.cabinet.nom,
        right=f"{patient.nom_affiche} · dossier n°\xa0{patient.dossier}",
        foot=(
            "Document confidentiel, couvert par le secret professionnel.",
            f"Édité le {edition} · {contenu.form.title}, révision {contenu.revision}",
        ),
    )
    return render(sheet, lambda _running: story(contenu))
