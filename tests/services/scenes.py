"""One person about whom the psychologist wrote everywhere, and what each thing is called."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.domain.effacement import Effacement, Fondement
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import (
    autres_reunions,
    demandes,
    drafts,
    fiches,
    lettres,
    pieces,
    syntheses,
)
from microstructure_desktop.services.demandes import DemandeSaisie
from microstructure_desktop.services.effacement_registre import ecrit
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.services.lettres import LettreSaisie
from microstructure_desktop.services.pieces import PieceSaisie
from microstructure_desktop.services.relecture import Relecture
from microstructure_desktop.services.rendez_vous import RendezVousSaisi
from tests.cabinet import TODAY
from tests.factories import a_facturation, an_absence
from tests.reports import received

from .cases import planned, write
from .decided import SEPTEMBER, a_meeting
from .merges import joined
from .tables import asked

OCTOBER = date(2026, 10, 5)
LATER = date(2026, 12, 1)
WORDS = ("note", "perso", "equipe", "metier", "prive", "question", "reunion", "papier", "lettre")
NOTE, PERSONAL, TEAM, TRADE, PRIVATE, ASKED, MEETING, PAPER, LETTER = (
    f"repere{word}" for word in WORDS
)
MINUTES, OTHER = "reperecompterendu", "repereautrui"
DRAFT = "reperebrouillon"
"""What is written at each place; what is personal, or a draft, is its author's alone."""

FORM = "psychologique_suivi"
NOBODY = "0" * 32


def written_everywhere(team, patient):
    """By the name of the argument that an action takes it by."""
    return {
        "patient_id": patient.id,
        "patient": patient,
        "nom": patient.nom,
        "prenom": patient.prenom,
        "naissance": patient.naissance,
        "texte": patient.nom,
        "numero": patient.numero,
        "mois": Mois(2026, 10),
        "lundi": date(2026, 11, 16),
        "jour": TODAY,
        **_session_and_fiche(team, patient),
        **_papers(team, patient),
        **_meeting(team, patient),
    }


def _session_and_fiche(team, patient):
    seance = team.seance(
        patient.id, OCTOBER, note_partagee=NOTE, note_personnelle=PERSONAL, question=ASKED
    )
    psy = team.psychologue
    opened = fiches.start(psy, patient.id, FORM)
    answers = {an_item(opened.form, "equipe"): TEAM, an_item(opened.form, "metier"): TRADE}
    fiche = fiches.save(
        psy, opened, jour=TODAY, answers=answers | {"note_privee": PRIVATE}, complete=False
    )
    drafts.save(psy, drafts.SEANCE, NOBODY, {"note_partagee": DRAFT}, patient.id)
    return {
        "consultation_id": seance.id,
        "ouverte": opened,
        "form_id": FORM,
        "fiche_id": fiche.id,
        "entity": fiche.id,
        "genre": drafts.SEANCE,
        "drafts.load cible": NOBODY,
    }


def _papers(team, patient):
    psy = team.psychologue
    saisie = PieceSaisie(PAPER, "AUTRE", TODAY)
    paper = pieces.ajouter(psy, patient.id, saisie, received.pdf())
    letter = lettres.ecrire(
        psy, patient.id, LettreSaisie("presence", TODAY, "Venue", LETTER, "Un partenaire")
    )
    return {
        "document_id": paper.id,
        "pieces.corriger saisie": saisie,
        "lettre_id": letter.id,
    }


def _meeting(team, patient):
    psy = team.psychologue
    prepared = syntheses.prepare(psy)
    situation = syntheses.Situation(
        patient.id, syntheses.Motif.AJOUT, psychologique=MEETING, vue=True
    )
    start = replace(prepared.synthese, situations=(situation,))
    meeting = syntheses.begin(psy, start, prepared.based_on)
    return {"synthese_id": meeting.synthese.id, "synthese": meeting.synthese}


def asked_beside(team, patient):
    """What the other readings ask for, and a closed meeting about two people."""
    psy = team.psychologue
    mine = psy.membre.id
    other = team.patient("Autre", "Alix", naissance=date(1970, 2, 1))
    twin = team.patient("Autre", "Alice", naissance=date(1970, 2, 1), programme=None, debut=None)
    closed = _closed_meeting(team, patient, other)
    return {
        "role": None,
        "annee": OCTOBER.year,
        "section": Section.PROFIL,
        "profil.profil annee": OCTOBER.year - 1,
        "rapport_diffusable.apercu annee": OCTOBER.year - 1,
        "rapport_documents.apercu annee": OCTOBER.year - 1,
        "code": "A01",
        "cle": "",
        "periode": Periode.de_l_annee(OCTOBER.year),
        "reunion_id": autres_reunions.creer(psy, TypeReunion.CRISE).id,
        "garde_id": patient.id,
        "absorbe_id": other.id,
        "demande": Demande(),
        "tableaux_equipe.preparer demande": asked(),
        "textes": {"note": patient.nom},
        "absence": an_absence(membre=mine),
        "rendez_vous": planned(team, patient, OCTOBER),
        "saisi": RendezVousSaisi(mine, patient.id, LATER, time(9), 45),
        "lot_id": billed(team, patient).lot,
        "fusion_id": joined(team, other, twin).id,
        "certificat_effacement.certificat patient_id": somebody_erased(team),
        "comptes_rendus.compte_rendu synthese_id": closed.id,
        "documents.extrait synthese_id": closed.id,
        "documents.minutes synthese_id": closed.id,
        "demande_id": demandee(team, patient),
        "relecture": Relecture(),
        "propres": {patient.id},
    }


def demandee(team, patient):
    """The person asked for everything that is known of them."""
    saisie = DemandeSaisie(NatureDemande.ACCES, TODAY)
    return demandes.enregistrer(team.medecin, patient.id, saisie).id


def somebody_erased(team):
    """Whoever was erased before: a certificate says it."""
    office, gone = team.medecin, team.patient("Parti", "Loin", naissance=date(1950, 3, 4))
    reason = ecrit(Effacement(Fondement.ERREUR, "Dossier créé deux fois"))
    with office.store.begin(office.membre.id, team.clock()) as work:
        work.erasing.erase([gone.id], reason, OCTOBER)
    return gone.id


def billed(team, patient):
    record = a_facturation(patient=patient.id, preparee_par=team.psychologue.membre.id)
    return write(team, "facturations", record)


def _closed_meeting(team, patient, other):
    """The psychiatrist was not there."""
    said = Situation(patient.id, Motif.AJOUT, psychologique=MINUTES, vue=True)
    theirs = Situation(other.id, Motif.AJOUT, psychologique=OTHER, vue=True)
    there = (team.psychologue, team.medecin, team.travailleur_social)
    presents = tuple(office.membre.id for office in there)
    back = team.clock().astimezone()
    team.clock.set(SEPTEMBER, time(15))  # before the question, which waits
    made = a_meeting(team, SEPTEMBER, said, theirs, presents=presents, redacteur=presents[0])
    team.clock.set(back.date(), back.time())
    return made


def an_item(form, partage):
    """A question answered with any words, always asked, shared with these."""
    return next(
        item.id
        for item in form.questions
        if (item.type.value, item.partage.value) == ("text", partage)
        and not item.when
        and not item.under
    )


def given(name, asked, words):
    """The arguments of an action that have a name here; its own first."""
    found = {}
    for argument in asked:
        key = f"{name} {argument}"
        if key in words or argument in words:
            found[argument] = words.get(key, words.get(argument))
    return found
