"""The table « Promesses »: what each test measured, told once all of them have run.

A test says what it measured, and of which promise, whatever folder it is in:

    record_property("promesse", "P1")
    record_property("mesure", "400 arrêts brutaux : 0 enregistrement perdu")
    record_property("exige", "200 arrêts brutaux")  # only where it demands more than the promise
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pytest

from .words import PROMISES


@dataclass(frozen=True, slots=True)
class Measure:
    """`exige` is what this one test demands beyond the words of the promise; `kept`: it passed."""

    promesse: str
    mesure: str
    exige: str
    kept: bool


def measures(reports: Iterable[pytest.TestReport]) -> list[Measure]:
    found = []
    for report in reports:
        if report.when == "call":
            said = [(name, str(value)) for name, value in report.user_properties]
            found += _of_one(said, kept=report.passed)
    return found


def _of_one(said: list[tuple[str, str]], *, kept: bool) -> Iterator[Measure]:
    """A test may speak of several promises: each opens with its number."""
    starts = [at for at, (name, _) in enumerate(said) if name == "promesse"]
    for start, end in zip(starts, [*starts, len(said)][1:], strict=True):
        one = dict(said[start:end])
        yield Measure(one["promesse"], one.get("mesure", ""), one.get("exige", ""), kept)


def unkept(found: Iterable[Measure]) -> list[str]:
    """The promises that nothing measured, and the numbers that are no promise."""
    measured = {one.promesse for one in found if one.kept and one.mesure}
    known = [promise.number for promise in PROMISES]
    return [number for number in known if number not in measured] + sorted(measured - {*known})


def lines(found: Iterable[Measure]) -> Iterator[str]:
    """In the order of the promises, those that something measured; the same measure once."""
    by_number: dict[str, list[Measure]] = {}
    for one in found:
        by_number.setdefault(one.promesse, []).append(one)
    for promise in PROMISES:
        of_this = Counter(by_number.get(promise.number, []))
        if of_this:
            yield f"{promise.number:4}{promise.words}."
            yield f"    exigé    {promise.demands}"
        for one, times in sorted(of_this.items(), key=lambda found: found[0].mesure):
            more = f" (exigé : {one.exige})" if one.exige else ""
            more += f" ({times} fois)" if times > 1 else ""
            told = one.mesure or "rien n’a été mesuré"
            yield f"    {'mesuré  ' if one.kept else 'NON TENU'} {told}{more}"


def whole(config: pytest.Config) -> bool:
    """Everything runs, the long tests too: no promise may then go unmeasured."""
    chosen = config.option.markexpr or config.option.keyword or config.option.collectonly
    return not chosen and config.args_source is not pytest.Config.ArgsSource.ARGS


def _reports(config: pytest.Config) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    kinds = reporter.stats.values() if reporter else []
    return [one for kind in kinds for one in kind if isinstance(one, pytest.TestReport)]


def pytest_sessionfinish(session: pytest.Session) -> None:
    controls = not hasattr(session.config, "workerinput")
    if controls and whole(session.config) and unkept(measures(_reports(session.config))):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    found = measures(_reports(config))
    if found or whole(config):
        terminalreporter.section("Promesses")
        for line in lines(found):
            terminalreporter.line(line)
    if whole(config) and (missing := unkept(found)):
        terminalreporter.line(f"SANS MESURE : {', '.join(missing)}", red=True)
