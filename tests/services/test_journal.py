"""Whatever is opened, printed or taken out is noted; each reads of it what their role allows."""

from dataclasses import replace
from datetime import UTC, date, time, timedelta

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import (
    attempts,
    consultations,
    documents,
    dossiers,
    echange_fiches,
    envois,
    fiches,
    journal,
    patients,
    syntheses,
    unlock,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.store.failures import DiskFull, RecordMissing
from tests.cabinet import PASSPHRASE, TODAY
from tests.services.cases import filled
from tests.services.mois import OCTOBRE, agreed

DOSSIER = Action.OUVERTURE_DOSSIER
FICHE = Action.OUVERTURE_FICHE


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def told(team):
    """What the log says since now: (action, patient, object) from the earliest."""
    with team.medecin.store.read() as work:
        before = work.acces.page(Filtre(), None, 1)[0].seq

    def lines():
        with team.medecin.store.read() as work:
            found = work.acces.page(Filtre(), None, 100)
        since = sorted((x for x in found if x.seq > before), key=lambda x: x.seq)
        return [(x.action, x.patient, x.objet) for x in since]

    return lines


# --- what is noted --------------------------------------------------------------------------


def test_that_a_record_is_noted_once_for_one_opening(team, sophie, told):
    dossiers.dossier(team.psychologue, sophie.id)
    dossiers.dossier(team.psychologue, sophie.id)
    assert told() == [(DOSSIER, sophie.id, "")]
    dossiers.dossier(team.medecin, sophie.id)
    team.clock.set(TODAY, time(14, 34))
    dossiers.dossier(team.psychologue, sophie.id)
    assert len(told()) == 2
    team.clock.set(TODAY, time(14, 35))
    dossiers.dossier(team.psychologue, sophie.id)
    assert told()[2:] == [(DOSSIER, sophie.id, "")]


def test_that_the_reception_opening_an_identity_is_noted_as_such(team, sophie, told):
    patients.identity(team[Role.SECRETARIAT], sophie.id)
    assert told() == [(DOSSIER, sophie.id, "")]
    (ligne, *_) = journal.read(team.medecin, Demande(patient=sophie.id)).lignes
    assert ligne.quoi == "Dossier ouvert : identité"


def test_that_what_is_refused_or_missing_is_not_said_to_be_read(team, sophie, told):
    with pytest.raises(AccessDenied):
        dossiers.dossier(team[Role.SECRETARIAT], sophie.id)
    with pytest.raises(RecordMissing):
        dossiers.dossier(team.medecin, new_id())
    assert told() == []


def test_that_every_way_to_read_a_fiche_is_noted(team, sophie, told):
    fiche = filled(team, sophie)
    before = told()
    dossiers.read_fiche(team.medecin, fiche.id)
    fiches.open_fiche(team.psychologue, fiche.id)
    documents.fiche(team.travailleur_social, fiche.id)
    assert told()[len(before) :] == [(FICHE, sophie.id, fiche.id)] * 3


def test_that_beginning_to_write_about_somebody_opens_their_record(team, sophie, told):
    fiches.start(team.psychologue, sophie.id, "psychologique_entree")
    consultations.open_seance(team.medecin, sophie.id)
    documents.fiche_vierge(team.travailleur_social, "sociale_entree", sophie.id)
    documents.fiche_vierge(team.travailleur_social, "sociale_entree")
    assert told() == [(DOSSIER, sophie.id, "")] * 3


def test_that_minutes_are_noted_when_they_are_read(team, sophie, told):
    ouverte = _meeting(team, sophie)
    synthese_id = ouverte.synthese.id
    before = told()
    documents.minutes(team.psychologue, synthese_id)
    syntheses.open_synthese(team.travailleur_social, synthese_id)
    expected = [(Action.LECTURE_COMPTE_RENDU, None, synthese_id)] * 2
    assert told()[len(before) :] == expected


def test_that_a_document_is_noted_when_it_leaves(team, sophie, told, tmp_path):
    document = documents.parcours(team.medecin, sophie.id)
    documents.deliver(team.medecin, document, tmp_path / "parcours.pdf")
    documents.printed(team.medecin, document)
    with pytest.raises(documents.DocumentNotWritten):
        documents.deliver(team.medecin, document, tmp_path / "absent" / "x.pdf")
    assert told()[-2:] == [
        (Action.ENREGISTREMENT_PDF, sophie.id, ""),
        (Action.IMPRESSION, sophie.id, ""),
    ]
    assert [x.quoi for x in journal.read(team.medecin, Demande()).lignes[:2]] == [
        "Impression\u00a0: page «\u00a0Mon parcours\u00a0»",
        "PDF enregistré\u00a0: page «\u00a0Mon parcours\u00a0»",
    ]


def test_that_exports_are_noted(team, sophie, told):
    team.seance(sophie.id, date(2026, 10, 8))
    agreed(team)
    before = told()
    pli = envois.sceller(team.medecin, OCTOBRE)
    envois.sceller(team.medecin, OCTOBRE)  # the same once more is the same
    echange_fiches.reponses(team.psychologue, sophie.numero)
    (first, second) = told()[len(before) :]
    assert first == (Action.EXPORT, None, pli.paquet)
    assert second == (Action.EXPORT_FICHES, sophie.id, "")


def test_that_a_note_goes_with_what_is_done(team, told):
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        journal.note(work, Action.BRIS_DE_GLACE, objet="x", motif="Urgence vitale")
    assert told() == [(Action.BRIS_DE_GLACE, None, "x")]
    (ligne, *_) = journal.read(team.medecin, Demande()).lignes
    assert ligne.acces.motif == "Urgence vitale"


def test_that_a_full_disk_keeps_nobody_from_a_record(team, sophie, told, monkeypatch):
    def full(*_):
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr("microstructure_desktop.store.guards.room", full)
        assert dossiers.dossier(team.medecin, sophie.id).patient.id == sophie.id
    assert told() == []
    journal.note(team.medecin, Action.VERROUILLAGE)
    assert [action for action, *_ in told()] == [DOSSIER, Action.VERROUILLAGE]


# --- a session ------------------------------------------------------------------------------


def test_that_refused_passphrases_are_told_at_the_next_opening(team):
    office, home = team.medecin, team.home
    psychologue = team.psychologue.membre.id
    unlock.close(office)
    with pytest.raises(unlock.WrongPassphrase):
        _open(team, psychologue, "autre chose")
    assert len(attempts.read(home)) == 1
    attempts.note(home, "quelqu’un d’autre", team.clock())
    attempts.note(home, psychologue, team.clock() + timedelta(days=1))
    opened = _open(team, office.membre.id, PASSPHRASE)
    lignes = journal.read(opened, Demande()).lignes
    assert [(x.acces.action, x.qui) for x in lignes[:2]] == [
        (Action.CONNEXION, "Dr Paul Exemple"),
        (Action.ECHEC_CONNEXION, "Claire Modèle"),
    ]
    assert [x.acces.action for x in lignes].count(Action.ECHEC_CONNEXION) == 1
    assert attempts.read(home) == ()
    unlock.close(opened)


def test_that_opening_lets_go_of_what_is_a_year_old(team, sophie):
    dossiers.dossier(team.medecin, sophie.id)
    unlock.close(team.medecin)
    team.clock.set(date(2027, 11, 19), time(14, 4))  # a minute short of a year
    opened = _open(team, team.medecin.membre.id, PASSPHRASE)
    assert DOSSIER in {x.acces.action for x in journal.read(opened, Demande()).lignes}
    assert journal.state(opened) == journal.Etat(None, None)
    unlock.close(opened)
    team.clock.set(date(2027, 11, 20), time(9))
    opened = _open(team, team.medecin.membre.id, PASSPHRASE)
    assert [x.acces.action for x in journal.read(opened, Demande()).lignes] == [
        Action.CONNEXION,
        Action.CONNEXION,
    ]
    found = journal.state(opened)
    assert found.probleme is None
    assert found.purge.le == team.clock().astimezone(UTC)
    assert found.purge.derniere.astimezone().date() == TODAY
    unlock.close(opened)


def test_that_a_full_disk_keeps_nobody_out(team, monkeypatch):
    def full(*_):
        raise DiskFull

    unlock.close(team.medecin)
    attempts.note(team.home, team.medecin.membre.id, team.clock())
    with monkeypatch.context() as patched:
        patched.setattr("microstructure_desktop.store.guards.room", full)
        opened = _open(team, team.medecin.membre.id, PASSPHRASE)
    before = len(journal.read(opened, Demande()).lignes)
    assert len(attempts.read(team.home)) == 1
    journal.note(opened, Action.VERROUILLAGE)
    assert len(journal.read(opened, Demande()).lignes) == before + 2
    unlock.close(opened)


# --- who reads what -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.MEDECIN, {Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL}),
        (Role.PSYCHOLOGUE, {Role.PSYCHOLOGUE}),
        (Role.TRAVAILLEUR_SOCIAL, {Role.TRAVAILLEUR_SOCIAL}),
        (Role.PSYCHIATRE, set()),
    ],
)
def test_that_each_sees_what_their_role_allows(team, sophie, role, sees):
    for who in (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL):
        dossiers.dossier(team[who], sophie.id)
    names = {team[who].membre.nom_complet for who in sees}
    for demande in (
        Demande(patient=sophie.id),
        Demande(texte="légende"),
        Demande(action=DOSSIER),
    ):
        page = journal.read(team[role], demande)
        assert {x.qui for x in page.lignes} == names
        assert page.tout is (role is Role.MEDECIN)
    doctor = Demande(membre=team.medecin.membre.id, action=DOSSIER)
    assert {x.qui for x in journal.read(team[role], doctor).lignes} <= names
    people = journal.people(team[role])
    assert len(people) == (5 if role is Role.MEDECIN else 1)


