"""What the page of structures says: what an enrolment is, and where a structure stands."""

from microstructure_desktop.animateur.enrol import Cas
from microstructure_desktop.ui.animateur import words
from microstructure_desktop.ui.texts import NBSP, count, plain_date

from .acts import Faite, Inscrite

CASES = {
    Cas.NOUVELLE: "Ce cabinet n’est pas encore inscrit.",
    Cas.CONNUE: (
        "Ce cabinet est déjà inscrit, avec cette même clé. Son nom et sa convention seront mis à "
        "jour\xa0: rien n’est à relire."
    ),
    Cas.ROTATION: (
        "Ce cabinet a changé de clé, et l’ancienne garantit la nouvelle\xa0: rien n’est à relire."
    ),
    Cas.PERTE: (
        "Ce cabinet est inscrit avec une autre clé, qui ne garantit pas celle-ci. Seul un appel "
        "peut dire s’il l’a perdue. L’ancienne ne vaudra plus rien."
    ),
}
BUTTONS = {
    Cas.NOUVELLE: "Inscrire ce cabinet",
    Cas.CONNUE: "Mettre à jour",
    Cas.ROTATION: "Prendre la nouvelle clé",
    Cas.PERTE: "L’ancienne clé est perdue\xa0: prendre celle-ci",
}
_DONE = {
    Cas.NOUVELLE: "Cabinet inscrit",
    Cas.CONNUE: "Inscription mise à jour",
    Cas.ROTATION: "Nouvelle clé prise",
    Cas.PERTE: "Nouvelle clé prise, l’ancienne ne vaut plus rien",
}


def done(faite: Faite) -> str:
    said = _DONE[faite.cas]
    if faite.repris:
        said += f"{NBSP}: {count(faite.repris, 'paquet en quarantaine accepté', _MANY)}"
    return said


def state(each: Inscrite) -> tuple[str, str]:
    """(words, kind) of a tag."""
    if each.manquants:
        return count(each.manquants, "mois manque", "mois manquent"), "danger"
    if each.structure.jusqua is not None:
        return f"Jusqu’à {words.month(each.structure.jusqua)}", "mute"
    return ("À jour", "ok") if each.dernier is not None else ("Rien reçu", "mute")


def facts(each: Inscrite) -> tuple[tuple[str, str], ...]:
    """(what, words) of a structure, in the order that people ask."""
    structure = each.structure
    until = words.month(structure.jusqua)
    awaited = f"depuis {words.month(structure.depuis)}"
    return (
        ("Code", structure.id),
        ("Inscrit le", plain_date(structure.inscrite_le)),
        ("Attendu", f"{awaited}, jusqu’à {until}" if until else awaited),
        ("Dernier mois reçu", words.month(each.dernier) or "aucun"),
    )


_MANY = "paquets en quarantaine acceptés"
