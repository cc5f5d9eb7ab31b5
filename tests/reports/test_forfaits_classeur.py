"""The table of forfaits is written without any name."""

from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Compteur
from microstructure_desktop.reports.forfaits_classeur import LigneForfait, classeur
from tests import factories as make

ONE = LigneForfait(
    "0012",
    "Covid",
    date(2026, 3, 3),
    date(2027, 3, 2),
    "En cours",
    (Compteur(Role.PSYCHOLOGUE, 6, 4),),
    30,
    82_900,
)


def test_that_each_profession_has_what_is_done_and_what_is_included():
    (sheet,) = classeur((ONE,), make.NOW).feuilles
    row = dict(zip([c.cle for c in sheet.colonnes], sheet.lignes[0], strict=True))
    assert (row["psychologue_faits"], row["psychologue_inclus"]) == (4, 6)
    assert (row["medecin_faits"], row["medecin_inclus"]) == (None, None)
    assert (row["dossier"], row["montant"]) == ("0012", 82_900)


def test_that_nothing_in_it_names_anybody():
    (sheet,) = classeur((ONE,), make.NOW).feuilles
    assert not {"personne", "nom", "prenom"} & {c.cle for c in sheet.colonnes}
