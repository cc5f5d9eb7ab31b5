"""A workbook that fits is written; one that does not is refused in words."""

from dataclasses import replace

import pytest

from microstructure_desktop.reports.tableur import fichier_xlsx
from microstructure_desktop.reports.tableur.fichier_xlsx import MAX_LIGNES, TropDeLignes, xlsx

from .cas import CLASSEUR, classeur, remarques


def test_that_the_bytes_depend_on_the_content_alone():
    assert xlsx(CLASSEUR) == xlsx(CLASSEUR)
    assert xlsx(CLASSEUR) != xlsx(replace(CLASSEUR, titre="Autre"))


def test_that_more_rows_than_a_sheet_holds_are_refused_before_any_work():
    too_many = replace(remarques(), lignes=((None,),) * (MAX_LIGNES + 1))
    with pytest.raises(TropDeLignes):
        fichier_xlsx.xlsx(classeur(too_many))
