"""Everything lives under one folder, chosen or the person's own."""

from pathlib import Path

from microstructure_desktop import paths


def test_that_every_place_is_under_the_home_chosen(tmp_path):
    home = paths.home(tmp_path / "clé USB" / "cabinet")
    places = (
        home.coffre,
        home.documents,
        home.formulaires,
        home.journaux,
        home.cache,
        home.animateur,
        home.registre_file,
        home.settings_file,
    )
    assert len(set(places)) == len(places)
    assert all(place.is_relative_to(home.root) for place in places)


def test_that_without_a_choice_the_folder_is_the_person_s_own():
    assert paths.home().root.is_absolute()
    assert paths.home().root.name == "Microstructure"


def test_that_a_tilde_is_understood():
    assert paths.home(Path("~/essai")).root == Path.home() / "essai"
