"""The version of the report that may leave the cabinet: nothing in it tells of one person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.rapport_annuel import Section, Version
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import number
from microstructure_desktop.reports.printed_rapport import (
    ChapitreImprime,
    RapportImprime,
    TableauImprime,
)

from . import (
    noms_cites,
    rapport_cabinet,
    rapport_chiffres,
    rapport_ensemble,
    rapport_exporte,
    rapport_sorties,
    rapport_traits,
)
from .access import Permission, check
from .faits import FaitsDuCabinet
from .office import Office, today
from .rapport_ensemble import Ensemble
from .rapport_plan import Exporte, Partie, plan
from .rapport_saisie import de_l_annee
from .rapport_sorties import Sortie
from .shipped import shipped

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

AVERTISSEMENT = "Version diffusable : les petits nombres n’y sont pas."
_VIDE = "Aucun chiffre de cette partie n’est diffusé."
_FINANCEMENTS = "financements"
_SANS_REUNION = TableauImprime("", (), ())
_CLES = (
    (Exporte.FILE_ACTIVE, "personnes vues dans l’année"),
    (Exporte.ACTIVITE, "actes transmis"),
    (Exporte.FONCTIONNEMENT, "réunions de synthèse"),
)


class YearNotOver(AppError):
    sentence = "Cette année n’est pas terminée : rien ne peut encore en être diffusé."
    way_out = "Attendez le 1er janvier, ou préparez la version interne."


class NamesDoubted(AppError):
    sentence = "Un texte du rapport semble nommer une personne suivie."
    way_out = "Relisez les commentaires ; s’il n’en est rien, dites que vous les avez relus."


@dataclass(frozen=True, slots=True)
class Diffusable:
    """What would leave for ever. `tableaux`: the exact figures; `traits`: each variable."""

    imprime: RapportImprime
    tableaux: tuple[Sortie, ...]
    traits: tuple[Sortie, ...]

    @property
    def sorties(self) -> tuple[Sortie, ...]:
        return (*self.tableaux, *self.traits)


@dataclass(frozen=True, slots=True)
class _Lu:
    """What the sections are made from."""

    ensemble: Ensemble
    traits: Mapping[str, Sortie]

    @property
    def annee(self) -> int:
        return self.ensemble.annee


def apercu(office: Office, annee: int, *, vignettes: bool = False) -> Diffusable:
    """What would leave for a year; nothing is entered. `vignettes`: theirs are in it.

    Raises:
        AccessDenied: the role may not hand it out.
        YearNotOver
    """
    _check(office, annee)
    with office.store.read() as work:
        return _contenu(work, office, annee, vignettes=vignettes)


def doutes(office: Office, annee: int, *, vignettes: bool = False) -> dict[str, str]:
    """By section, or « financements », the words that seem to name somebody followed.

    The words are empty for who may not look for a patient. See `noms_cites`.
    """
    check(office, Permission.RAPPORT_DIFFUSABLE)
    with office.store.read() as work:
        textes = {
            c.section.value: c.texte
            for c in work.commentaires.de_l_annee(annee)
            if vignettes or c.section is not Section.VIGNETTES
        }
        granted = de_l_annee(work.financements.all(), annee)
    words = (
        (f.financement.financeur, f.financement.nature, f.financement.precision) for f in granted
    )
    textes[_FINANCEMENTS] = "\n".join(part for each in words for part in each)
    return noms_cites.cites(office, textes)


def diffuser(
    office: Office, annee: int, *, vignettes: bool = False, relu: bool = False
) -> RapportImprime:
    """What leaves, entered in the ledger in the same transaction. `relu`: somebody read the texts.

    Raises:
        AccessDenied: the role may not hand it out.
        YearNotOver
        NamesDoubted: a text seems to name somebody, and nobody read it again.
    """
    _check(office, annee)
    if not relu and doutes(office, annee, vignettes=vignettes):
        raise NamesDoubted
    with office.store.begin(office.membre.id, office.now()) as work:
        found = _contenu(work, office, annee, vignettes=vignettes)
        rapport_sorties.entrer(work, found.sorties)
    return found.imprime


def _check(office: Office, annee: int) -> None:
    check(office, Permission.RAPPORT_DIFFUSABLE)
    if annee >= today(office).year:
        raise YearNotOver


def _contenu(work: "Work", office: Office, annee: int, *, vignettes: bool) -> Diffusable:
    lu = _lire(work, office, annee)
    said = {c.section: c.texte for c in work.commentaires.de_l_annee(annee)}
    if not vignettes:
        said.pop(Section.VIGNETTES, None)
    known = plan().parties
    parties = tuple(p for p in known if p.section is not Section.VIGNETTES or vignettes)
    imprime = RapportImprime(
        work.cabinet.get(),
        annee,
        Version.DIFFUSABLE,
        AVERTISSEMENT,
        _cles(lu.ensemble),
        tuple(
            _chapitre(work, office, lu, partie, known.index(partie) + 1, said) for partie in parties
        ),
        _definitions(office, lu),
        tuple(rapport_traits.libelle(s) for s in lu.traits.values() if not s.diffusee),
        lu.ensemble.tableau(rapport_ensemble.REUNIONS) or _SANS_REUNION,
        office.now().astimezone(),
    )
    return Diffusable(imprime, tuple(lu.ensemble.sorties.values()), tuple(lu.traits.values()))


def _lire(work: "Work", office: Office, annee: int) -> _Lu:
    return _Lu(
        rapport_ensemble.lire(work, office, annee),
        rapport_traits.sorties(work, office, FaitsDuCabinet(work, office), annee),
    )


def _cles(ensemble: Ensemble) -> tuple[tuple[str, str], ...]:
    told = ((ensemble.nombre(table), mots) for table, mots in _CLES)
    return tuple((number(value), mots) for value, mots in told if value)


def _chapitre(
    work: "Work",
    office: Office,
    lu: _Lu,
    partie: Partie,
    numero: int,
    said: Mapping[Section, str],
) -> ChapitreImprime:
    annee = lu.annee
    found = ChapitreImprime(
        partie.section,
        numero,
        partie.titre,
        (
            *_mots(work, office, annee, partie.section),
            *(
                said
                for table in partie.exporte
                for said in rapport_exporte.phrases(table, annee, lu.ensemble.nombre(table))
            ),
        ),
        (),
        tuple(t for t in _tableaux(work, office, lu, partie) if t is not None),
        said.get(partie.section, ""),
    )
    filled = found.phrases or found.tableaux or found.commentaire
    return found if filled else replace(found, vide=_VIDE)


def _mots(work: "Work", office: Office, annee: int, section: Section) -> tuple[str, ...]:
    if section is Section.IDENTITE:
        return rapport_cabinet.identite(work, office)
    if section is not Section.METHODE:
        return ()
    return (*rapport_cabinet.methode(annee, today(office), en_cours=False), *_protection())


def _protection() -> tuple[str, ...]:
    groups = (
        f"Ce qui est dit des personnes entrées ou sorties dans l’année ne l’est que par groupes "
        f"d’au moins {shipped().regles.k} personnes, un trait à la fois."
    )
    return (
        groups,
        "Les répartitions pour lesquelles aucun groupe ne convient sont nommées en annexe.",
        "Un chiffre diffusé une fois ne change plus, même corrigé : son tableau dit depuis quand.",
    )


def _tableaux(
    work: "Work", office: Office, lu: _Lu, partie: Partie
) -> tuple[TableauImprime | None, ...]:
    own: list[TableauImprime | None] = []
    if partie.section is Section.IDENTITE:
        last = Periode.de_l_annee(lu.annee).dernier
        own.append(rapport_cabinet.equipe(work, office.reference, lu.annee, last))
    if partie.section is Section.FORFAITS:
        own.append(rapport_cabinet.financements(work, lu.annee))
    exact = (*partie.exporte, *partie.diffusables)
    told = (lu.traits[v] for v in partie.variables if v in lu.traits)
    return (
        *own,
        *(lu.ensemble.tableau(variable) for variable in exact),
        *(rapport_traits.tableau(sortie, today(office)) for sortie in told),
    )


def _definitions(office: Office, lu: _Lu) -> tuple[tuple[str, str], ...]:
    parties = plan().parties
    codes = [c for p in parties for c in p.diffusables if lu.ensemble.dite(c) is not None]
    exported = (rapport_exporte.DEFINITIONS[t] for p in parties for t in p.exporte)
    return (*exported, *rapport_chiffres.definitions(office.reference, codes, lu.annee))
