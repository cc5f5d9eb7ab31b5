"""The house rules hold on the whole tree, and each of them is able to fail."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

import pytest

from tests import house_rules as rules
from tests.house_rules import ROOT, Source

SRC = rules.sources("src")
TESTS = rules.sources("tests")
SCRIPTS = [*rules.sources("dev.py"), *rules.sources("packaging"), *rules.sources("benchmarks")]

# Modules without a test file of their own, each with the reason.
WITHOUT_MIRROR = {
    "__main__.py": "a single call, made for real at the end of .ci/run",
    "cli/__init__.py": "its one function is main; tests/cli/test_main.py calls it",
}
# Modules below the services that hold a person's language, each with the reason.
SPEAKS_FRENCH = {
    "charts/words.py": "what a chart says, the same on the screen and on paper",
    "french.py": "days, months and units, for the screen and for paper alike",
    "forms/wording.py": "the sentences of the form engine, gathered in one file",
}


@pytest.fixture(scope="module", autouse=True)
def _forgetful() -> Iterator[None]:
    yield
    for source in SRC + TESTS + SCRIPTS:
        source.forget()


def sample(path: str, text: str) -> Source:
    return Source(PurePosixPath(path), text)


def assert_none(problems: Iterable[str]) -> None:
    if listed := "\n".join(problems):
        pytest.fail(f"\n{listed}", pytrace=False)


def assert_kept(rule: Callable[[Source], Iterator[str]], sources: list[Source]) -> None:
    assert_none(problem for source in sources for problem in rule(source))


@pytest.mark.parametrize(
    "rule",
    [rules.too_long, rules.long_functions, rules.no_sentence],
    ids=lambda rule: rule.__name__,
)
def test_that_every_python_file_fits_in_a_head(rule):
    assert_kept(rule, SRC + TESTS + SCRIPTS)


def test_that_every_module_has_its_test_file():
    there = {source.path for source in TESTS}
    assert_none(
        f"{source.path}: {rules.mirror(source)} is missing"
        for source in SRC
        if rules.mirror(source) not in {None, *there} and str(source.place) not in WITHOUT_MIRROR
    )


def test_that_sentences_for_people_stand_where_people_are_spoken_to():
    errors = rules.errors_of(SRC)
    elsewhere = [source for source in SRC if str(source.place) not in SPEAKS_FRENCH]
    assert_kept(lambda source: rules.misplaced_french(source, errors), elsewhere)


def test_that_exceptions_name_modules_that_exist():
    assert {*WITHOUT_MIRROR, *SPEAKS_FRENCH} <= {str(source.place) for source in SRC}


def test_that_only_the_command_line_prints():
    assert_kept(rules.prints, SRC)


def test_that_no_test_waits_or_is_skipped():
    assert_kept(rules.waits_and_skips, TESTS)


def test_that_every_test_asserts_something():
    assert_kept(rules.asserts_nothing, TESTS)


def test_that_no_file_ties_the_project_to_a_machine():
    problems: list[str] = []
    for path in rules.files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:  # a picture, not a text
            continue
        problems += rules.ties_to_a_machine(path.relative_to(ROOT).as_posix(), text)
    assert_none(problems)


def test_that_every_code_name_of_the_glossary_exists():
    names = rules.code_names((ROOT / "GLOSSAIRE.md").read_text(encoding="utf-8"))
    assert len(names) > 10
    assert_none(name for name in names if not rules.exists(name))


# Each rule on a sample that breaks it, and on one that does not.

LONG = "x = 1\n"
SENTENCE = '"""One sentence."""\n'


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (rules.too_long, "src/a.py", LONG * 401),
        (rules.too_long, "tests/test_a.py", LONG * 601),
        (rules.long_functions, "src/a.py", "def f():\n" + "    x = 1\n" * 40),
        (rules.long_functions, "src/a.py", "class A:\n  async def f(self):\n" + "    x = 1\n" * 40),
        (rules.no_sentence, "src/a.py", "x = 1\n"),
        (rules.no_sentence, "src/a.py", '"""no full stop"""\n'),
        (rules.no_sentence, "src/a.py", '"""One sentence. Two sentences."""\n'),
        (rules.no_sentence, "src/a.py", '"""A sentence that goes on\nbelow."""\n'),
        (rules.prints, f"src/{rules.PACKAGE}/store/a.py", "print('x')\n"),
        (rules.waits_and_skips, "tests/test_a.py", "import time\ntime.sleep(1)\n"),
        (rules.waits_and_skips, "tests/test_a.py", "from time import sleep\n"),
        (rules.waits_and_skips, "tests/test_a.py", "def test_a(qtbot):\n    qtbot.wait(50)\n"),
        (rules.waits_and_skips, "tests/test_a.py", "@pytest.mark.skipif(True)\ndef f(): ...\n"),
        (rules.waits_and_skips, "tests/test_a.py", "@pytest.mark.xfail\ndef f(): ...\n"),
        (rules.asserts_nothing, "tests/test_a.py", "def test_a():\n    run()\n"),
    ],
)
def test_that_a_rule_refuses_what_breaks_it(rule, path, text):
    assert len(list(rule(sample(path, text)))) == 1


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (rules.too_long, "src/a.py", LONG * 400),
        (rules.too_long, "tests/test_a.py", LONG * 600),
        (rules.long_functions, "src/a.py", "def f():\n" + "    x = 1\n" * 39),
        (rules.no_sentence, "src/a.py", SENTENCE),
        (rules.no_sentence, "src/__init__.py", ""),
        (rules.prints, f"src/{rules.PACKAGE}/cli/a.py", "print('x')\n"),
        (rules.waits_and_skips, "tests/test_a.py", "qtbot.waitUntil(lambda: done)\n"),
        (rules.asserts_nothing, "tests/test_a.py", "def test_a():\n    assert run()\n"),
        (rules.asserts_nothing, "tests/test_a.py", "def test_a(qtbot):\n  qtbot.waitUntil(f)\n"),
        (rules.asserts_nothing, "tests/test_a.py", "def test_a(q):\n  q.assertNotEmitted(s)\n"),
        (rules.asserts_nothing, "tests/test_a.py", "def test_a():\n  with raises(E):\n    f()\n"),
    ],
)
def test_that_a_rule_lets_the_rest_pass(rule, path, text):
    assert list(rule(sample(path, text))) == []


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        ("store/keys.py", SENTENCE, "tests/store/test_keys.py"),
        ("paths.py", SENTENCE, "tests/test_paths.py"),
        ("cli/__init__.py", "def main(): ...\n", "tests/cli/test_cli.py"),
        ("store/__init__.py", SENTENCE, None),
    ],
)
def test_that_the_mirror_of_a_module_has_its_name(place, text, expected):
    mirror = rules.mirror(sample(f"src/{rules.PACKAGE}/{place}", text))
    assert mirror == (PurePosixPath(expected) if expected else None)


@pytest.mark.parametrize(
    ("place", "text", "refused"),
    [
        ("domain/a.py", "LABEL = 'Médecin'\n", True),
        ("store/a.py", "def f(n):\n    return f'{n} copies abîmées'\n", True),
        ("store/a.py", "raise ValueError('l’acte')\n", True),
        ("store/a.py", "class Lost(AppError):\n    sentence = 'Clé perdue.'\n", False),
        ("store/a.py", "class Gone(Lost):\n    sentence = 'Clé perdue.'\n", False),
        ("store/a.py", "class Kept:\n    sentence = 'Clé gardée.'\n", True),
        ("store/a.py", 'def f():\n    """Clé."""\n', False),
        ("domain/text.py", "LIGATURES = {'œ': 'oe'}\n", False),
        ("ui/a.py", "TITLE = 'Réglages'\n", False),
    ],
)
def test_that_french_is_refused_outside_its_places(place, text, refused):
    source = sample(f"src/{rules.PACKAGE}/{place}", text)
    errors = rules.errors_of([sample("src/e.py", "class Lost(errors.AppError): ..."), source])
    assert bool(list(rules.misplaced_french(source, errors))) is refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("see https://pypi¤.org/project/x", True),
        ("https://files.pythonhosted¤.org/a", True),
        ("https://example.net/x-1.0.w¤hl", True),
        ("https://mirror.example.net/¤simple", True),
        ("cd /¤root/project", True),
        ('open("/¤work/main/x")', True),
        ("/¤home/anne/cabinet", True),
        ("C:\\¤Users\\anne", True),
        ("https://example.net/aide", False),
        ("src/work/a.py", False),
        ("~/Documents", False),
    ],
)
def test_that_an_index_or_a_machine_path_is_refused(text, refused):
    written = text.replace("¤", "")  # this file must not hold what the rule refuses
    assert bool(list(rules.ties_to_a_machine("x", written))) is refused


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("domain", True),
        ("domain.fiche", True),
        ("domain.fiche.Fiche", True),
        ("domain.equipe.Role.MEDECIN", True),
        ("domain.fiche.Feuille", False),
        ("domain.feuille.Feuille", False),
        ("feuille", False),
    ],
)
def test_that_a_name_of_the_glossary_is_looked_up(name, there):
    assert rules.exists(name) is there


def test_that_the_glossary_is_read_by_its_second_column():
    table = "| mot | `a.B`, `a.C` | not `d` |\n|---|---|---|\nanother `e`\n"
    assert rules.code_names(table) == ["a.B", "a.C"]
