"""The columns of a forfait: its programme, and what is done of what it includes by profession."""

from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre, Valeur

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Acte
    from microstructure_desktop.domain.decompte import Decompte

    from .reference import Reference

COMPTES = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
"""Whose acts a forfait may count."""


def programme(reference: "Reference", definition: str) -> Colonne:
    """The programmes in words, those of the cabinet too."""
    known = (*reference.programmes, *reference.reserves)
    codes = {code: reference.libelle("CL01", code) for code in known}
    return Colonne("programme", "Programme", Genre.CODE, definition, liste="CL01", codes=codes)


def compteurs(reference: "Reference", quand: str) -> tuple[Colonne, ...]:
    """Two columns by profession."""
    return tuple(
        Colonne(f"{role}_{cle}", f"Forfait, {metier(reference, role)}, {mot}", Genre.ENTIER, said)
        for role in COMPTES
        for cle, mot, said in (
            ("faits", "faits", f"Actes comptés par le forfait {quand}."),
            ("inclus", "inclus", "Actes que le forfait compte."),
        )
    )


def cases(decompte: "Decompte[Acte] | None") -> tuple[Valeur, ...]:
    """Empty for a profession that the forfait does not count, and without a forfait."""
    known = {} if decompte is None else {c.role: c for c in decompte.forfait.compteurs}
    found: list[Valeur] = []
    for role in COMPTES:
        compteur = known.get(role)
        found += (None, None) if compteur is None else (compteur.faits, compteur.inclus)
    return tuple(found)


def metier(reference: "Reference", role: Role) -> str:
    return reference.libelle("CL02", role.value).lower()
