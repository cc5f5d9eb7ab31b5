"""Which definition a fiche is read with: the one it was filled with, wherever that is kept."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.errors import AppError

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
    return _version(office, work, fiche.form, fiche.form_version)


def _version(office: Office, work: "Work", form_id: str, version: int) -> "Form":
    form = office.reference.forms.get(form_id, version)
    if form is not None:
        return form
    kept = work.definitions.text(form_id, version)
    if kept is None:
        raise UnknownForm
    return office.reference.lire(kept)


def drafted(office: Office, work: "Work", form: "Form", version: int) -> "Form":
    """The version a draft was typed in; the latest when that one was never saved, and is gone."""
    try:
        return _version(office, work, form.id, version)
    except UnknownForm:
        return form
