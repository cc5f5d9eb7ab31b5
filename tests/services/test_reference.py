"""Everything shipped is sound, and a cabinet adds a fiche without any code."""

from dataclasses import replace

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.forms.model import ItemType, Partage
from microstructure_desktop.services import reference

SHIPPED = reference.load()
FORMS = SHIPPED.forms.latest()
EXPECTED_LISTS = (
    {"CL01", "CL02", "CL03", "CL04", "CL05", "CL06", "CL07", "CL27", "CL29", "CL30", "CL33"}
    | {"THEMES", "MOTIVATION", "ALLIANCE"}
)  # fmt: skip
ESSAI = """
id = "essai_local"
version = 1
title = "Fiche du cabinet"
role = "medecin"
stage = "entree"
depuis = 2026-11-01
[[group]]
id = "un"
title = "Un"
[[group.item]]
id = "lieu"
text = "Lieu"
type = "choice"
list = "CL04"
"""


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "formulaires"
    found.mkdir()
    return found


def write(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def test_that_everything_shipped_is_read():
    assert set(SHIPPED.listes) >= EXPECTED_LISTS
    assert set(SHIPPED.programmes) == {"EQUIPADDICT", "COVID_SM", "MSMA_HORS_FORFAIT"}
    assert SHIPPED.forms.get("psychologique_suivi") is not None
    assert SHIPPED.refuses == ()


@pytest.mark.parametrize(
    ("liste", "codes"),
    [
        ("CL01", SHIPPED.programmes),
        ("CL02", Role),
        ("CL03", TypeActe),
        ("CL05", Issue),
        ("CL07", Sexe),
    ],
)
def test_that_lists_and_code_agree(liste, codes):
    offered = {option.code for option in SHIPPED.listes[liste].options if not option.retired}
    assert offered == {str(c) for c in codes}


def test_that_a_reserved_programme_is_shown_and_not_offered():
    assert "PCR" not in SHIPPED.programmes
    (reserved,) = SHIPPED.reserves.values()
    assert reserved.libelle == SHIPPED.libelle("CL01", "PCR") == "Parcours coordonné renforcé"
    assert "aucun arrêté" in reserved.reserve
    assert reserved.versions == ()


def test_that_a_file_of_the_cabinet_describes_a_reserved_programme(tmp_path):
    folder = tmp_path / "programmes"
    folder.mkdir()
    described = 'code = "PCR"\n[[version]]\ndepuis = 2027-01-01\nmontant_euros = 900\nsource = "x"'
    (folder / "pcr.toml").write_text(described, encoding="utf-8")
    found = reference.load(tmp_path)
    assert found.reserves == {}
    assert found.programmes["PCR"].versions[0].montant_centimes == 90_000
    assert found.refuses == ()


def test_that_a_programme_file_that_cannot_be_used_is_said(tmp_path):
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "faux.toml").write_text('code = "COVID_SM"\nprix = 3', encoding="utf-8")
    found = reference.load(tmp_path)
    assert [refus.fichier for refus in found.refuses] == ["faux.toml"]
    assert found.programmes == SHIPPED.programmes


def test_that_the_levels_of_a_suicide_assessment_may_be_left_unassessed():
    assert "NON_EVALUE" in SHIPPED.listes["CL27"]


@pytest.mark.parametrize("found", SHIPPED.listes.values(), ids=lambda found: found.id)
def test_that_every_list_says_its_source_and_has_distinct_labels(found):
    labels = [option.label for option in found.options]
    assert found.source
    assert len(set(labels)) == len(labels)


def test_that_themes_are_the_agreed_ones():
    assert [option.label for option in SHIPPED.listes["THEMES"].options] == [
        "Consommations",
        "Envies et reprise de consommation",
        "Sommeil",
        "Humeur",
        "Anxiété",
        "Famille",
        "Travail",
        "Logement",
        "Trauma",
        "Projet",
    ]


SENTENCES = [
    (form.id, text)
    for form in FORMS
    for text in (
        form.title,
        form.chapeau,
        *(group.title for group in form.groups),
        *(item.text for item in form.items),
        *(item.hint for item in form.items),
    )
] + [(found.id, option.label) for found in SHIPPED.listes.values() for option in found.options]


def test_that_french_typography_is_kept_everywhere():
    for _, text in SENTENCES:
        assert not any(f" {sign}" in text for sign in ":;?!»")
        assert "« " not in text
        assert "'" not in text


