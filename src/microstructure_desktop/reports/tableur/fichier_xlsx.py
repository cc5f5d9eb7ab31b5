"""The tables as an XLSX workbook, once it is known that they fit."""

from microstructure_desktop.errors import AppError

from .feuilles import Classeur

MAX_LIGNES = 1_048_575
"""What a sheet holds under its headings."""


class TropDeLignes(AppError):
    sentence = "Il y a plus de lignes qu’un tableau Excel ne peut en contenir."
    way_out = "Choisissez une période plus courte, ou le format CSV."
    exit_code = 2


def xlsx(classeur: Classeur) -> bytes:
    """The same content gives the same bytes; nothing in it is a formula.

    Raises:
        TropDeLignes
    """
    # Loading the library takes longer than a small table: only who exports pays for it.
    from . import livre_xlsx

    if any(len(feuille.lignes) > MAX_LIGNES for feuille in classeur.feuilles):
        raise TropDeLignes
    return livre_xlsx.octets(classeur)
