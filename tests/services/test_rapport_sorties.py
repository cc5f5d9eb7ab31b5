"""What left goes before what is counted now, and is entered once."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.diffusion import Effectif, Population
from microstructure_desktop.domain.divulgation import Canal, Divulgation
from microstructure_desktop.domain.ids import DivulgationId
from microstructure_desktop.services import rapport_sorties
from microstructure_desktop.services.rapport_sorties import Sortie, decidee, deja_dit
from tests.reports.reading import plain

LEFT = Divulgation(
    DivulgationId("d1"),
    date(2026, 1, 12),
    Canal.RAPPORT,
    Population.ENSEMBLE,
    "2025",
    "forfaits",
    1,
    (Effectif("forfaits", 24),),
)
NOW = replace(LEFT, id=DivulgationId("d2"), jour=date(2026, 2, 3), valeurs=())


def test_that_what_left_takes_the_place_of_what_is_counted():
    assert decidee([], NOW) == Sortie(NOW, nouvelle=True)
    assert decidee([LEFT], NOW) == Sortie(LEFT, nouvelle=False)
    assert decidee([LEFT], replace(NOW, population=Population.ENTRANTS)) is None


def test_that_only_what_is_new_is_entered(team):
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        rapport_sorties.entrer(work, (Sortie(LEFT, nouvelle=False), Sortie(NOW, nouvelle=True)))
        assert work.divulgations.all() == [NOW]


def test_that_what_left_on_another_day_says_so():
    assert plain(deja_dit(Sortie(LEFT, nouvelle=False), date(2026, 1, 13))) == (
        "Tel que diffusé le 12 janvier 2026."
    )
    assert deja_dit(Sortie(LEFT, nouvelle=False), date(2026, 1, 12)) == ""
