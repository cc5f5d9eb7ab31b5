"""The activity of a period on paper: figures, charts, definitions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from microstructure_desktop.french import NBSP, count, numeric_date

from . import activite_graphiques, activite_lignes, activite_mots, activite_parts
from .access import Permission, check
from .activite import Activite, Autour, autour, est_annee, lire, un_an_avant
from .activite_lignes import Bloc, Ligne
from .activite_themes import themes
from .documents import Document

if TYPE_CHECKING:
    from microstructure_desktop.domain.indicateurs.faits import Periode
    from microstructure_desktop.reports.activite_imprimee import ThemeImprime
    from microstructure_desktop.reports.printed_rapport import TableauImprime

    from .activite_themes import Theme
    from .office import Office
    from .reference import Reference

GENRE = "activite"
_ENSEMBLE = "Chiffres d’ensemble"


def imprimer(office: "Office", periode: "Periode") -> Document:
    """The figures of a period with their charts and definitions."""
    from microstructure_desktop.reports.activite import TITLE, activite
    from microstructure_desktop.reports.activite_imprimee import ActiviteImprimee

    check(office, Permission.ACTIVITE)
    found, beside = lire(office, periode), autour(office, periode)
    reference = office.reference
    with office.store.read() as work:
        cabinet = work.cabinet.get()
    shown = themes(c for c in found.bilan.resultats if c in reference.indicateurs.definitions)
    definitions = [reference.indicateurs.definitions[c] for theme in shown for c in theme.codes]
    contenu = ActiviteImprimee(
        cabinet,
        activite_mots.periode(periode).capitalize(),
        tuple(_etat(found)),
        tuple(_theme(reference, theme, found, beside) for theme in shown),
        tuple((d.titre, activite_mots.definition(d, periode)) for d in definitions),
        office.now().astimezone(),
    )
    return Document(TITLE, fichier(periode, "pdf"), activite(contenu), nominatif=False, genre=GENRE)


def fichier(periode: "Periode", ending: str) -> str:
    """The name proposed to save a document of a period."""
    when = "%Y" if est_annee(periode) else "%Y-%m"
    return f"activite-{periode.premier:{when}}.{ending}"


def _etat(found: Activite) -> Iterator[str]:
    if found.bilan.en_cours:
        yield f"Période en cours{NBSP}: chiffres provisoires."
    if found.brouillons:
        one = "séance commencée et pas encore enregistrée"
        many = "séances commencées et pas encore enregistrées"
        yield f"{count(found.brouillons, one, many)}{NBSP}: chiffres provisoires."
    if found.clos and not est_annee(found.periode):
        (clos,) = found.clos
        yield f"Mois clos le {numeric_date(clos.le.astimezone().date())} par {clos.par}."
    if found.bilan.exclus:
        one = f"personne s’oppose à être comptée{NBSP}: elle n’est"
        many = f"personnes s’opposent à être comptées{NBSP}: elles ne sont"
        yield f"{count(found.bilan.exclus, one, many)} dans aucun chiffre."


def _theme(
    reference: "Reference", theme: "Theme", found: Activite, beside: Autour
) -> "ThemeImprime":
    from microstructure_desktop.reports.activite_imprimee import ThemeImprime

    images = activite_graphiques.images(theme.cle, reference, found, beside)
    blocs = [_bloc(reference, code, found, beside) for code in theme.codes]
    alone = [bloc for bloc in blocs if len(bloc.lignes) == 1]
    many = [bloc for bloc in blocs if len(bloc.lignes) != 1]
    return ThemeImprime(
        theme.titre,
        tuple(image.graphique for image in images),
        tuple(
            tableau
            for bloc in ([_together(alone)] if alone else []) + many
            for tableau in _tableaux(bloc, found.periode)
        ),
    )


def _together(blocs: list[Bloc]) -> Bloc:
    """Figures that stand alone, in one table."""
    rows = tuple(replace(ligne, libelle=b.titre) for b in blocs for ligne in b.lignes)
    return Bloc("", _ENSEMBLE, "", rows)


def _bloc(reference: "Reference", code: str, found: Activite, beside: Autour) -> Bloc:
    definition = reference.indicateurs.definitions[code]
    return activite_lignes.bloc(reference, definition, found.bilan, beside.avant)


def _tableaux(bloc: Bloc, periode: "Periode") -> "Iterator[TableauImprime]":
    """One table for what is told alike; a profession a row when figures stand across."""
    from microstructure_desktop.reports.printed_rapport import TableauImprime

    if bloc.colonnes:
        rows = tuple(
            (name, *(activite_mots.INCONNU if v is None else activite_mots.chiffre(v) for v in row))
            for name, row in bloc.rangs
        )
        yield TableauImprime(bloc.titre, bloc.colonnes, rows)
        return
    for head, rows_of in activite_lignes.groupes(bloc.utiles):
        titre = f"{bloc.titre}{NBSP}: {head}" if head else bloc.titre
        yield _tableau(titre, bloc.code, rows_of, periode)


def _tableau(
    titre: str, code: str, rows: "Sequence[tuple[str, Ligne]]", periode: "Periode"
) -> "TableauImprime":
    from microstructure_desktop.reports.printed_rapport import TableauImprime

    shared = activite_parts.partage(x.valeur for _, x in rows)
    parts = [activite_parts.part(x.valeur, shared, code) for _, x in rows]
    here, before = (activite_mots.court(p).capitalize() for p in (periode, un_an_avant(periode)))
    heads = (here, *([activite_parts.entete(parts)] if any(parts) else []), before)
    return TableauImprime(
        titre,
        heads,
        tuple(
            (
                name,
                activite_mots.chiffre(x.valeur),
                *([part] if any(parts) else []),
                "" if x.avant is None else activite_mots.chiffre(x.avant),
            )
            for (name, x), part in zip(rows, parts, strict=True)
        ),
        activite_parts.note(shared, code),
    )
