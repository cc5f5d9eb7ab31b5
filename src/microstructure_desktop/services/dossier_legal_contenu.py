"""The papers of the legal file, filled in: texts, and what is made from the data of the cabinet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.sauvegarde import MOIS
from microstructure_desktop.french import NBSP, numeric_date
from microstructure_desktop.reports.dossier_legal_imprime import (
    Bloc,
    Case,
    Cases,
    Grille,
    PapierImprime,
    PartieImprimee,
    Puces,
    Signatures,
    Textes,
)

from . import droits_mots
from .dossier_legal_constats import Constat
from .dossier_legal_lecture import modeles
from .dossier_legal_modeles import (
    Fait,
    Observe,
    Papier,
    Partie,
    Point,
    Traitement,
)
from .dossier_legal_valeurs import Remplisseur
from .durees import regles

_LABEL, _WIDE = 1.0, 3.6
_ROLES = {
    Role.MEDECIN: "Médecin",
    Role.PSYCHOLOGUE: "Psycho.",
    Role.TRAVAILLEUR_SOCIAL: "Trav. social",
    Role.PSYCHIATRE: "Psychiatre",
    Role.COORDINATION: "Coord.",
    Role.SECRETARIAT: "Secrétariat",
}
_NOMS = ("cabinet", "structure", "region", "programme", "equipe", "responsable", "adresse")
_AUTRES = ("contact", "dpo", "csapa", "convention_csapa", "animateur", "poste", "informatique")


@dataclass(frozen=True, slots=True)
class Etat:
    """Where the lines to tick stand: the days noted, what is seen, and today."""

    points: Mapping[str, date]
    constats: Mapping[Observe, Constat]
    le: date

    def fait(self, point: Point) -> bool:
        """Whether a line is done, and not so long ago that it must be done again."""
        if point.constat is not None:
            return self.constats[point.constat].bon
        noted = self.points.get(point.id)
        return noted is not None and self.le < _until(noted, point.mois)

    def phrase(self, point: Point) -> str:
        """« Vérifié le 12/11/2026 », « À vérifier », or what the program sees."""
        if point.constat is not None:
            return self.constats[point.constat].phrase
        noted = self.points.get(point.id)
        if noted is None:
            return "À vérifier" if point.mois else "À faire"
        if not point.mois:
            return f"Fait le {numeric_date(noted)}"
        again = "" if self.fait(point) else f"{NBSP}: à revoir"
        return f"Vérifié le {numeric_date(noted)}{again}"


def papier(modele: Papier, remplir: Remplisseur, etat: Etat) -> PapierImprime:
    """One paper as it is printed."""
    return PapierImprime(
        modele.titre,
        remplir(modele.chapeau),
        tuple(_partie(partie, remplir, etat) for partie in modele.parties),
        f"{NBSP}; ".join(_sources(modele)),
    )


def _sources(modele: Papier) -> Iterator[str]:
    """What the paper says, and what the data that it shows say."""
    known = modeles().sources
    yield modele.source
    for partie in modele.parties:
        name = _SOURCES.get(partie.fait) if partie.fait is not None else None
        if name is not None and known[name] != modele.source:
            yield known[name]
        if partie.fait is Fait.DUREES:
            yield regles().source.removesuffix(".")


_SOURCES = {Fait.TRAITEMENTS: "traitements"}


def _partie(partie: Partie, remplir: Remplisseur, etat: Etat) -> PartieImprimee:
    blocs: list[Bloc] = []
    if partie.textes:
        blocs.append(Textes(remplir.tous(partie.textes)))
    if partie.points:
        blocs.append(Puces(remplir.tous(partie.points)))
    if partie.fait is not None:
        blocs += _fait(partie.fait, remplir, etat)
    if partie.suites:
        blocs.append(Textes(remplir.tous(partie.suites)))
    return PartieImprimee(remplir(partie.titre), tuple(blocs))


def _fait(fait: Fait, remplir: Remplisseur, etat: Etat) -> Iterator[Bloc]:
    known = modeles()
    match fait:
        case Fait.TRAITEMENTS:
            yield from (_traitement(each, remplir) for each in known.traitements)
        case Fait.DROITS:
            yield from _droits()
        case Fait.ACTIONS:
            yield Cases("", _cases(known.actions, etat))
        case Fait.POSTE:
            yield from (Cases(g.titre, _cases(g.points, etat)) for g in known.groupes)
        case Fait.SIGNATURE:
            yield Signatures(("Nom, date et signature",))
        case Fait.SIGNATURES:
            yield Signatures((remplir("Pour {cabinet}"), remplir("Pour {csapa}")))
        case _:
            yield _GRILLES[fait](remplir)


def _organisme(remplir: Remplisseur) -> Grille:
    blancs = modeles().blancs
    rows = tuple((blancs[n].libelle, remplir(f"{{{n}}}")) for n in (*_NOMS, *_AUTRES))
    return Grille(("Rubrique", "Réponse"), (_LABEL, 2.2), rows)


def _traitement(each: Traitement, remplir: Remplisseur) -> Grille:
    said = (
        ("Finalités", "\n".join(each.finalites)),
        ("Base légale", each.base),
        ("Personnes", "\n".join(each.personnes)),
        ("Données", "\n".join(each.donnees)),
        ("Destinataires", "\n".join(each.destinataires)),
        ("Durée", each.durees),
        ("Sécurité", ", ".join(m.titre.lower() for m in each.securite)),
    )
    rows = tuple((label, remplir(text)) for label, text in said)
    return Grille((each.id, each.titre), (_LABEL, _WIDE), rows)


def _droits() -> Iterator[Bloc]:
    found = droits_mots.tableau()
    heading = ("Contenu", *(_ROLES[role] for role in Role))
    parts = (2.9, *(1.0 for _ in Role))
    yield Grille(heading, parts, tuple((x.titre, *x.mots) for x in found.lignes))
    yield Textes((droits_mots.HONNETE,))


def _durees(remplir: Remplisseur) -> Grille:
    """The rules that the program applies, those not read word for word told so."""
    rows = [
        (each.titre, each.texte, "À vérifier" if each.a_verifier else "")
        for each in regles().regles
    ]
    rows.append(("Journal d’accès", remplir("{duree_journal}, puis les lignes sont retirées."), ""))
    rows.append(
        ("Sauvegardes automatiques", f"{MOIS}{NBSP}mois au plus, de plus en plus rares.", "")
    )
    return Grille(("Quoi", "Règle", "Relecture"), (1.5, 4.0, 0.9), tuple(rows))


def _risques(remplir: Remplisseur) -> Grille:
    rows = tuple(
        (
            each.titre,
            f"{each.sources}. {each.impact}.",
            f"Gravité {each.gravite}\nVraisemblance {each.vraisemblance}",
            "\n".join(m.titre for m in each.mesures),
            "\n".join(filter(None, (each.reste.capitalize(), remplir(each.note)))),
        )
        for each in modeles().risques
    )
    heading = ("Ce qui pourrait arriver", "Source et effet", "Avant", "Mesures", "Ce qui reste")
    return Grille(heading, (1.6, 2.0, 1.3, 2.1, 1.9), rows)


def _mesures(remplir: Remplisseur) -> Grille:
    rows = tuple((each.titre, remplir(each.texte)) for each in modeles().mesures.values())
    return Grille(("Mesure", "Ce qu’elle fait"), (_LABEL, 2.4), rows)


_GRILLES = {
    Fait.ORGANISME: _organisme,
    Fait.DUREES: _durees,
    Fait.RISQUES: _risques,
    Fait.MESURES: _mesures,
}


def _cases(points: tuple[Point, ...], etat: Etat) -> tuple[Case, ...]:
    return tuple(Case(p.titre, etat.fait(p), etat.phrase(p), p.comment) for p in points)


def _until(noted: date, mois: int) -> date:
    """The day from which a line noted that day must be looked at again."""
    if not mois:
        return date.max
    years, month = divmod(noted.month - 1 + mois, 12)
    return date(noted.year + years, month + 1, min(noted.day, 28))