@pytest.mark.parametrize("role", [Role.SECRETARIAT])
def test_that_who_has_no_right_on_it_reads_nothing(team, role):
    for action in (journal.state, journal.people, lambda o: journal.read(o, Demande())):
        with pytest.raises(AccessDenied):
            action(team[role])


def test_that_minutes_count_among_what_was_read_about_somebody(team, sophie):
    ouverte = _meeting(team, sophie)
    documents.minutes(team.psychologue, ouverte.synthese.id)
    other = team.patient("Autre", "Jean")
    said = [x.acces.action for x in journal.read(team.medecin, Demande(patient=sophie.id)).lignes]
    assert Action.LECTURE_COMPTE_RENDU in said
    assert journal.read(team.medecin, Demande(patient=other.id)).lignes == ()


def test_that_what_was_opened_before_two_records_became_one_is_told(team, sophie):
    double = team.patient("Légende", "Sofie")
    dossiers.dossier(team.psychologue, double.id)
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.patients.save(replace(work.patients.get(double.id), absorbe_par=sophie.id))
    (ligne,) = journal.read(team.medecin, Demande(patient=sophie.id)).lignes
    assert ligne.patient.prenom == "Sofie"


def test_that_the_person_asked_for_is_named_when_there_is_one(team, sophie):
    team.patient("Autre", "Jean")
    dossiers.dossier(team.medecin, sophie.id)
    assert journal.read(team.medecin, Demande(texte="legen")).patient.id == sophie.id
    assert journal.read(team.medecin, Demande(patient=sophie.id)).patient.id == sophie.id
    assert journal.read(team.medecin, Demande()).patient is None
    nobody = journal.read(team.medecin, Demande(texte="xyzzyx"))
    assert (nobody.lignes, nobody.patient) == ((), None)


