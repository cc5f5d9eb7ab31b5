"""Which definition a fiche is read with: the one it was filled with, wherever that is kept."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.toml_table import FormError

from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work


class UnknownForm(AppError):
    sentence = "Le modèle de cette fiche n’est plus installé."
    way_out = "Les réponses restent dans le dossier ; remettez le fichier du modèle en place."


def form_of(office: Office, work: "Work", fiche: Fiche) -> "Form":
    """The definition a fiche was filled with: shipped, local, or kept in the store.

    Raises:
        UnknownForm: it is nowhere.
    """
    return version_of(office, work, fiche.form, fiche.form_version)


def version_of(office: Office, work: "Work", form_id: str, version: int) -> "Form":
    """The words kept in the store win over a file that was changed without a new number.

    Raises:
        UnknownForm: it is nowhere, or cannot be read any more.
    """
    form = office.reference.forms.get(form_id, version)
    kept = work.definitions.text(form_id, version)
    if kept is None or (form is not None and kept == form.source):
        if form is None:
            raise UnknownForm
        return form
    try:
        return office.reference.lire(kept)
    except FormError:
        raise UnknownForm from None


def keep(work: "Work", form: "Form") -> None:
    """Keep a definition for ever, with the scales that it names."""
    work.definitions.keep(form.id, form.version, form.source)
    for item in form.questions:
        if item.instrument is not None:
            for scale in (item.instrument, *item.instrument.former):
                work.definitions.keep_scale(scale.id, scale.version, scale.source)
