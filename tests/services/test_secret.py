"""Marks put in each kind of content are found, or not, in all that each role can read."""

import inspect
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import (
    droits_personne,
    envois,
    equipe,
    unlock,
)
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.services.oppositions import Cible
from tests.cabinet import PASSPHRASE, TODAY
from tests.services.actions import LETTERS, MAY, OWN, every_action
from tests.services.mois import OCTOBRE, agreed
from tests.services.scenes import (
    ASKED,
    DRAFT,
    LETTER,
    MEETING,
    MINUTES,
    NOTE,
    OTHER,
    PAPER,
    PERSONAL,
    PRIVATE,
    TEAM,
    TRADE,
    asked_beside,
    given,
    written_everywhere,
)

SEALED = {PERSONAL, PRIVATE, DRAFT}
SHARED = {NOTE, TEAM, ASKED, MEETING, PAPER, LETTER}
THERE = {MINUTES, OTHER}
"""Said in a meeting where the psychiatrist was not."""
EVERYTHING = SEALED | SHARED | THERE | {TRADE}
WRITES = {
    "autres_reunions.annuler", "autres_reunions.close", "autres_reunions.commencer",
    "autres_reunions.creer", "autres_reunions.reunir", "autres_reunions.save",
    "autres_reunions.save_draft", "formations.enregistrer", "formations.retirer",
    "actions_decidees.abandonner", "actions_decidees.faire", "episodes.change_programme",
    "plan_de_soins.change_etat", "questions.proposer", "accueil.note_absence", "additifs.signer",
    "annuaire.add", "annuaire.edit", "annuaire.reprendre", "annuaire.retire",
    "canaux.avancer", "canaux.regler", "canaux.retirer", "canaux_essai.preparer",
    "enrolement.abandonner", "enrolement.confirmer", "enrolement.importer",
    "enrolement.renouveler",
    "cercle.passer_outre", "comptes.edit", "comptes.reactivate", "comptes.suspend",
    "demandes.enregistrer", "demandes.refuser", "demandes.repondre",
    "dossier_complet.chiffre", "dossier_complet.garder",
    "conservation.garder", "conservation.ouvrir", "effacement.effacer",
    "effacement_copies.reprendre_ici", "effacement_copies.reprendre_support",
    "consultations.record", "consultations.save_draft",
    "corbeille.cancel", "corbeille.restore", "demarrage.detacher", "demarrage.joindre",
    "demarrage.noter", "dossier_legal.cocher", "dossier_legal.repondre", "dossier_legal.revoir",
    "droits_personne.declarer", "equipe.add", "equipe.save_cabinet",
    "fiches.move", "fiches.save", "fiches.save_draft", "fusions.reunir", "intervenants.add",
    "intervenants.create", "intervenants.edit", "intervenants.remove", "lettres.ecrire",
    "patients.close", "patients.create", "patients.edit", "patients.include",
    "permanences.cesser", "permanences.revenir", "permanences.s_absenter", "permanences.tenir",
    "pieces.ajouter", "pieces.corriger", "presences.note_arrivee", "relais.confier",
    "rendez_vous.annuler", "rendez_vous.deplacer", "rendez_vous.prendre", "reprise.annuler",
    "reprise.importer", "reprise.retablir", "separations.separer", "accuses.importer",
    "envois.annuler", "envois.sceller", "expedition.a_envoyer", "expedition.a_remettre",
    "expedition.envoyer", "expedition.imprimer", "expedition.noter", "expedition.ranger",
    "expedition.remis",
    "syntheses.begin", "syntheses.close", "syntheses.merge", "syntheses.save",
    "syntheses.save_draft", "facturation.annuler", "facturation.preparer",
    "facturation.transmettre", "mois_clos.clore", "mois_clos.rouvrir",
    "rapport_saisie.commenter", "rapport_saisie.financer", "rapport_saisie.retirer_financement",
    "rapport_diffusable.diffuser", "rapport_documents.diffuser",
    "consultations.drop_draft", "drafts.drop", "drafts.save", "equipe.change_passphrase",
    "syntheses.drop_draft", "autres_reunions.drop_draft", "pieces.coller", "pieces.lire",
    "reprise.ouvrir", "reprise.examiner",
    "seance_checks.doutes", "restauration.preparer_ouvert", "restauration.suite",
    "sauvegardes.exercice",
    "mise_a_jour.lancer", "mise_a_jour.preparer",
    "sauvegardes.sauvegarder", "sauvegardes.sur_support", "sauvegardes.verifier",
    "anciens_coffres.supprimer",
    "ouvrables.detruire", "supports.retirer", "retrait.consequences",
    "retrait.retirer", "secours.donner_phrase", "secours.preparer", "secours.prouver",
    "feuille_personnelle.preparer", "feuille_personnelle.prouver",
    "feuille_personnelle.retirer", "feuille_personnelle.rouvrir",
}  # fmt: skip
"""What changes something, or says again what was just typed: nothing is read there."""
LONG = {
    "activite_classeur.csv", "activite_documents.imprimer", "dossier_legal.imprimer",
    "droits_imprimes.document", "papier.feuille",
    "rapport_documents.interne", "tableau_indicateurs.csv", "tableau_indicateurs.xlsx",
}  # fmt: skip
"""Papers of the cabinet that tell nobody of anybody, and take longer than all the others."""


