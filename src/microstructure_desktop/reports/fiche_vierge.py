"""One form to fill in by hand when the computer is not there."""

from microstructure_desktop.forms.model import Stage

from .printed import FicheVierge

__all__ = ["FicheVierge", "fiche_vierge"]

_COPY = "Fiche papier à recopier dans Microstructure\xa0: {}, puis à détruire."
_CATCH_UP = "Fiches\xa0› Saisie de rattrapage"
_SEANCE = "dans la séance du même jour"


def fiche_vierge(contenu: FicheVierge) -> bytes:
    """The form as a PDF; what is personal to an author is never asked on paper."""
    # Loading the PDF library takes longer than the rest: only who prints pays for it.
    from .fiche_vierge_story import story
    from .layout import Sheet, render
    from .wording import instant

    form, patient = contenu.form, contenu.patient
    where = _SEANCE if form.stage is Stage.SEANCE else _CATCH_UP
    sheet = Sheet(
        title=form.title,
        left=f"{form.title}, version {form.version}",
        right=f"Dossier n°\xa0{patient.dossier if patient else '. . . . . .'}",
        foot=(
            _COPY.format(where),
            f"{contenu.cabinet.nom} · Document confidentiel · Édité le {instant(contenu.edite_le)}",
        ),
    )
    return render(sheet, lambda running: story(contenu, running))
