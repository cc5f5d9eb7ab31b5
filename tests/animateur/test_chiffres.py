"""Each figure stands once under a code, and none goes without those that say how whole it is."""

import re
from dataclasses import replace

from microstructure_desktop.animateur.chiffres import Unite, chiffres

from .sommes import ANNEE, OCTOBRE


def test_that_each_figure_has_its_code():
    found = {c.code: (c.valeur, c.unite) for c in chiffres(OCTOBRE)}
    assert found == {
        "STRUCTURES_RECUES": (27, Unite.NOMBRE),
        "STRUCTURES_ATTENDUES": (30, Unite.NOMBRE),
        "FILE_ACTIVE": (310, Unite.NOMBRE),
        "FILE_ACTIVE_CUMUL_ANNEE": (640, Unite.NOMBRE),
        "FILE_ACTIVE_STRUCTURES_MASQUEES": (2, Unite.NOMBRE),
        "REUNIONS_SYNTHESE": (29, Unite.NOMBRE),
        "REUNIONS_PARTICIPANTS": (118, Unite.NOMBRE),
        "PSYCHIATRE_EN_REUNION": (1740, Unite.MINUTES),
        "ACTES_PSYCHOLOGUE_ENTRETIEN_INDIVIDUEL_CABINET": (162, Unite.NOMBRE),
        "TEMPS_PSYCHOLOGUE_ENTRETIEN_INDIVIDUEL_CABINET": (7290, Unite.MINUTES),
        "ACTES_TRAVAILLEUR_SOCIAL_ENTRETIEN_INDIVIDUEL_DOMICILE": (40, Unite.NOMBRE),
        "TEMPS_TRAVAILLEUR_SOCIAL_ENTRETIEN_INDIVIDUEL_DOMICILE": (2400, Unite.MINUTES),
        "FORFAITS_82900_OUVERTS": (120, Unite.NOMBRE),
        "FORFAITS_82900_EN_COURS": (100, Unite.NOMBRE),
        "FORFAITS_82900_CLOS": (18, Unite.NOMBRE),
        "FORFAITS_82900_ACTES_MEDECIN": (27, Unite.NOMBRE),
        "FORFAITS_82900_ACTES_PSYCHOLOGUE": (160, Unite.NOMBRE),
        "FORFAITS_82900_ACTES_TRAVAILLEUR_SOCIAL": (40, Unite.NOMBRE),
    }


def test_that_what_nobody_knows_is_left_out():
    assert "FORMATIONS" not in {c.code for c in chiffres(OCTOBRE)}
    assert {c.code: c.valeur for c in chiffres(ANNEE)}["FORMATIONS"] == 12
    assert {c.code: c.valeur for c in chiffres(replace(ANNEE, formations=0))}["FORMATIONS"] == 0


def test_that_a_code_is_one_that_others_accept():
    codes = [c.code for c in chiffres(ANNEE)]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[A-Z][A-Z0-9_]{0,79}", code) for code in codes)


def test_that_hidden_people_are_left_out_and_never_zero():
    hidden = {c.code for c in chiffres(replace(OCTOBRE, file_active=0, cumul_annee=0))}
    assert not hidden & {"FILE_ACTIVE", "FILE_ACTIVE_CUMUL_ANNEE"}
    assert "FILE_ACTIVE_STRUCTURES_MASQUEES" in hidden
    nobody = {c.code: c.valeur for c in chiffres(replace(OCTOBRE, file_active=0, masquees=0))}
    assert nobody["FILE_ACTIVE"] == 0