def test_that_a_period_holds_both_its_days(team):
    for day in (17, 18, 19):
        team.clock.set(date(2026, 11, day), time(23, 30))
        journal.note(team.medecin, Action.FUSION)
    said = journal.read(
        team.medecin,
        Demande(action=Action.FUSION, du=date(2026, 11, 18), au=date(2026, 11, 18)),
    )
    assert [x.le.date() for x in said.lignes] == [date(2026, 11, 18)]


def test_that_a_long_log_is_read_page_by_page(team):
    for _ in range(journal.PAGE + 3):
        journal.note(team.medecin, Action.REPRISE)
    demande = Demande(action=Action.REPRISE)
    first = journal.read(team.medecin, demande)
    assert (len(first.lignes), first.suite) == (journal.PAGE, True)
    rest = journal.read(team.medecin, demande, first.lignes[-1])
    assert (len(rest.lignes), rest.suite) == (3, False)


def test_that_an_altered_log_is_said_and_read_all_the_same(team):
    raw = team.medecin.store._raw
    raw.execute("drop trigger acces_no_delete")
    raw.execute("delete from acces where dseq = 2")
    assert "lignes en ont été retirées" in journal.state(team.psychologue).probleme
    assert journal.read(team.medecin, Demande()).lignes


def _open(team, membre_id, passphrase):
    return unlock.open_cabinet(
        team.home, membre_id, passphrase, cost=team.medecin.cost, now=team.clock
    )


def _meeting(team, patient):
    prepared = syntheses.prepare(team.medecin)
    situation = Situation(patient.id, Motif.AJOUT, minutes=7, vue=True)
    synthese = replace(prepared.synthese, situations=(situation,))
    opened = syntheses.begin(team.medecin, synthese, prepared.based_on)
    syntheses.close(team.medecin, opened.synthese, opened.based_on)
    return opened


def test_that_an_identity_read_does_not_hide_the_record_read_after(team):
    patient = team.patient()
    patients.identity(team.psychologue, patient.id)
    dossiers.dossier(team.psychologue, patient.id)
    lines = journal.read(team.medecin, journal.Demande(patient=patient.id)).lignes
    opened = [x.acces.detail for x in lines if x.acces.action is Action.OUVERTURE_DOSSIER]
    assert sorted(opened) == ["", "identite"]
