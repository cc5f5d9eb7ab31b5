"""What a line of the list of patients says."""

from datetime import date

from microstructure_desktop.services.lignes import Drapeau, PatientLigne
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import near_date
from microstructure_desktop.ui.widgets.row_delegate import RowText

from .words import file_number, joined, years

FLAGS = {
    Drapeau.FICHE_A_FAIRE: ("Fiche à faire", "warn"),
    Drapeau.NOUVEAU: ("Nouveau", "info"),
    Drapeau.FORFAIT_EPUISE: ("Forfait épuisé", "danger"),
    Drapeau.SANS_NOUVELLES: ("Sans nouvelles", "warn"),
}
LEFT = ("Suivi terminé", "mute")
NO_FLAG = ("", "mute")


def row_text(ligne: PatientLigne, today: date, discretion: Discretion) -> RowText:
    flag = FLAGS[ligne.drapeau] if ligne.drapeau is not None else NO_FLAG
    return RowText(
        discretion.bare(ligne),
        joined((years(ligne.age), file_number(ligne.dossier))),
        near_date(ligne.dernier, today) if ligne.dernier is not None else "",
        flag if ligne.actif else LEFT,
        faded=not ligne.actif,
    )
