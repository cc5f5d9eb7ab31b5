"""Each field of a way to send, and the sentence that says what is wrong with it."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.services.canaux_saisie import problems

HOST_KEY = "SHA256:" + "A" * 43


def typed(kind: TypeCanal, adresse: str = "", **changes: str) -> Reglage:
    return replace(Reglage(CanalId("c"), kind, "RAMIP", adresse), **changes)


def said(kind: TypeCanal, adresse: str = "", **changes: str) -> dict[str, str]:
    return problems(typed(kind, adresse, **changes), protege=False)


@pytest.mark.parametrize(
    "adresse",
    [
        "https://nuage.exemple.fr/s/AbC123",
        "https://exemple.fr/index.php/s/AbC-1_2",
        "https://exemple.fr:8443/nuage/s/AbC/",
        "https://exemple.fr/public.php/dav/files/AbC",
        "http://127.0.0.1:8080/s/AbC",
        "http://localhost/s/AbC",
    ],
)
def test_that_a_drop_link_is_taken_as_it_is_given(adresse):
    assert said(TypeCanal.NEXTCLOUD, adresse) == {}


@pytest.mark.parametrize(
    ("adresse", "words"),
    [
        ("", "avec https://"),
        ("nuage.exemple.fr/s/AbC", "avec https://"),
        ("ftp://exemple.fr/s/AbC", "avec https://"),
        ("https:///s/AbC", "avec https://"),
        ("http://nuage.exemple.fr/s/AbC", "n’est pas protégée"),
        ("http://localhost.exemple.fr/s/AbC", "n’est pas protégée"),
        ("https://moi:secret@exemple.fr/s/AbC", "chacun leur case"),
        ("https://exemple.fr/s/AbC#haut", "#"),
        ("https://exemple.fr/s/AbC?dir=x", "/s/"),
        ("https://exemple.fr/autre", "/s/"),
        ("https://exemple.fr:port/s/AbC", "n’est pas complète"),
        ("https://exemple.fr/s/A\nB", "ne se voit pas"),
        ("https://exemple.fr/s/" + "a" * 500, "trop long"),
    ],
)
def test_that_another_link_is_refused_with_its_reason(adresse, words):
    assert words in said(TypeCanal.NEXTCLOUD, adresse)["adresse"]


def test_that_a_folder_exists(tmp_path):
    assert said(TypeCanal.DOSSIER, str(tmp_path)) == {}
    (tmp_path / "x").write_text("")
    for adresse in ("", "depot", str(tmp_path / "rien"), str(tmp_path / "x")):
        assert set(said(TypeCanal.DOSSIER, adresse)) == {"adresse"}


@pytest.mark.parametrize(
    "adresse", ["", "animation", "a@b", "a b@exemple.fr", "a@exemple.fr,b@c.fr"]
)
def test_that_mail_goes_to_one_whole_address(adresse):
    assert said(TypeCanal.COURRIEL, "animation@exemple.mssante.fr") == {}
    assert set(said(TypeCanal.COURRIEL, adresse)) == {"adresse"}


def test_that_an_account_has_a_name_and_a_password():
    found = said(TypeCanal.WEBDAV, "https://exemple.fr/dav/")
    assert set(found) == {"compte", "secret"}
    assert said(TypeCanal.WEBDAV, "https://exemple.fr/dav/", compte="x", secret="y") == {}
    kept = typed(TypeCanal.WEBDAV, "https://exemple.fr/dav/", compte="x")
    assert problems(kept, protege=True) == {}
    assert said(TypeCanal.HTTPS, "https://exemple.fr/depot/") == {}


@pytest.mark.parametrize("adresse", ["sftp.exemple.fr", "exemple.fr:2222/depot", "sftp://e.fr/d"])
def test_that_a_server_shows_a_key_that_somebody_compared(adresse):
    account = {"compte": "x", "secret": "y"}
    assert set(said(TypeCanal.SFTP, adresse, **account)) == {"empreinte_hote"}
    assert said(TypeCanal.SFTP, adresse, **account, empreinte_hote=HOST_KEY) == {}
    assert said(TypeCanal.SFTP, adresse, **account, empreinte_hote=HOST_KEY + "\n")


@pytest.mark.parametrize("adresse", ["", "/depot", "moi@exemple.fr", "e.fr:port/d", "e.fr/d?x"])
def test_that_a_server_is_named(adresse):
    account = {"compte": "x", "secret": "y", "empreinte_hote": HOST_KEY}
    assert set(said(TypeCanal.SFTP, adresse, **account)) == {"adresse"}


def test_that_every_way_has_a_name_and_paper_nothing_else():
    assert said(TypeCanal.PAPIER) == {}
    assert set(problems(typed(TypeCanal.PAPIER, nom="  "), protege=False)) == {"nom"}
