"""Closed months, comments of the report, funders."""

from microstructure_desktop.domain.diffusion import Effectif, Population
from microstructure_desktop.domain.divulgation import Canal, Divulgation
from microstructure_desktop.domain.mois_clos import MoisClos, ValeurFigee
from microstructure_desktop.domain.rapport_annuel import Commentaire, Financement, Section
from tests import factories as make


def test_that_closed_months_follow_each_other_and_can_be_opened_again(store):
    valeurs = (ValeurFigee("M01", "", "nombre", 7),)
    november, october = (
        MoisClos(f"m{n}", f"2026-{n}", make.NOW, make.AUTHOR, valeurs) for n in (11, 10)
    )
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.mois_clos.save(november)
        work.mois_clos.save(october)
        assert work.mois_clos.all() == [october, november]
        work.mois_clos.void("m11", "une séance manquait")
        assert work.mois_clos.all() == [october]


def test_that_comments_are_found_by_their_year(store):
    now, before = (Commentaire(f"c{y}", y, Section.PROFIL, "…") for y in (2026, 2025))
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.commentaires.save(now)
        work.commentaires.save(before)
        assert work.commentaires.de_l_annee(2026) == [now]


def test_that_grants_follow_their_first_day(store):
    du, au = make.DAY, make.DAY.replace(year=make.DAY.year + 1)
    later = Financement("b", "Commune", "Subvention", 400_000, au, au)
    first = Financement("a", "ARS", "Subvention", 8_500_000, du, au)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.financements.save(later)
        work.financements.save(first)
        assert work.financements.all() == [first, later]


def test_that_what_was_shown_outside_stays_in_the_order_it_was(store):
    def shown(name, jour, niveau):
        valeurs = () if niveau is None else (Effectif("F", 14), Effectif("AUTRES", 12))
        return Divulgation(
            name, jour, Canal.RAPPORT, Population.ENTRANTS, "2025", "sexe", niveau, valeurs
        )

    later, first = shown("b", make.DAY, None), shown("a", make.DAY.replace(month=1), 1)
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.divulgations.save(later)
        work.divulgations.save(first)
        assert work.divulgations.all() == [first, later]
