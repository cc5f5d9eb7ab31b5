"""One person of whom the cabinet keeps one of everything, and somebody else beside them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from microstructure_desktop.domain.conservation import Choix, Conservation
from microstructure_desktop.domain.declaration import BrisDeGlace, Declaration, Objet
from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId, new_id
from microstructure_desktop.domain.partenaire import Intervenant, Partenaire
from microstructure_desktop.domain.suites_donnees import Additif, SuiteDonnee
from microstructure_desktop.domain.synthese import Decision, Motif, Situation, Suite
from microstructure_desktop.services import demandes, fiches, lettres, pieces
from microstructure_desktop.services.demandes import DemandeSaisie
from microstructure_desktop.services.lettres import LettreSaisie
from microstructure_desktop.services.pieces import PieceSaisie
from tests import factories as make
from tests.cabinet import TODAY
from tests.reports import received

from .cases import planned, write
from .decided import SEPTEMBER, a_meeting
from .merges import joined
from .scenes import an_item

TYPED = {
    "note": "Dort mal depuis que sa mère est partie.",
    "mienne": "Mon impression de médecin.",
    "reponse": "Se promène au lac.",
    "plan": "Retrouver un logement calme.",
    "precision": "Vient avec un interprète.",
    "question": "Faut-il un avis sur le sommeil ?",
    "medical": "Tension suivie en ville.",
    "psychologique": "Parle de son frère.",
    "decision": "Appeler la mairie.",
    "suite": "Mairie appelée mardi.",
    "additif": "Ajouté après la réunion.",
    "titre": "Bilan de mai",
    "objet": "Votre rendez-vous",
    "corps": "Nous vous attendons comme convenu.",
    "intervenant": "La pharmacienne de la place.",
    "motif_facture": "Remplacée en mars.",
    "conservation": "Suivi ailleurs en cours.",
    "bris": "Urgence du soir.",
}
"""What is typed of the person, each at its own place; all of it is handed over."""
SCELLEE, RESERVEE = "Impression de la psychologue seule.", "Réponse de la profession seule."
AUTRE = ("Corbeau", "Phrase dite de quelqu’un d’autre.", "Note prise pour quelqu’un d’autre.")
"""Of another person: her name, and what is said of her."""
MONDAY = date(2026, 10, 5)


def everything(team):
    """The person, the other one, and the request; what is known of each is at its place."""
    sophie = team.patient(telephone="06 01 02 03 04")
    other = team.patient(AUTRE[0], "Irma", naissance=date(1970, 2, 1))
    twin = team.patient("Légende", "Sofie", naissance=date(1992, 5, 14), programme=None, debut=None)
    team.seance(other.id, MONDAY, note_partagee=AUTRE[2])
    _care(team, sophie)
    _meeting(team, sophie, other)
    _papers(team, sophie)
    _beside(team, sophie)
    joined(team, sophie, twin)
    asked = DemandeSaisie(NatureDemande.ACCES, TODAY, "La personne et sa tutrice")
    return sophie, other, demandes.enregistrer(team.medecin, sophie.id, asked)


def _care(team, sophie):
    team.seance(
        sophie.id, MONDAY, note_partagee=TYPED["note"], note_personnelle=SCELLEE, evolution=7
    )
    team.seance(sophie.id, date(2026, 10, 8), Role.MEDECIN, note_personnelle=TYPED["mienne"])
    planned(team, sophie, date(2026, 12, 4), precision=TYPED["precision"])
    psy, doctor = team.psychologue, team.medecin
    opened = fiches.start(psy, sophie.id, "psychologique_suivi")
    answers = {
        an_item(opened.form, "equipe"): TYPED["reponse"],
        an_item(opened.form, "metier"): RESERVEE,
        "note_privee": SCELLEE,
    }
    fiches.save(psy, opened, jour=TODAY, answers=answers, complete=False)
    plan = fiches.start(doctor, sophie.id, "pps")
    goal = {"points_forts": TYPED["plan"]}
    fiches.save(doctor, plan, jour=TODAY, answers=goal, complete=False)
    scale = fiches.start(doctor, sophie.id, "echelle_phq_9")
    (item,) = (i for i in scale.form.questions if i.instrument is not None)
    cotes = {str(cote.n): 1 for cote in item.instrument.cotes}
    rows = {"version": item.instrument.version, "cotes": cotes}
    fiches.save(doctor, scale, jour=TODAY, answers={item.id: rows}, complete=False)


def _meeting(team, sophie, other):
    doctor = team.medecin.membre.id
    decision = Decision(DecisionId("d1"), TYPED["decision"], doctor, "avant Noël")
    theirs = Situation(
        sophie.id,
        Motif.QUESTION,
        medical=TYPED["medical"],
        psychologique=TYPED["psychologique"],
        decisions=(decision,),
        minutes=12,
        vue=True,
    )
    hers = Situation(other.id, Motif.AJOUT, medical=AUTRE[1], minutes=5, vue=True)
    back = team.clock().astimezone()
    team.clock.set(SEPTEMBER, time(15))
    made = a_meeting(team, SEPTEMBER, theirs, hers, presents=(doctor,), redacteur=doctor)
    team.clock.set(back.date(), back.time())
    said = (
        "suites",
        SuiteDonnee(
            DecisionId("d1"), sophie.id, made.id, Suite.FAITE, TODAY, doctor, TYPED["suite"]
        ),
    )
    write(team, *said)
    for patient, texte in ((sophie.id, TYPED["additif"]), (other.id, AUTRE[1])):
        at = datetime(2026, 9, 25, 8, tzinfo=UTC)
        write(team, "additifs", Additif(new_id(), made.id, doctor, at, texte, patient))
    question = make.a_question(patient=sophie.id, membre=doctor, texte=TYPED["question"])
    write(team, "questions", question)


def _papers(team, sophie):
    doctor = team.medecin
    paper = PieceSaisie(TYPED["titre"], "ANALYSE", TODAY)
    pieces.ajouter(doctor, sophie.id, paper, received.pdf())
    letter = LettreSaisie("presence", TODAY, TYPED["objet"], TYPED["corps"], "Sa main")
    lettres.ecrire(doctor, sophie.id, letter)
    place = write(team, "annuaire", Partenaire(new_id(), "Pharmacie du Port", "PHARMACIE"))
    follows = Intervenant(new_id(), sophie.id, place.id, MONDAY, None, TYPED["intervenant"])
    write(team, "intervenants", follows)


def _beside(team, sophie):
    doctor = team.medecin.membre.id
    said = Declaration(new_id(), sophie.id, Objet.STATISTIQUE, True, MONDAY, doctor)
    write(team, "declarations", said)
    passed = BrisDeGlace(new_id(), sophie.id, doctor, make.NOW, TYPED["bris"])
    write(team, "bris_de_glace", passed)
    bill = make.a_facturation(patient=sophie.id, preparee_par=doctor)
    write(team, "facturations", replace(bill, motif=TYPED["motif_facture"]))
    kept = TYPED["conservation"], date(2050, 1, 1)
    write(
        team,
        "conservations",
        Conservation(new_id(), sophie.id, MONDAY, doctor, Choix.GARDER, *kept),
    )
    write(team, "envois", Envoi(new_id(), "2026-10", 1, "0" * 64))
