"""What may surprise in a sound definition: said to its author, never refused."""

import re
from collections.abc import Iterable, Iterator

from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.instruments import Instrument
from microstructure_desktop.forms.model import Form, Item
from microstructure_desktop.forms.places import Places
from microstructure_desktop.forms.toml_table import Fault

from . import definition_safety, definition_typography
from .known_definitions import Definition, Known

KNOWN_VERSION = (
    "{0}, version {1} est déjà livrée\u00a0: avec un numéro qui n’est pas plus grand, ce fichier "
    "sera laissé de côté"
)
LOCAL_LIST = "les listes d’un cabinet ne sont pas lues\u00a0: écrivez les codes dans « options »"
ANOTHER_MEANING = (
    "«\u00a0{0}\u00a0» ici, «\u00a0{1}\u00a0» dans la fiche {2}, version {3}\u00a0: un identifiant "
    "désigne une seule question"
)
CURVE_PER_ROW = "trajectoire dans une rubrique répétée\u00a0: une courbe par rangée, {0} au plus"


def remarks(read: Definition, text: str, beside: Known) -> list[Fault]:
    """What to say of a definition read from that text; nothing of what is shipped as it is."""
    if text.replace("\r\n", "\n") in beside.texts:
        return []
    return [*_of_its_kind(read, text, beside), *definition_typography.remarks(text)]


def _of_its_kind(read: Definition, text: str, beside: Known) -> Iterator[Fault]:
    if isinstance(read, CodeList):
        yield Fault("", LOCAL_LIST, _line(text, "codes"))
    elif isinstance(read, Form):
        yield from _versions((read,), text, beside.forms)
        yield from _meanings(read, text, beside.forms)
        yield from _curves(read, text)
        for item, sentence in definition_safety.remarks(read):
            yield _placed(item, sentence, text)
    else:
        yield from _versions(read, text, beside.scales)


def _versions(
    read: Iterable[Form | Instrument], text: str, known: Iterable[Form | Instrument]
) -> Iterator[Fault]:
    latest = {one.id: one.version for one in sorted(known, key=lambda one: one.version)}
    for one in read:
        if latest.get(one.id, 0) >= one.version:
            sentence = KNOWN_VERSION.format(one.id, latest[one.id])
            yield Fault("", sentence, _line(text, "version"))


def _meanings(form: Form, text: str, known: Iterable[Form]) -> Iterator[Fault]:
    """An id means one question in all the forms that the same person fills in."""
    others = [o for o in known if None in (o.role, form.role) or o.role is form.role]
    for item in form.questions:
        if item.row > 1:
            continue
        for other in others:
            same = other.item(item.id)
            if same is not None and same.is_question and _asks(same) != _asks(item):
                sentence = ANOTHER_MEANING.format(_asks(item), _asks(same), other.id, other.version)
                yield _placed(item, sentence, text)
                break


def _asks(item: Item) -> str:
    """The keys of a definition that say what kind of answer is asked for."""
    keys = [f'type = "{item.type}"']
    if item.code_list:
        keys.append(f'list = "{item.code_list}"')
    if item.repeats:
        keys.append("repeats = true")
    if item.instrument is not None:
        keys.append(f'instrument = "{item.instrument.id}"')
    return ", ".join(keys)


def _curves(form: Form, text: str) -> Iterator[Fault]:
    for group in form.groups:
        for item in group.items:
            if item.trajectoire and item.row == 1:
                yield _placed(item, CURVE_PER_ROW.format(group.repeat), text)


def _placed(item: Item, sentence: str, text: str) -> Fault:
    name = item.base or item.id
    lines = Places(text).starting(re.compile(rf"[ \t]*id[ \t]*=[ \t]*['\"]{name}['\"]"))
    return Fault(name, sentence, lines[-1] if lines else None)


def _line(text: str, key: str) -> int | None:
    return Places(text).keys().get(key)
