"""Figures of a programme hold between two dates."""

from datetime import date

from microstructure_desktop.domain.programme import Programme, Version

PROGRAMME = Programme(
    "COVID_SM",
    "Covid / Santé mentale",
    12,
    entourage_imputable=False,
    age_minimal=18,
    versions=(
        Version(date(2021, 2, 1), date(2022, 8, 5), 53700, (), "S0"),
        Version(date(2022, 8, 6), None, 82900, (), "S3"),
    ),
)


def test_that_the_version_in_force_is_the_one_of_the_day():
    amounts = {
        jour: version.montant_centimes
        for jour in (date(2021, 2, 1), date(2022, 8, 5), date(2022, 8, 6), date(2030, 1, 1))
        if (version := PROGRAMME.version(jour)) is not None
    }
    assert list(amounts.values()) == [53700, 53700, 82900, 82900]


def test_that_a_programme_has_no_figures_before_its_first_day():
    assert PROGRAMME.version(date(2021, 1, 31)) is None
