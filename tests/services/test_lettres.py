"""Letters: filled from the record, kept with the agreement, corrected by who signs them."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import (
    documents,
    drafts,
    equipe,
    intervenants,
    lettres,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annuaire import PartenaireSaisi
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.lettres import LettreSaisie
from microstructure_desktop.services.lettres_modeles import modeles
from microstructure_desktop.services.reunis import RecordJoined
from microstructure_desktop.store.failures import StaleRevision
from tests.cabinet import TODAY
from tests.services.cases import oppose
from tests.services.merges import joined

SAISIE = LettreSaisie(
    "orientation", TODAY, "Orientation", "Madame, Monsieur,", "CMP des Lices", accord=TODAY
)
PRESENCE = LettreSaisie("presence", TODAY, "Certificat de présence", "Je certifie…")


@pytest.fixture
def office(team):
    return team.psychologue


@pytest.fixture
def sophie(team):
    return team.patient()


def filled(office, patient, modele, rendez_vous=None):
    return lettres.texte(lettres.depart(office, patient.id), modeles()[modele], rendez_vous)


def test_that_a_text_begins_with_what_is_known_of_the_person(office, sophie):
    objet, corps = filled(office, sophie, "orientation")
    assert objet == "Orientation de Sophie LÉGENDE"
    said = corps.replace("\u00a0", " ")
    assert (
        "Je vous adresse Sophie LÉGENDE, née le 14 mai 1992, que nous accompagnons au cabinet "
        "depuis le 3 mars 2026." in said
    )


def test_that_what_is_not_known_leaves_no_gap(office, team):
    never = team.patient("Autre", "Alix", programme=None, debut=None)
    assert "accompagnons au cabinet." in filled(office, never, "orientation")[1]
    assert "pour un rendez-vous." in filled(office, never, "presence")[1]


def test_that_presence_is_certified_from_sessions_kept_at_the_cabinet(office, team, sophie):
    kept = team.seance(sophie.id, date(2026, 11, 12))
    team.seance(sophie.id, date(2026, 11, 10), lieu="TELEPHONE")
    earlier = team.seance(sophie.id, date(2026, 10, 6))
    offered = lettres.depart(office, sophie.id).rendez_vous
    assert [a.id for a in offered] == [kept.id, earlier.id]
    corps = filled(office, sophie, "presence", kept.id)[1].replace("\u00a0", " ")
    assert (
        "s’est présentée au cabinet pour un rendez-vous le jeudi 12 novembre 2026 à 14:00." in corps
    )


def test_that_who_follows_the_person_is_offered_first(office, sophie, team):
    write = PartenaireSaisi("Association du Port", "ASSOCIATION"), PartenaireSaisi("Z", "CSAPA")
    other = team.patient("Autre", "Alix")
    intervenants.create(office, other.id, write[0])
    intervenants.create(office, sophie.id, write[1])
    offered = lettres.depart(office, sophie.id).partenaires
    assert [p.nom for p in offered] == ["Z", "Association du Port"]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("modele", "autre", "Choisissez un modèle"),
        ("jour", None, "Entrez la date"),
        ("corps", "  ", "Écrivez le texte"),
        ("corps", "x" * 12_001, "12000 caractères"),
        ("objet", "x" * 201, "200 caractères"),
        ("destinataire", "", "à qui va"),
        ("accord", None, "notez l’accord"),
        ("accord", date(2026, 11, 20), "aujourd’hui ou avant"),
    ],
)
def test_that_a_bad_field_is_said(office, sophie, field, typed, said):
    saisie = replace(SAISIE, **{field: typed})
    assert said in lettres.problems(saisie, TODAY)[field]
    with pytest.raises(lettres.LetterUnusable):
        lettres.ecrire(office, sophie.id, saisie)
    assert lettres.lettres(office, sophie.id) == ()


def test_that_what_the_person_takes_away_asks_for_no_agreement(office, sophie):
    assert lettres.problems(PRESENCE, TODAY) == {}
    kept = lettres.ecrire(office, sophie.id, replace(PRESENCE, accord=TODAY))
    assert kept.accord is None


def test_that_a_letter_is_kept_and_its_draft_is_over(office, sophie):
    key = drafts.PATIENT, lettres.sujet(sophie.id, None)
    drafts.save(office, *key, {"corps": "Mad"}, sophie.id)
    assert lettres.depart(office, sophie.id).draft["corps"] == "Mad"
    kept = lettres.ecrire(office, sophie.id, SAISIE)
    assert lettres.lettres(office, sophie.id) == (kept,)
    assert (kept.membre, kept.accord, lettres.titre(kept)) == (
        office.membre.id,
        TODAY,
        "Lettre d’orientation",
    )
    assert drafts.load(office, *key) is None


def test_that_a_change_is_another_version_of_the_same_letter(office, sophie):
    kept = lettres.ecrire(office, sophie.id, SAISIE)
    begun = lettres.depart(office, sophie.id, kept.id)
    again = replace(SAISIE, corps="Docteur,")
    lettres.ecrire(office, sophie.id, again, kept.id, begun.revision)
    assert [x.corps for x in lettres.lettres(office, sophie.id)] == ["Docteur,"]
    with office.store.read() as work:
        assert len(work.revisions.history(kept.id)) == 2
    with pytest.raises(StaleRevision):
        lettres.ecrire(office, sophie.id, SAISIE, kept.id, begun.revision)


def test_that_only_who_signs_a_letter_corrects_it(team, office, sophie):
    kept = lettres.ecrire(office, sophie.id, SAISIE)
    for act in (
        lambda: lettres.depart(team.medecin, sophie.id, kept.id),
        lambda: lettres.ecrire(team.medecin, sophie.id, SAISIE, kept.id),
    ):
        with pytest.raises(lettres.NotYourLetter):
            act()
    assert lettres.lettres(team.medecin, sophie.id) == (kept,)


def test_that_an_objection_is_told_and_closes_the_letters_of_others(team, office, sophie):
    kept = lettres.ecrire(office, sophie.id, SAISIE)
    assert lettres.remarques(lettres.depart(office, sophie.id), SAISIE) == ()
    medecin = team.medecin
    oppose(team, sophie)
    assert "oppose" in lettres.remarques(lettres.depart(office, sophie.id), SAISIE)[0]
    assert lettres.lettres(medecin, sophie.id) == ()
    assert lettres.lettres(office, sophie.id) == (kept,)
    with pytest.raises(PartageLimite):
        documents.lettre(medecin, kept.id)


def test_that_words_that_tell_a_care_are_pointed_at_on_a_certificate(office, team, sophie):
    begun = lettres.depart(office, sophie.id)
    assert lettres.remarques(begun, PRESENCE) == ()
    assert len(lettres.remarques(begun, replace(PRESENCE, corps="Vue par la PSYCHOLOGUE"))) == 1
    assert lettres.remarques(begun, replace(SAISIE, corps="Vue par la psychologue")) == ()
    assert lettres.remarques(begun, replace(SAISIE, modele="mdph")) == modeles()["mdph"].rappels
    cabinet = equipe.cabinet(office)
    equipe.save_cabinet(team.medecin, replace(cabinet, nom="Microstructure des Lilas"))
    said = lettres.remarques(lettres.depart(office, sophie.id), PRESENCE)
    assert ["en-tête" in text for text in said] == [True]


def test_that_a_letter_is_printed_and_its_file_names_nobody(office, sophie):
    kept = lettres.ecrire(office, sophie.id, SAISIE)
    made = documents.lettre(office, kept.id)
    assert (made.titre, made.fichier) == ("Lettre d’orientation", "lettre-2026-11-19.pdf")
    assert made.pdf.startswith(b"%PDF-")
    assert (made.genre, made.patient, made.objet) == ("lettre", sophie.id, kept.id)


def test_that_the_secretariat_writes_and_reads_no_letter(team, office, sophie):
    kept = lettres.ecrire(office, sophie.id, SAISIE)
    secretariat = team[Role.SECRETARIAT]
    for act in (
        lambda: lettres.lettres(secretariat, sophie.id),
        lambda: lettres.depart(secretariat, sophie.id),
        lambda: lettres.ecrire(secretariat, sophie.id, SAISIE),
        lambda: documents.lettre(secretariat, kept.id),
    ):
        with pytest.raises(AccessDenied):
            act()


def test_that_a_corrected_letter_stays_in_its_record(team, office, sophie):
    other = team.patient("Autre", "Alix")
    kept = lettres.ecrire(office, sophie.id, SAISIE)
    again = replace(SAISIE, corps="Chère consœur,")
    made = lettres.ecrire(
        office, other.id, again, kept.id, lettres.depart(office, sophie.id, kept.id).revision
    )
    assert (made.patient, made.corps) == (sophie.id, "Chère consœur,")
    assert lettres.lettres(office, sophie.id) == (made,)
    assert lettres.lettres(office, other.id) == ()


def test_that_no_letter_is_begun_in_a_record_that_became_part_of_another(team, office, sophie):
    twin = team.patient("Légende", "Sofie", programme=None, debut=None)
    joined(team, sophie, twin)
    with pytest.raises(RecordJoined):
        lettres.depart(office, twin.id)
    assert lettres.depart(office, sophie.id).patient.id == sophie.id
