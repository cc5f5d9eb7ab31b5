"""A cabinet corrects the dated figures of a programme, or adds one."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.programme import Version
from microstructure_desktop.services import programmes
from microstructure_desktop.services.own_programmes import joined, named, with_own
from microstructure_desktop.services.shipped import shipped

SHIPPED = programmes.livres()
NEW = """
code = "ESSAI"
libelle = "Essai"
duree_mois = 6
[[version]]
depuis = 2026-01-01
montant_euros = 100
source = "Convention"
"""


def own(depuis: str, euros: int, plus: str = "") -> str:
    return f"""
code = "COVID_SM"
[[version]]
depuis = {depuis}
montant_euros = {euros}
source = "Convention du cabinet"
{plus}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "programmes").mkdir()
    return tmp_path


def read(folder, **texts):
    for name, text in texts.items():
        (folder / "programmes" / f"{name}.toml").write_text(text, encoding="utf-8")
    refused = []
    return with_own(SHIPPED, folder, refused), refused


def amounts(programme):
    return [(str(v.depuis), v.jusqua, v.montant_centimes) for v in programme.versions]


def test_that_a_version_is_added_and_the_one_before_ends_on_the_eve(folder):
    found, refused = read(folder, a=own("2027-01-01", 850))
    assert refused == []
    assert amounts(found["COVID_SM"]) == [
        ("2021-02-01", date(2022, 8, 5), 53_700),
        ("2022-08-06", date(2026, 12, 31), 82_900),
        ("2027-01-01", None, 85_000),
    ]
    assert found["COVID_SM"].version(date(2026, 12, 31)).montant_centimes == 82_900
    assert found["COVID_SM"].libelle == SHIPPED["COVID_SM"].libelle


def test_that_a_version_of_the_same_day_is_replaced(folder):
    found, _ = read(folder, a=own("2022-08-06", 835))
    assert amounts(found["COVID_SM"])[1:] == [("2022-08-06", None, 83_500)]
    assert found["COVID_SM"].version(date(2026, 1, 1)).prestations == ()


def test_that_an_own_version_between_two_ends_before_the_next(folder):
    found, _ = read(folder, a=own("2022-01-01", 600))
    assert amounts(found["COVID_SM"]) == [
        ("2021-02-01", date(2021, 12, 31), 53_700),
        ("2022-01-01", date(2022, 8, 5), 60_000),
        ("2022-08-06", None, 82_900),
    ]


def test_that_files_are_taken_in_the_order_of_their_names(folder):
    found, refused = read(folder, b=own("2028-01-01", 900), a=own("2027-01-01", 850))
    assert refused == []
    assert [v.montant_centimes for v in found["COVID_SM"].versions][2:] == [85_000, 90_000]


def test_that_a_new_programme_stands_beside_the_shipped_ones(folder):
    found, _ = read(folder, a=NEW)
    assert set(found) == {*SHIPPED, "ESSAI"}
    assert found["ESSAI"].duree_mois == 6
    assert found["COVID_SM"] == SHIPPED["COVID_SM"]


def test_that_a_file_that_cannot_be_used_is_left_aside_and_said(folder):
    found, refused = read(
        folder, a=own("2027-01-01", 850), b=own("2027-13-01", 1), c=NEW.replace("libelle", "nom")
    )
    assert [refus.fichier for refus in refused] == ["b.toml", "c.toml"]
    assert all(refus.raisons for refus in refused)
    assert len(found["COVID_SM"].versions) == 3
    assert "ESSAI" not in found


def test_that_without_a_folder_nothing_changes(tmp_path):
    assert with_own(SHIPPED, None, []) == SHIPPED
    assert with_own(SHIPPED, tmp_path, []) == SHIPPED


def test_that_a_gap_between_versions_stays_one():
    first = Version(date(2021, 1, 1), date(2021, 6, 30), 1, (), "x")
    later = replace(first, depuis=date(2022, 1, 1), jusqua=None)
    assert joined([first], [later]) == (first, later)


def test_that_a_new_programme_has_a_label_like_the_others(folder):
    found, _ = read(folder, a=NEW)
    listes = named(shipped().listes, found)
    assert listes["CL01"].label_of("ESSAI") == "Essai"
    assert listes["CL01"].label_of("COVID_SM") == shipped().listes["CL01"].label_of("COVID_SM")
    assert named(shipped().listes, SHIPPED) == shipped().listes
