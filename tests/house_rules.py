"""What the house rules refuse, each as a function from a source to its faults."""

import ast
import importlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path, PurePosixPath

PACKAGE = "microstructure_desktop"
ROOT = Path(__file__).parents[1]

MAX_LINES = 400
MAX_TEST_LINES = 600
MAX_FUNCTION_LINES = 40

# Where a person's language may stand; elsewhere, only in the body of an AppError.
FRENCH_PACKAGES = {"ui", "reports", "cli", "demo", "services", "animateur"}
FRENCH_SIGN = re.compile(r"[^\W\d_a-zA-Z]|[’«»]")

# Written so that this file does not hold what it refuses.
REGISTRY = re.compile(
    r"\bpypi[.]org|pythonhosted[.]org|\bnpmjs[.]|\bdeb[.]debian[.]org"
    r"|https?:/[/][^\s\"]*(?:/simple\b|[.](?:whl|tar[.]gz|tgz|deb)\b)"
)
MACHINE_PATH = re.compile(
    r"(?<![\w./-])/(?:work|farm|root|Users)/|(?<![\w./-])/tmp/[v]env|(?<![\w./-])/home/\w"
    r"|\b[A-Z]:\\+Users\\"
)
WAITS_AND_SKIPS = {
    "time.sleep",
    "qtbot.wait",
    "pytest.skip",
    "pytest.xfail",
    "pytest.importorskip",
    "pytest.mark.skip",
    "pytest.mark.skipif",
    "pytest.mark.xfail",
}


@dataclass(frozen=True)
class Source:
    """A Python file: where it is in the repository, and its text."""

    path: PurePosixPath
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def forget(self) -> None:
        """Let go of the tree: those of the whole project are a gigabyte."""
        self.__dict__.pop("tree", None)

    @property
    def place(self) -> PurePosixPath:
        """Where a module of ours is inside the package."""
        return self.path.relative_to(f"src/{PACKAGE}")


def files() -> Iterator[Path]:
    """Every file that is ours, found without git: the machine may have none."""
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [".git", *(line.rstrip("/") for line in lines if line and line[0] != "#")]

    def ours(name: str) -> bool:
        return not any(fnmatch(name, pattern) for pattern in ignored)

    for folder, folders, names in os.walk(ROOT):
        folders[:] = filter(ours, folders)
        yield from (Path(folder, name) for name in filter(ours, names))


def sources(top: str) -> list[Source]:
    return sorted(
        (
            Source(PurePosixPath(path.relative_to(ROOT).as_posix()), path.read_text("utf-8"))
            for path in files()
            if path.suffix == ".py" and path.is_relative_to(ROOT / top)
        ),
        key=lambda source: source.path,
    )


def too_long(source: Source) -> Iterator[str]:
    lines = len(source.text.splitlines())
    most = MAX_TEST_LINES if source.path.parts[0] == "tests" else MAX_LINES
    if lines > most:
        yield f"{source.path}: {lines} lines, at most {most}"


def long_functions(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MAX_FUNCTION_LINES:
                yield f"{source.path}:{node.lineno}: {node.name} has {lines} lines"


def no_sentence(source: Source) -> Iterator[str]:
    """A module opens with one sentence, on one line; only an empty __init__ has none."""
    if not source.text.strip() and source.path.name == "__init__.py":
        return
    first = (ast.get_docstring(source.tree) or "").partition("\n")[0]
    if not first.endswith(".") or re.search(r"[.!?] [A-Z]", first):
        yield f"{source.path}: its docstring does not open with one sentence on one line"


def mirror(source: Source) -> PurePosixPath | None:
    """The test file that a module must have; a package that holds no code needs none."""
    place = source.place
    if place.name != "__init__.py":
        return PurePosixPath("tests", place.parent, f"test_{place.name}")
    if any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in source.tree.body):
        return PurePosixPath("tests", place.parent, f"test_{place.parent.name}.py")
    return None


def errors_of(sources: Iterable[Source]) -> set[str]:
    """The names of AppError and of every class that descends from it."""
    bases = {
        node.name: {base.attr if isinstance(base, ast.Attribute) else ast.unparse(base)}
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    }
    errors = {"AppError"}
    while more := {name for name, of in bases.items() if of & errors} - errors:
        errors |= more
    return errors


def misplaced_french(source: Source, errors: set[str]) -> Iterator[str]:
    """Sentences for people stand where people are spoken to."""
    if source.place.parts[0] not in FRENCH_PACKAGES:
        for text in _texts(source.tree, errors):
            if FRENCH_SIGN.search(text.value) and len(text.value) > 1:
                yield f"{source.path}:{text.lineno}: {text.value!r}"


def _texts(node: ast.AST, errors: set[str]) -> Iterator[ast.Constant]:
    if isinstance(node, ast.ClassDef) and node.name in errors:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in ast.iter_child_nodes(node):
        docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not docstring:
            yield from _texts(child, errors)


def prints(source: Source) -> Iterator[str]:
    if source.place.parts[0] != "cli":
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "print":
                yield f"{source.path}:{node.lineno}: only the command line prints"


def waits_and_skips(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in WAITS_AND_SKIPS:
            yield f"{source.path}:{node.lineno}: {ast.unparse(node)}"
        if isinstance(node, ast.ImportFrom) and node.module in {"time", "pytest"}:
            for name in node.names:
                if f"{node.module}.{name.name}" in WAITS_AND_SKIPS:
                    yield f"{source.path}:{node.lineno}: {node.module}.{name.name}"


def asserts_nothing(source: Source) -> Iterator[str]:
    """A test holds an assertion, expects an exception or a signal, or calls a check by name."""
    for test in ast.walk(source.tree):
        if not isinstance(test, ast.FunctionDef) or not test.name.startswith("test_"):
            continue
        calls = (node.func for node in ast.walk(test) if isinstance(node, ast.Call))
        names = {ast.unparse(call).rpartition(".")[2] for call in calls}
        checks = {name for name in names if re.match(r"raises$|wait_?\w|assert\w|check_", name)}
        if not checks and not any(isinstance(node, ast.Assert) for node in ast.walk(test)):
            yield f"{source.path}:{test.lineno}: {test.name} asserts nothing"


def ties_to_a_machine(where: str, text: str) -> Iterator[str]:
    for rule in (REGISTRY, MACHINE_PATH):
        yield from (f"{where}: {found.group()}" for found in rule.finditer(text))


def code_names(glossary: str) -> list[str]:
    """The names in the second column of the glossary's table."""
    rows = [line.split("|") for line in glossary.splitlines() if line.startswith("|")]
    return [name for row in rows for name in re.findall(r"`([\w.]+)`", row[2])]


def exists(name: str) -> bool:
    """Whether a dotted name below our package is a module, or something a module holds."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join((PACKAGE, *parts[:cut])))
        except ModuleNotFoundError:
            continue
        for attribute in parts[cut:]:
            if not hasattr(found, attribute):
                return False
            found = getattr(found, attribute)
        return True
    return False
