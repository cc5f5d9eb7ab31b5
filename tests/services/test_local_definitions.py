"""Files of the cabinet, read when sound."""

from microstructure_desktop.services import reference
from microstructure_desktop.services.local_definitions import PROGRAMMES, SCALES, read_folder
from microstructure_desktop.services.reference import Kept
from microstructure_desktop.services.shipped import shipped

DETA = next(scale for scale in shipped().instruments if scale.id == "deta")
RAISED = DETA.source.replace("version = 1", "version = 2", 1).replace("des = 2,", "des = 3,")


def test_that_each_file_is_read_or_said(tmp_path):
    (tmp_path / "a.toml").write_text("bon", encoding="utf-8")
    (tmp_path / "b.toml").write_bytes(b"\xff")
    refused = []
    assert read_folder(tmp_path, str.upper, refused) == [("a.toml", "BON")]
    assert [refus.fichier for refus in refused] == ["b.toml"]
    assert read_folder(None, str.upper, refused) == []


def test_that_a_cabinet_changes_a_cut_off_without_any_code(tmp_path):
    folder = tmp_path / SCALES
    folder.mkdir()
    (folder / "deta.toml").write_text(RAISED, encoding="utf-8")
    found = reference.load(tmp_path)
    assert found.refuses == ()
    scale = found.instruments["deta"]
    assert (scale.version, [s.des for s in scale.seuils]) == (2, [0, 3])
    assert scale.of(1) == DETA
    assert found.forms.get("echelle_deta").version == 2


def test_that_a_scale_that_was_answered_stays_readable_once_its_file_is_gone(tmp_path):
    found = reference.load(tmp_path, Kept((RAISED,)))
    assert found.instruments["deta"] == DETA
    assert found.instruments["deta"].of(2).seuils[-1].des == 3
    gone = reference.load(tmp_path, Kept((RAISED.replace('id = "deta"', 'id = "autre"'),)))
    assert gone.instruments["autre"].version == 2
    assert gone.forms.get("echelle_autre") is None


def test_that_a_faulty_scale_is_said_and_left_aside(tmp_path):
    folder = tmp_path / SCALES
    folder.mkdir()
    (folder / "faux.toml").write_text(RAISED.replace("somme", "total"), encoding="utf-8")
    found = reference.load(tmp_path)
    assert [refus.fichier for refus in found.refuses] == ["faux.toml"]
    assert found.instruments["deta"] == DETA


def test_that_a_form_changed_without_a_new_number_is_said(tmp_path):
    form = shipped().forms[0]
    later = form.source.replace("version = 1", "version = 2", 1)
    (tmp_path / "a.toml").write_text(later, encoding="utf-8")
    assert reference.load(tmp_path, Kept(forms={(form.id, 2): later})).refuses == ()
    (refus,) = reference.load(tmp_path, Kept(forms={(form.id, 2): form.source})).refuses
    assert "déjà remplie" in refus.raisons[0]


def test_that_an_own_inclusion_form_keeps_what_takes_effect(tmp_path):
    source = reference.load().forms.get("inclusion").source
    renamed = source.replace("version = 1", "version = 2", 1).replace(
        '"opposition_statistique"', '"refus_chiffres"'
    )
    (tmp_path / "inclusion.toml").write_text(renamed, encoding="utf-8")
    (refus,) = reference.load(tmp_path).refuses
    assert any("opposition_statistique" in raison for raison in refus.raisons)


def test_that_forms_scales_and_programmes_are_told_apart_by_their_folder(tmp_path):
    for name in (SCALES, PROGRAMMES):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.toml").write_text("bon", encoding="utf-8")
    (tmp_path / "ailleurs").mkdir()
    (tmp_path / "ailleurs" / "b.toml").write_text("fiche", encoding="utf-8")
    assert read_folder(tmp_path, str.upper, []) == [("b.toml", "FICHE")]
    assert read_folder(tmp_path / PROGRAMMES, str.upper, []) == [("a.toml", "BON")]
