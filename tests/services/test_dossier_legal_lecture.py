"""The files of the legal file are read strictly: each mistake is said."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services.dossier_legal_lecture import FOLDER, load, modeles

SHIPPED = {parts[1:]: assets.text(*parts) for parts in assets.names(FOLDER)}


def test_that_what_is_shipped_is_read_once():
    assert modeles() is modeles()
    assert load(SHIPPED) == modeles()


def test_that_papers_come_in_their_order():
    assert [p.id for p in modeles().papiers] == [
        "registre",
        "aipd",
        "notice_patients",
        "notice_equipe",
        "clause_convention",
        "poste",
        "hypotheses",
    ]


@pytest.mark.parametrize(
    ("file", "was", "becomes", "said"),
    [
        ("blancs.toml", 'id = "structure"', 'id = "cabinet"', "deux fois"),
        ("blancs.toml", "connu = true", "connu = true\nautre = 1", "autre"),
        ("documents/registre.toml", "Le cabinet", "Le {docteur}", "docteur"),
        ("documents/registre.toml", 'fait = "droits"', 'fait = "tout"', "fait"),
        ("documents/aipd.toml", 'id = "aipd"', 'id = "registre"', "deux fois"),
        ("traitements.toml", "source =", "origine =", "source"),
        ("mesures.toml", 'preuve = "store.engine"', 'preuve = "un coffre"', "un coffre"),
        ("traitements.toml", '"coffre_chiffre"', '"coffre_blinde"', "coffre_blinde"),
        ("risques.toml", "gravite = 4", "gravite = 5", "gravite"),
        ("risques.toml", 'reste = "limité"', 'reste = "nul"', "reste"),
        ("poste.toml", 'constat = "verrou"', 'constat = "verrou"\nmois = 3', "verrou"),
        ("poste.toml", 'id = "bac"', 'id = "disque"', "deux fois"),
    ],
)
def test_that_a_mistake_is_said(file, was, becomes, said):
    place = tuple(file.split("/"))
    assert was in SHIPPED[place]
    changed = SHIPPED | {place: SHIPPED[place].replace(was, becomes, 1)}
    with pytest.raises(FormError) as found:
        load(changed)
    assert said in " ".join(map(str, found.value.faults))
