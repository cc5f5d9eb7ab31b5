"""A try writes something that says nothing of anybody, and is told in a sentence."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels.model import Depot, Detail
from microstructure_desktop.services import canaux, canaux_essai, journal
from microstructure_desktop.services.canaux_essai import NotTriable, essayable
from microstructure_desktop.services.journal import Demande
from tests.exchange.channels.applications import TOKEN, drop_link
from tests.exchange.channels.servers import PASSWORD, web


def way(kind: TypeCanal, adresse: str, secret: str = "") -> Reglage:
    return Reglage(CanalId("c"), kind, "RAMIP", adresse, secret=secret)


def tried(office, reglage):
    canaux.regler(office, reglage)
    essai = canaux_essai.preparer(office, reglage.id)
    return essai, canaux_essai.essayer(essai, secondes=5)


def test_that_a_folder_is_written_read_back_and_left_as_it_was(team, tmp_path):
    folder = tmp_path / "depot"
    folder.mkdir()
    essai, said = tried(team.medecin, way(TypeCanal.DOSSIER, str(folder)))
    assert said == (True, canaux_essai.OK)
    assert list(folder.iterdir()) == []
    assert essai.nom.startswith("essai-")


def test_that_a_stick_pulled_out_is_told(team, tmp_path):
    folder = tmp_path / "cle"
    folder.mkdir()
    canaux.regler(team.medecin, way(TypeCanal.DOSSIER, str(folder)))
    folder.rmdir()
    done, sentence = canaux_essai.essayer(canaux_essai.preparer(team.medecin, CanalId("c")))
    assert not done
    assert "branchée" in sentence


def test_that_a_link_receives_a_small_file_that_says_nothing(team, tmp_path):
    folder = tmp_path / "depot"
    folder.mkdir()
    with web(drop_link(folder)) as port:
        link = f"http://127.0.0.1:{port}/s/{TOKEN}"
        essai, said = tried(team.medecin, way(TypeCanal.NEXTCLOUD, link, PASSWORD))
        (found,) = folder.iterdir()
        assert said[0]
        assert found.name == essai.nom
        assert found.read_bytes() == canaux_essai.CONTENU
        wrong = replace(essai, reglage=replace(essai.reglage, secret="autre"))
        assert canaux_essai.essayer(wrong, secondes=5) == (
            False,
            "Le serveur refuse ce compte ou ce mot de passe.",
        )


def test_that_a_try_is_noted_and_shows_no_password(team):
    canaux.regler(team.medecin, way(TypeCanal.NEXTCLOUD, "https://127.0.0.1:9/s/AbC", "ZQXMOT"))
    essai = canaux_essai.preparer(team.medecin, CanalId("c"))
    assert "ZQXMOT" not in repr(essai)
    (ligne,) = journal.read(team.medecin, Demande(action=Action.ECHANGES)).lignes
    assert ligne.quoi.endswith("voie d’envoi essayée")


@pytest.mark.parametrize(
    ("kind", "adresse", "can"),
    [
        (TypeCanal.DOSSIER, "/x", True),
        (TypeCanal.WEBDAV, "https://x/", True),
        (TypeCanal.NEXTCLOUD, "https://x/s/y", True),
        (TypeCanal.SFTP, "x/y", True),
        (TypeCanal.HTTPS, "https://x/y/", True),
        (TypeCanal.HTTPS, "https://x/y?nom={nom}", True),
        (TypeCanal.HTTPS, "https://x/un-seul-fichier", False),
        (TypeCanal.COURRIEL, "a@b.fr", False),
        (TypeCanal.PAPIER, "", False),
    ],
)
def test_that_what_a_try_would_use_up_is_not_tried(kind, adresse, can):
    assert essayable(way(kind, adresse)) is can


def test_that_a_message_is_not_tried(team):
    canaux.regler(team.medecin, way(TypeCanal.COURRIEL, "animation@exemple.fr"))
    with pytest.raises(NotTriable):
        canaux_essai.preparer(team.medecin, CanalId("c"))


@pytest.mark.parametrize("detail", list(Detail))
def test_that_every_outcome_has_a_sentence(detail):
    done, sentence = canaux_essai.dit(Depot(Resultat.REFUSE, detail))
    assert not done
    assert sentence.endswith(".")


def test_that_a_host_that_is_none_shows_no_key():
    assert canaux_essai.cle_hote("moi@exemple", secondes=1) is None
    assert canaux_essai.cle_hote("127.0.0.1:9/depot", secondes=1) is None