@pytest.fixture
def marked(team):
    """One person about whom the psychologist wrote everywhere; the names of what she wrote."""
    membre = equipe.add(
        team.medecin, NouveauMembre("Colin", "Liaison", Role.COORDINATION), PASSPHRASE
    )
    team.offices[Role.COORDINATION] = unlock.as_member(team.medecin, membre.id, PASSPHRASE)
    patient = team.patient()
    agreed(team, profils=True)
    beside = asked_beside(team, patient)
    told = {**beside, **written_everywhere(team, patient)}
    return {**told, "paquet": envois.sceller(team.medecin, OCTOBRE).paquet}


def readings():
    return [
        (name, action)
        for name, action in every_action()
        if (name in MAY or name in OWN) and name not in WRITES
    ]


def told(team, role, marked, besides=frozenset()) -> dict[str, set[str]]:
    """The marks in each thing that a role reads, by the action that answered."""
    answered: dict[str, set[str]] = {}
    for name, action in readings():
        if name not in besides:
            with suppress(AppError):
                answered[name] = marks(read(team[role], name, action, marked))
    return answered


def found(team, role, marked, besides=frozenset()) -> set[str]:
    """Every mark in what a role reads, by whichever action."""
    return set().union(*told(team, role, marked, besides).values())


def read(office, name, action, marked):
    asked = list(inspect.signature(action).parameters)[1:]
    return action(office, **given(name, asked, marked))


def answers(office, name, action, marked) -> bool:
    try:
        read(office, name, action, marked)
    except AppError:
        return False
    return True


def marks(said) -> set[str]:
    words = " ".join(texts(said, set())).casefold()
    return {mark for mark in EVERYTHING if mark in words}


def texts(said, seen) -> Iterator[str]:
    """Every text inside what an action answered, the words of its PDFs included."""
    if id(said) in seen or isinstance(said, (int, float, date, Path, type)):
        return
    if isinstance(said, str):
        yield said
        return
    seen.add(id(said))
    if isinstance(said, bytes):
        yield pdf_words(said)
    elif isinstance(said, dict):
        for key, value in said.items():
            yield from texts(key, seen)
            yield from texts(value, seen)
    elif isinstance(said, (list, tuple, set, frozenset)):
        for value in said:
            yield from texts(value, seen)
    elif is_dataclass(said) and type(said).__name__ not in {"Form", "Office", "Programme"}:
        for part in fields(said):
            yield from texts(getattr(said, part.name), seen)


def pdf_words(content: bytes) -> str:
    if not content.startswith(b"%PDF"):
        return content.decode("utf-8", "replace")
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_that_every_action_that_writes_is_known():
    assert set(MAY) | OWN >= WRITES


def test_that_the_author_reads_all_of_it(team, marked):
    """Each reading answers the author, or the doctor: else this file asks nothing of it."""
    said = told(team, Role.PSYCHOLOGUE, marked)
    assert set().union(*said.values()) == EVERYTHING
    assert said.keys() | {"papier.feuille"} >= LONG
    assert {name for name in LONG & said.keys() if said[name]} == set()
    silent = [(name, action) for name, action in readings() if name not in said]
    assert [n for n, a in silent if not answers(team.medecin, n, a, marked)] == []


@pytest.mark.parametrize(
    ("role", "reads"),
    [
        (Role.MEDECIN, SHARED | THERE),
        (Role.TRAVAILLEUR_SOCIAL, SHARED | THERE),
        (Role.PSYCHIATRE, SHARED | {TRADE}),
        (Role.SECRETARIAT, set()),
        (Role.COORDINATION, set()),
    ],
)
def test_that_each_role_reads_its_part(team, marked, role, reads):
    assert found(team, role, marked) == reads


def test_that_who_is_objected_to_reads_what_is_of_others_alone(team, marked):
    """One after the other; the author goes on reading all of it."""
    for role, reads in (
        (Role.MEDECIN, {OTHER}),
        (Role.TRAVAILLEUR_SOCIAL, {OTHER}),
        (Role.PSYCHIATRE, set()),
    ):
        droits_personne.declarer(
            team.psychologue,
            marked["patient_id"],
            Cible(Objet.PARTAGE, None, role),
            oppose=True,
            jour=TODAY,
        )
        assert found(team, role, marked, LONG) == reads
    assert found(team, Role.PSYCHOLOGUE, marked, LONG) == EVERYTHING


def test_that_what_is_personal_is_nowhere_in_the_store(team, marked):
    """Not even for who reads the tables."""
    rows = team.medecin.store._raw.execute("select payload from revision").fetchall()
    rows += team.medecin.store._raw.execute("select payload from draft").fetchall()
    words = " ".join(str(payload) for (payload,) in rows).casefold()
    assert NOTE in words
    assert PERSONAL not in words
    assert PRIVATE not in words


def test_that_every_role_was_asked(team, marked):
    assert set(team.offices) == set(LETTERS.values())
