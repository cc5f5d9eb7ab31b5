"""Read one definition file to look at it as a form; nothing is kept of it."""

from dataclasses import dataclass
from pathlib import Path

from microstructure_desktop.forms import loader, wording
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.toml_table import FormError

from . import scale_form
from .definition_remarks import remarks
from .known_definitions import Definition, Known
from .local_definitions import text_of

NO_PREVIEW = "une liste de codes se voit dans les fiches qui la citent, pas seule"


@dataclass(frozen=True, slots=True)
class Apercu:
    """A form to show and what may surprise in it, or else what to correct."""

    form: Form | None = None
    fautes: tuple[str, ...] = ()
    remarques: tuple[str, ...] = ()


def preview(path: Path, known: Known) -> Apercu:
    """The form of a file; a scale alone is shown in the form that fills it in."""
    try:
        text = text_of(path)
        read = known.load(text)
    except OSError:
        return Apercu(fautes=(wording.UNREADABLE,))
    except FormError as error:
        return Apercu(fautes=tuple(map(str, error.faults)))
    if isinstance(read, CodeList):
        return Apercu(fautes=(NO_PREVIEW,))
    said = tuple(map(str, remarks(read, text, known)))
    return Apercu(_form(read, known), remarques=said)


def _form(read: Definition, known: Known) -> Form:
    if isinstance(read, Form):
        return read
    assert isinstance(read, tuple)
    scale = read[0]
    return loader.load(scale_form.written(scale), known.listes, {scale.id: scale})
