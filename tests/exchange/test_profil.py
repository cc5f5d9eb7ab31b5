"""The people of a closed year by groups: refused unless whole, large enough, and of that year."""

import csv
import io
import json
from dataclasses import replace
from functools import cache

import frictionless
import pytest

from microstructure_desktop.domain.diffusion import (
    Effectif,
    Groupe,
    NonDiffuse,
    Population,
    Publie,
    Raison,
    Regroupement,
    publier,
)
from microstructure_desktop.exchange import bundle, profil
from microstructure_desktop.exchange.contents import LigneProfil
from microstructure_desktop.exchange.errors import BundleRefused, FilesUnexpected, TableInvalid
from microstructure_desktop.exchange.manifest import Adresse
from tests.domain.attaquant import failles
from tests.exchange.cases import ADRESSE
from tests.exchange.month import described, march


def made(*rows: LigneProfil, k: int = 11) -> dict[str, bytes]:
    adresse = Adresse(ADRESSE.destinataires, ADRESSE.convention, k)
    contenu = replace(march(), profil_entrants=rows)
    return dict(bundle.build(contenu, adresse, sequence=9).files)


def of_sex(niveau: int = 3, annee: int = 2024, **counts: int) -> tuple[LigneProfil, ...]:
    return profil.lignes(annee, {"sexe": (niveau, counts)})


def test_that_what_was_joined_comes_back():
    rows = of_sex(F=12, H_AUTRE_NR=13)
    found = made(*rows)
    assert found["data/profil_entrants.csv"].decode("utf-8-sig").splitlines() == [
        "annee;variable;niveau;modalite;n",
        "2024;sexe;3;F;12",
        "2024;sexe;3;H_AUTRE_NR;13",
    ]
    assert "data/profil_sortants.csv" not in found
    assert bundle.read(found)[1].profil_entrants == rows


def test_that_a_month_without_them_is_the_same_as_before():
    plain = dict(bundle.build(march(), ADRESSE, sequence=9).files)
    assert not {t.fichier for t in profil.PROFILS} & set(plain)
    assert "profil" not in plain["datapackage.json"].decode()


def test_that_frictionless_finds_them_as_they_are_described(tmp_path):
    for name, octets in made(*of_sex(F=12, H_AUTRE_NR=13)).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(octets)
    package = tmp_path / "datapackage.json"
    names = {each["name"] for each in json.loads(package.read_text("utf-8"))["resources"]}
    assert "profil_entrants" in names
    assert "profil_sortants" not in names
    assert frictionless.Package(package).validate().valid
    table = tmp_path / "data" / "profil_entrants.csv"
    table.write_bytes(table.read_bytes().replace(b";F;12", b";ZZZ;12"))
    assert not frictionless.Package(package).validate().valid


@pytest.mark.parametrize(
    "rows",
    [
        of_sex(F=10, H_AUTRE_NR=13),
        of_sex(F=12),
        of_sex(F=12, H_AUTRE_NR=13, AUTRE=11),
        of_sex(F=11, H_AUTRE_NR=100),
        of_sex(niveau=2, F=12, H_AUTRE_NR=13),
        of_sex(niveau=4, F=12, H_AUTRE_NR=13),
        of_sex(niveau=0, F=12, H_AUTRE_NR=13),
        of_sex(annee=2025, F=12, H_AUTRE_NR=13),
        of_sex(annee=2023, F=12, H_AUTRE_NR=13),
        profil.lignes(2024, {"motif_sortie": (3, {"F": 12, "H_AUTRE_NR": 13})}),
        profil.lignes(2024, {"inconnue": (1, {"F": 12, "H_AUTRE_NR": 13})}),
        (LigneProfil(2024, "sexe", 3, "F", 12), LigneProfil(2024, "sexe", 2, "H_AUTRE_NR", 13)),
    ],
    ids=[
        "ten", "a group less", "a group more", "nine in ten", "other level", "no level",
        "level nought", "this year", "an older year", "of leavers", "unknown", "two levels",
    ],
)  # fmt: skip
def test_that_anything_else_does_not_leave(rows):
    assert not profil.valide(replace(march(), profil_entrants=rows), 11)
    with pytest.raises(BundleRefused):
        made(*rows)


