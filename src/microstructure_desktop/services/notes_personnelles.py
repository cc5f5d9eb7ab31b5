"""The personal notes of the person at the keyboard, of which a lost passphrase may keep some."""

from microstructure_desktop.store import keyring
from microstructure_desktop.store.failures import NoteSealed

from .office import Office


class NotesScellees(NoteSealed):
    """`feuille`: the code of the person's own sheet opens them."""

    def __init__(self, *, feuille: bool) -> None:
        self.feuille = feuille
        if feuille:
            super().__init__(
                "Cette note personnelle s’ouvre avec votre feuille personnelle.",
                "Dans « Réglages », « Ma feuille de secours » : « Rouvrir mes notes ».",
            )
        else:
            super().__init__(
                "Cette note personnelle a été écrite avec une phrase de passe perdue.",
                "Rien ne peut la rouvrir ; elle reste scellée, et tout le reste est là.",
            )


def lue(office: Office, scelle: str) -> str | None:
    """What the person wrote; None when this session has not the key that sealed it."""
    try:
        return office.personal.open(scelle)
    except NoteSealed:
        return None


def refus(office: Office) -> NotesScellees:
    """Why some notes of theirs cannot be read, and what opens them."""
    from microstructure_desktop.store import own_sheet

    slot = keyring.load(office.home.coffre).slot(office.membre.id)
    return NotesScellees(feuille=slot is not None and own_sheet.closed(slot, office.personal))
