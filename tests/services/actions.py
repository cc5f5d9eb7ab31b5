"""Every action of the services, and which roles may do it: a new one fails until it is placed."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

from microstructure_desktop import services
from microstructure_desktop.domain.equipe import Role

LETTERS = {
    "m": Role.MEDECIN,
    "p": Role.PSYCHOLOGUE,
    "t": Role.TRAVAILLEUR_SOCIAL,
    "y": Role.PSYCHIATRE,
    "s": Role.SECRETARIAT,
    "c": Role.COORDINATION,
}
EVERYBODY, CARERS, TRIO = "mptysc", "mpty", "mpt"

SHARED = {
    "access.attends",
    "access.check",
    "access.check_attends",
    "annulation.noted",
    "annulation.undo",
    "comptes.follow",
    "conflits.conflits",
    "documents.deliver",
    "documents.printed",
    "documents.saved",
    "equipe.check_manager",
    "fiche_reading.readable",
    "fiche_reading.seal",
    "fiche_reading.unseal",
    "journal.begin_session",
    "journal.opened",
    "office.today",
    "lignes.seen",
    "titres.programme",
    "unlock.as_member",
    "unlock.close",
}
"""What actions are made of, or what follows one that was allowed: nothing is read there."""

OWN = {
    "accueil.accueil",
    "consultations.drop_draft",
    "demarrage.demarrage",
    "demarrage.imprimer",
    "drafts.drop",
    "drafts.load",
    "drafts.mine",
    "drafts.save",
    "equipe.cabinet",
    "equipe.change_passphrase",
    "equipe.membres",
    "fiches.forms_for",
    "separations.reversibles",
    "syntheses.drop_draft",
}
"""Open to every account: its own texts, its own passphrase, or less for whom the role says so."""

MAY = {
    "accueil.note_absence": CARERS,
    "additifs.signer": CARERS,
    "annuaire.add": "mptsc",
    "annuaire.annuaire": EVERYBODY,
    "annuaire.chercher": EVERYBODY,
    "annuaire.edit": "mptsc",
    "annuaire.reprendre": "mptsc",
    "annuaire.retire": "mptsc",
    "assiduite.assiduite": CARERS,
    "automatique.automatique": CARERS,
    "cercle.passer_outre": "m",
    "chronologie.chronologie": CARERS,
    "comptes_rendus.compte_rendu": CARERS,
    "comptes_rendus.comptes_rendus": CARERS,
    "comptes.comptes": EVERYBODY,
    "comptes.edit": "m",
    "comptes.reactivate": "m",
    "comptes.suspend": "m",
    "consultations.open_seance": "p",  # one that she wrote: nobody else corrects it
    "consultations.record": CARERS,
    "consultations.save_draft": CARERS,
    "corbeille.cancel": "mp",  # a psychologist's fiche: its author, or the doctor
    "corbeille.corbeille": "mptys",
    "corbeille.restore": EVERYBODY,  # refused first because nothing was cancelled
    "demarrage.detacher": "m",
    "demarrage.joindre": "m",
    "demarrage.noter": "m",
    "documents.extrait": CARERS,
    "documents.fiche": CARERS,
    "documents.fiche_vierge": CARERS,
    "documents.lettre": CARERS,
    "documents.minutes": CARERS,
    "documents.parcours": CARERS,
    "dossiers.dossier": CARERS,
    "dossiers.read_fiche": CARERS,
    "doublons.autour": "mptys",
    "doublons.doublons": "mptys",
    "doublons.homonymes": "mptys",
    "doublons.ressemblants": "mptys",
    "droits_imprimes.document": EVERYBODY,
    "droits_personne.declarer": TRIO,
    "droits_personne.droits": CARERS,
    "echange_fiches.reponses": CARERS,
    "episodes.change_programme": TRIO,
    "episodes.episodes": CARERS,
    "equipe.add": "m",
    "equipe.save_cabinet": "m",
    "fiches.move": "p",
    "fiches.open_fiche": "p",
    "fiches.precedentes": CARERS,
    "fiches.save": "p",
    "fiches.save_draft": "p",
    "fiches.start": "p",
    "fusions.compare": TRIO,
    "fusions.reunir": TRIO,
    "historique.historique": CARERS,
    "intervenants.add": CARERS,
    "intervenants.autour": CARERS,
    "intervenants.create": TRIO,
    "intervenants.edit": CARERS,
    "intervenants.remove": CARERS,
    "journal.people": CARERS,
    "journal.read": CARERS,
    "journal.state": CARERS,
    "journal_print.document": CARERS,
    "lettres.depart": "p",  # one that she signed
    "lettres.ecrire": CARERS,
    "lettres.lettres": CARERS,
    "parcours.contenu": CARERS,
    "patients.close": TRIO,
    "patients.create": "mpts",
    "patients.edit": "mpts",
    "patients.identity": "mptys",
    "patients.include": TRIO,
    "patients.list_patients": "mptys",
    "permanences.cesser": "mps",
    "permanences.rendez_vous_pendant": "mptys",
    "permanences.revenir": "mps",
    "permanences.s_absenter": "mps",
    "permanences.temps": "mptys",
    "permanences.tenir": "mps",
    "pieces.ajouter": CARERS,
    "pieces.coller": CARERS,
    "pieces.corriger": CARERS,
    "pieces.documents": CARERS,
    "pieces.lire": CARERS,
    "pieces.lu": CARERS,
    "pieces.ouvrir": CARERS,
    "plan_de_soins.change_etat": "p",  # the fiche of the psychologist, which is no plan
    "plan_de_soins.plans": CARERS,
    "presences.acte_du": "mptys",
    "presences.note_arrivee": "mptys",
    "questions.proposer": CARERS,
    "recherche.search": "mptys",
    "relais.confier": "ms",
    "relais.relais": "ms",
    "rendez_vous.annuler": "ps",
    "rendez_vous.deplacer": "ps",
    "rendez_vous.prendre": "ps",
    "rendez_vous.professionnels": "mptys",
    "rendez_vous.questions": "mptys",
    "reprise.annuler": TRIO,
    "reprise.examiner": TRIO,
    "reprise.importer": TRIO,
    "reprise.lots": TRIO,
    "reprise.ouvrir": TRIO,
    "reprise.retablir": TRIO,
    "seance_checks.doutes": CARERS,
    "semaine.semaine": "mptys",
    "semaine_imprimee.document": "mptys",
    "separations.preview": TRIO,
    "separations.separer": TRIO,
    "share.history": "mptc",
    "share.months": "mptc",
    "share.prepare": "mptc",
    "share.write": "mc",
    "syntheses.add_patient": CARERS,
    "syntheses.begin": CARERS,
    "syntheses.candidates": "mptys",
    "syntheses.close": CARERS,
    "syntheses.merge": CARERS,
    "syntheses.open_synthese": CARERS,
    "syntheses.prepare": CARERS,
    "syntheses.reunions": CARERS,
    "syntheses.save": CARERS,
    "syntheses.save_draft": CARERS,
    "trajectoire.trajectoire": CARERS,
    "venues.venues": "mptys",
}
"""Letters of the roles that may do each, on what a psychologist wrote about one person."""


def every_action() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Public functions whose first argument is the office, but those inside a transaction."""
    for found in pkgutil.iter_modules(services.__path__):
        module = importlib.import_module(f"{services.__name__}.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            asked = list(inspect.signature(function).parameters)
            if own and asked[:1] == ["office"] and "work" not in asked:
                yield f"{found.name}.{name}", function