def test_that_no_word_blames_the_person():
    for _, text in SENTENCES:
        for word in ("toxicoman", "rechute", "drogué", "alcoolique", "abus", "sevré"):
            assert word not in text.lower()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_that_no_form_ever_obliges_to_name_a_substance(form):
    for item in form.questions:
        obliged = item.required and not item.when and item.type is not ItemType.INSTRUMENT
        words = f"{item.id} {item.text}".lower()
        assert not (obliged and any(w in words for w in ("produit", "consomm", "substance")))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_that_only_counted_and_shared_answers_may_be_exported(form):
    for item in form.questions:
        if item.export:
            assert item.partage is not Partage.PERSONNEL
            assert item.type not in {ItemType.STRING, ItemType.TEXT, ItemType.DATE}


def test_that_a_suicide_assessment_is_made_anew_each_time():
    form = SHIPPED.forms.get("psychologique_suivi")
    group = form.group_of("rud_risque")
    again = {item.id for item in group.items if item.is_question and item.unchanged}
    assert again == {"securite_revoir"}


def test_that_a_new_fiche_needs_no_code(folder):
    write(folder, "essai.toml", ESSAI)
    found = reference.load(folder)
    assert found.refuses == ()
    assert found.forms.get("essai_local").item("lieu").label("DOMICILE") == "À domicile"
    assert "Fiche du cabinet" in {form.title for form in found.forms.latest()}


def test_that_a_fiche_in_a_sub_folder_is_found(folder):
    (folder / "medicale").mkdir()
    write(folder, "medicale/essai.toml", ESSAI)
    assert reference.load(folder).forms.get("essai_local") is not None


def test_that_a_higher_version_replaces_the_shipped_one(folder):
    source = SHIPPED.forms.get("psychologique_suivi").source
    write(folder, "suivi.toml", source.replace("version = 2", "version = 3", 1))
    found = reference.load(folder)
    assert found.forms.get("psychologique_suivi").version == 3
    assert found.forms.get("psychologique_suivi", 2) is not None


def test_that_the_same_version_is_left_aside_and_said(folder):
    source = SHIPPED.forms.get("psychologique_suivi").source
    write(folder, "suivi.toml", source.replace("Fiche psychologique", "Ma fiche"))
    found = reference.load(folder)
    assert found.forms.get("psychologique_suivi").title == "Fiche psychologique de suivi"
    assert found.refuses[0].fichier == "suivi.toml"
    assert "version 2 déjà connue" in found.refuses[0].raisons[0]


def test_that_two_local_versions_are_both_known_whatever_their_file_names(folder):
    write(folder, "a.toml", ESSAI.replace("version = 1", "version = 3"))
    write(folder, "b.toml", ESSAI)
    found = reference.load(folder)
    assert found.refuses == ()
    assert found.forms.get("essai_local").version == 3
    assert found.forms.get("essai_local", 1) is not None


def test_that_a_bad_local_file_is_said_and_does_not_prevent_the_start(folder):
    write(folder, "bon.toml", ESSAI)
    write(folder, "faux.toml", ESSAI.replace('"choice"', '"choix"'))
    (folder / "octets.toml").write_bytes(b"\xff\xfe\x00")
    (folder / "long.toml").write_bytes(b"#" * 300_000)
    found = reference.load(folder)
    assert found.forms.get("essai_local") is not None
    assert [refus.fichier for refus in found.refuses] == ["faux.toml", "long.toml", "octets.toml"]
    assert all(refus.raisons for refus in found.refuses)


@pytest.mark.parametrize("missing", [None, "absent"])
def test_that_no_folder_is_no_problem(tmp_path, missing):
    local = tmp_path / missing if missing else None
    assert reference.load(local).refuses == ()


def test_that_files_of_another_kind_are_ignored(folder):
    write(folder, "lisezmoi.txt", "rien")
    (folder / "dossier.toml").mkdir()
    assert reference.load(folder).refuses == ()


def test_that_labels_are_found_and_unknown_codes_label_themselves():
    assert SHIPPED.libelle("CL04", "DOMICILE") == "À domicile"
    assert SHIPPED.libelle("CL04", "LUNE") == "LUNE"
    assert SHIPPED.libelle("CL99", "LUNE") == "LUNE"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_that_a_definition_kept_with_a_fiche_reads_back(form):
    assert SHIPPED.lire(form.source) == form


def test_that_a_definition_kept_is_read_once_by_each_reference():
    kept = ESSAI.replace("essai_local", "essai_ancien")
    first = SHIPPED.lire(kept)
    assert SHIPPED.lire(kept) is first
    other = replace(SHIPPED, listes={**SHIPPED.listes, "CL04": SHIPPED.listes["CL05"]})
    assert other.lire(kept) != first


def test_that_the_authors_guides_are_shipped():
    assert "enable_when" in assets.text("forms", "LISEZMOI.md")
    assert "proposal" in assets.text("listes", "LISEZMOI.md")
