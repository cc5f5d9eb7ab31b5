"""The version of the report that may leave the cabinet: nothing in it tells of one person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.qualite import SANS_REPONSE
from microstructure_desktop.domain.indicateurs.tous import ANNUELS
from microstructure_desktop.domain.indicateurs.valeur import Nature, Resultat, Valeur
from microstructure_desktop.domain.rapport_annuel import Section, Version
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import NBSP, number
from microstructure_desktop.reports.printed_rapport import (
    ChapitreImprime,
    RapportImprime,
    TableauImprime,
)

from . import (
    activite_mots,
    indicateurs,
    noms_cites,
    rapport_cabinet,
    rapport_chiffres,
    rapport_exporte,
    rapport_traits,
)
from .access import Permission, check
from .faits import FaitsDuCabinet
from .office import Office, today
from .rapport_exporte import AnneeExportee
from .rapport_plan import Partie, plan
from .rapport_saisie import de_l_annee
from .shipped import shipped

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .rapport_traits import Sortie

AVERTISSEMENT = "Version diffusable : les petits nombres n’y sont pas."
_VIDE = "Aucun chiffre de cette partie n’est diffusé."
_FINANCEMENTS = "financements"


class YearNotOver(AppError):
    sentence = "Cette année n’est pas terminée : rien ne peut encore en être diffusé."
    way_out = "Attendez le 1er janvier, ou préparez la version interne."


class NamesDoubted(AppError):
    sentence = "Un texte du rapport semble nommer une personne suivie."
    way_out = "Relisez les commentaires ; s’il n’en est rien, dites que vous les avez relus."


@dataclass(frozen=True, slots=True)
class Diffusable:
    """What would leave. `sorties`: each variable, as it would leave for ever."""

    imprime: RapportImprime
    sorties: "tuple[Sortie, ...]"


@dataclass(frozen=True, slots=True)
class _Lu:
    """What the sections are made from."""

    annees: tuple[AnneeExportee, ...]
    resultats: Mapping[str, Resultat]
    sorties: "Mapping[str, Sortie]"

    @property
    def suffisant(self) -> bool:
        """Whether enough people were seen in the year for anything exact to be told."""
        return self.annees[0].file_active is not None


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
        rapport_traits.entrer(work, found.sorties)
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
        _cles(lu.annees[0]),
        tuple(
            _chapitre(work, office, lu, partie, known.index(partie) + 1, said) for partie in parties
        ),
        _definitions(office, lu),
        tuple(rapport_traits.libelle(s) for s in lu.sorties.values() if not s.diffusee),
        rapport_cabinet.reunions_par_mois(work, office.reference, annee),
        office.now().astimezone(),
    )
    return Diffusable(imprime, tuple(lu.sorties.values()))


def _lire(work: "Work", office: Office, annee: int) -> _Lu:
    first = rapport_chiffres.premiere_annee(work, annee)
    codes = [c for p in plan().parties for c in p.diffusables if c in ANNUELS]
    counted = indicateurs.bilan(
        work, office, Periode.de_l_annee(annee), {c: ANNUELS[c] for c in codes}
    )
    return _Lu(
        tuple(rapport_exporte.annees(work, office, annee, first)),
        counted.resultats,
        rapport_traits.sorties(work, office, FaitsDuCabinet(work, office), annee),
    )


def _cles(annee: AnneeExportee) -> tuple[tuple[str, str], ...]:
    told = (
        (annee.file_active, "personnes vues dans l’année"),
        (annee.actes, "actes transmis"),
        (annee.reunions, "réunions de synthèse"),
    )
    return tuple((number(value), mots) for value, mots in told if value)


def _chapitre(
    work: "Work",
    office: Office,
    lu: _Lu,
    partie: Partie,
    numero: int,
    said: Mapping[Section, str],
) -> ChapitreImprime:
    annee = lu.annees[0].annee
    found = ChapitreImprime(
        partie.section,
        numero,
        partie.titre,
        (
            *_mots(work, office, annee, partie.section),
            *(p for table in partie.exporte for p in rapport_exporte.phrases(table, lu.annees[0])),
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
        "Ce qui a été diffusé une fois ne change plus, même corrigé depuis.",
    )


def _tableaux(
    work: "Work", office: Office, lu: _Lu, partie: Partie
) -> tuple[TableauImprime | None, ...]:
    annee = lu.annees[0].annee
    own: list[TableauImprime | None] = []
    if partie.section is Section.IDENTITE:
        last = Periode.de_l_annee(annee).dernier
        own.append(rapport_cabinet.equipe(work, office.reference, annee, last))
    if partie.section is Section.FORFAITS:
        own.append(rapport_cabinet.financements(work, annee))
    told = (v for v in partie.variables if v in lu.sorties)
    return (
        *own,
        *(rapport_exporte.tableau(table, lu.annees) for table in partie.exporte),
        *(_exact(office, lu, code) for code in partie.diffusables if lu.suffisant),
        *(rapport_traits.tableau(lu.sorties[variable]) for variable in told),
    )


def _exact(office: Office, lu: _Lu, code: str) -> TableauImprime | None:
    """Figures of the whole: numbers of things, and shares as percentages alone.

    Never how many gave no answer to a question: a group told outside counts them together with
    others, who would be known by difference.
    """
    definition = office.reference.indicateurs.definitions.get(code)
    found = lu.resultats.get(code)
    if definition is None or found is None:
        return None
    rows = tuple(
        (activite_mots.libelle(office.reference, definition, v.cle), said)
        for v in found.valeurs
        if definition.exacte(v.cle)
        and not v.cle.startswith(SANS_REPONSE)
        and (said := _diffusable(v))
    )
    head = (str(lu.annees[0].annee),)
    return TableauImprime(definition.titre, head, rows) if rows else None


def _diffusable(valeur: Valeur) -> str:
    """A count of people is never told here: shares of ten people or more, acts, hours."""
    if valeur.nature is Nature.PART:
        return "" if valeur.pour_cent is None else f"{valeur.pour_cent}{NBSP}%"
    if valeur.qui or valeur.nature not in (Nature.NOMBRE, Nature.MINUTES):
        return ""
    return activite_mots.chiffre(valeur)


def _definitions(office: Office, lu: _Lu) -> tuple[tuple[str, str], ...]:
    annee = lu.annees[0].annee
    codes = [code for p in plan().parties for code in p.diffusables if lu.suffisant]
    exported = (rapport_exporte.DEFINITIONS[t] for p in plan().parties for t in p.exporte)
    return (*exported, *rapport_chiffres.definitions(office.reference, codes, annee))