def test_that_nine_tenths_in_a_group_are_the_most():
    made(*of_sex(F=11, H_AUTRE_NR=99))
    with pytest.raises(TableInvalid):
        made(*of_sex(F=11, H_AUTRE_NR=100))


def test_that_five_are_enough_when_the_convention_says_so():
    made(*of_sex(F=5, H_AUTRE_NR=13), k=5)
    with pytest.raises(TableInvalid):
        made(*of_sex(F=5, H_AUTRE_NR=13), k=6)


@pytest.mark.parametrize("cell", [b"2024;sexe;3;F;012", b"2024;sexe;3;f;12", b"24;sexe;3;F;12"])
def test_that_a_cell_is_written_in_one_way(cell):
    found = made(*of_sex(F=12, H_AUTRE_NR=13))
    name = "data/profil_entrants.csv"
    spoilt = found[name].replace(b"2024;sexe;3;F;12", cell)
    with pytest.raises(TableInvalid):
        bundle.read(described(found | {name: spoilt}))


def test_that_an_empty_table_or_another_one_is_refused():
    found = made(*of_sex(F=12, H_AUTRE_NR=13))
    name = "data/profil_entrants.csv"
    heading = found[name].splitlines(keepends=True)[0]
    with pytest.raises(TableInvalid):
        bundle.read(described(found | {name: heading}))
    with pytest.raises(FilesUnexpected):
        bundle.read(found | {"data/profil_presents.csv": found[name]})


# --- what somebody who has the files can deduce --------------------------------------------------

TRAIT = "trouble_psychique"
"""Four codes, then two groups: the variable of the lists that is small enough to try it all."""


def small() -> Regroupement:
    niveaux = profil.nomenclature()["profil_entrants"][TRAIT]
    fins = niveaux[0]
    # each group of the second level is the codes that the first keeps, or all the others
    kept = [code for code in niveaux[1] if code in fins]
    rest = tuple(code for code in fins if code not in kept)
    levels = (
        tuple(Groupe(c, c, (c,)) for c in fins),
        tuple(Groupe(c, c, (c,) if c in kept else rest) for c in niveaux[1]),
    )
    return Regroupement(TRAIT, TRAIT, Population.ENTRANTS, profil.PART_MAX, levels)


@cache
def files_of(resultat: Publie | None, k: int) -> tuple[tuple[str, bytes], ...]:
    """The bundle that leaves; a year of which nothing may be told leaves no table."""
    dits = {}
    if resultat is not None:
        dits = {TRAIT: (resultat.niveau, {e.groupe: e.nombre for e in resultat.effectifs})}
    return tuple(sorted(made(*profil.lignes(2024, dits), k=k).items()))


def read_back(files: tuple[tuple[str, bytes], ...]) -> Publie | NonDiffuse:
    """What a stranger with a spreadsheet finds in the files."""
    table = dict(files).get("data/profil_entrants.csv")
    if table is None:
        return NonDiffuse(Raison.EFFECTIF)
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), ""), delimiter=";"))
    counts = tuple(Effectif(row["modalite"], int(row["n"])) for row in rows)
    return Publie(int(rows[0]["niveau"]), counts)


@pytest.mark.parametrize(
    ("k", "totals"), [(5, range(26)), (11, (0, 1, 10, 11, 21, 22, 23, 30, 36, 44, 45))]
)
def test_that_nobody_s_trait_can_be_deduced_from_the_very_bytes(k, totals):
    """Every cabinet that the files may come from, for every number of people."""
    seen: dict[Publie | NonDiffuse, tuple[tuple[str, bytes], ...]] = {}

    def rule(counts, sur, k) -> Publie | NonDiffuse:
        told = publier(counts, sur, k)
        files = files_of(told if isinstance(told, Publie) else None, k)
        return seen_as(files)

    def seen_as(files) -> Publie | NonDiffuse:
        found = read_back(files)
        seen[found] = files
        return found

    weak = [flaw for total in totals for flaw in failles(rule, small(), k, total, seen.get)]
    assert weak == []
    assert len(seen) > 1
