"""The form that fills one scale in alone, written from the scale's own definition."""

from string import Template

from microstructure_desktop import assets
from microstructure_desktop.forms.instruments import Instrument

PREFIX = "echelle_"


def form_id(instrument_id: str) -> str:
    return f"{PREFIX}{instrument_id}"


def written(instrument: Instrument) -> str:
    """A definition as an author would write it, so that it is read, kept and printed like any."""
    text = assets.text("forms", "echelle.modele")
    if instrument.alertes:
        text += assets.text("forms", "echelle_alerte.modele")
    return Template(text).substitute(
        id=form_id(instrument.id),
        echelle=instrument.id,
        version=instrument.version,
        export="false" if instrument.alertes else "true",
        nom=instrument.nom.replace("\\", "\\\\").replace('"', '\\"'),
    )
