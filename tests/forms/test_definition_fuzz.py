"""Definitions as they should not be are refused with sentences, never with a crash."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microstructure_desktop import assets
from microstructure_desktop.forms import code_lists, instrument_reader, loader, rules
from microstructure_desktop.forms.instruments import catalogue
from microstructure_desktop.forms.toml_table import MAX_BYTES, MAX_FAULTS, FormError, decode

from . import odd_texts
from .samples import CHAIN, HEAD, LISTS, TODAY, one_item

LOTS = {
    folder: [assets.text(*parts) for parts in assets.names(folder)]
    for folder in ("forms", "instruments", "listes")
}
KNOWN = {found.id: found for found in map(code_lists.load, LOTS["listes"])} | LISTS
SCALES = catalogue(s for text in LOTS["instruments"] for s in instrument_reader.load(text))
GROUP = HEAD + '[[group]]\nid = "g"\ntitle = "G"\n'
LONGEST = 400  # characters that a person reads


def form(text):
    return loader.load(text, KNOWN, SCALES)


READERS = {"forms": form, "instruments": instrument_reader.load, "listes": code_lists.load}


def check_outcome(read, text):
    """What was read, else the sentences; nothing else may come out."""
    try:
        return read(text)
    except FormError as error:
        found = error.faults
    assert 0 < len(found) <= MAX_FAULTS
    for fault in map(str, found):
        assert fault.replace("\u00a0", " ").isprintable(), ascii(fault)
        assert len(fault) <= LONGEST, fault
    return None


def sentences(text, read=form):
    with pytest.raises(FormError) as caught:
        read(text)
    return [str(fault) for fault in caught.value.faults]


def item(name, *lines, kind="text"):
    return "\n".join(
        ("[[group.item]]", f'id = "{name}"', 'text = "Q"', f'type = "{kind}"', *lines, "")
    )


@pytest.mark.parametrize("folder", READERS)
@settings(suppress_health_check=list(HealthCheck))
@given(st.data())
def test_that_a_shipped_definition_with_changed_lines_is_read_or_refused(folder, data):
    text = data.draw(odd_texts.changed(LOTS[folder]))
    read = check_outcome(READERS[folder], text)
    if folder == "forms" and read is not None:
        assert read.groups
        assert len({i.id for i in read.items}) == len(read.items)
        assert rules.problems(read, {}, complete=True, today=TODAY) is not None


@given(odd_texts.changed([CHAIN]))
def test_that_a_short_form_with_changed_lines_is_read_or_refused(text):
    check_outcome(form, text)


@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
@pytest.mark.parametrize(
    "make",
    [
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("cp1252", "replace"),
        lambda text: text.encode()[:-1] + b"\xc3",
        lambda text: b"\xff" * 50,
        lambda text: b"\x00" * 50,
    ],
    ids=["utf-16", "utf-16-le", "windows", "cut", "bytes", "zeros"],
)
def test_that_another_encoding_is_refused(read, make):
    data = make(CHAIN + "# été\n")
    assert sentences(data, lambda data: read(decode(data)))


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x7f", "\x85", "\u200b", "\u202e", "\u2066"])
def test_that_signs_nobody_sees_are_refused_in_any_text(sign):
    for old in ('title = "Essai"', 'title = "Un"', 'text = "Envie"'):
        assert sentences(CHAIN.replace(old, f'{old[:-1]}{sign}"'))
    assert sentences(CHAIN.replace('code = "DEHORS"', f'code = "DEHORS{sign}"'))
    assert sentences(CHAIN.replace('id = "envie"', f'id = "envie{sign}"'))


def test_that_a_circle_of_conditions_cannot_be_written():
    circle = GROUP + item("a", 'enable_when = { item = "b", exists = true }')
    circle += item("b", 'enable_when = { item = "a", exists = true }')
    assert ["question «\u00a0b\u00a0»" in s for s in sentences(circle)] == [True]
    itself = GROUP + item("a", 'enable_when = { item = "a", exists = true }')
    assert len(sentences(itself)) == 1


def test_that_a_circle_of_nesting_cannot_be_written():
    assert len(sentences(GROUP + item("a", 'under = "b"') + item("b", 'under = "a"'))) == 1
    assert len(sentences(GROUP + item("a", 'under = "a"'))) == 1


def test_that_a_fault_of_a_repeated_group_is_said_once_on_its_line():
    repeated = GROUP + "repeat = 10\n"
    twice = repeated + item("a") + item("a")
    assert sentences(twice) == [
        "ligne 16, a\u00a0: identifiant «\u00a0a\u00a0» déjà utilisé",
    ]
    asked = repeated + item("a", 'enable_when = { item = "z", exists = true }')
    assert [s.split("\u00a0")[0] for s in sentences(asked)] == ["ligne 12, a"]


def test_that_a_row_s_id_cannot_be_another_question_s():
    text = GROUP + "repeat = 2\n" + item("a") + '[[group]]\nid = "h"\ntitle = "H"\n' + item("a_2")
    assert ["a_2" in s for s in sentences(text)] == [True]
    assert ["g_1" in s for s in sentences(GROUP + "repeat = 2\n" + item("g"))] == [True, False]


HUNDRED_THOUSAND = 100_000


@pytest.mark.parametrize(
    "text",
    [
        GROUP + "[[group.item]]\n" * HUNDRED_THOUSAND,
        GROUP + "[[group.item]]\n" * 12_000,
        GROUP + "item = [\n" + "{},\n" * 45_000 + "]\n",
        HEAD + "[[group]]\n" * 19_000,
        HEAD + "".join(f"k{n} = 1\n" for n in range(15_000)),
        HEAD + "a = " + "[\n" * 9_000 + "]\n" * 9_000,
        HEAD + "a = " + "{a=" * 600 + "1" + "}" * 600,
        HEAD + "k" * 150_000 + " = 1",
        GROUP + item("s", 'options = [{ code = "A", label = "A" }]', kind="choice")
        + item("q", 'enable_when = { item = "s", any_of = [\n' + '"x",\n' * 30_000 + "] }"),
        GROUP + item("s", "options = [\n" + '{ code = "A", label = "A" },\n' * 6_000 + "]"),
    ],
    ids=["10⁵ items", "items", "inline", "groups", "keys", "deep", "tables", "key", "any", "codes"],
)  # fmt: skip
def test_that_too_much_of_anything_is_refused(text):
    found = sentences(text)
    assert 0 < len(found) <= MAX_FAULTS
    assert all(len(sentence) <= LONGEST for sentence in found)


@pytest.mark.parametrize("key", ["min", "max", "soft_min", "soft_max"])
@pytest.mark.parametrize(
    "value",
    ["nan", "inf", "-inf", "1e10", "-1e400", "1e999999999", "1e-13", "1e-999999999", '"1"', "true"],
)
def test_that_a_bound_is_a_figure_that_can_be_written(key, value):
    assert len(sentences(one_item(f"{key} = {value}", kind="decimal"))) == 1


@pytest.mark.parametrize("value", ["1e999999999", '"1e999999999"', '"nan"', "1e-999999999", "inf"])
def test_that_a_proposed_answer_is_a_figure_that_can_be_written(value):
    assert sentences(one_item(f"initial = {value}", kind="decimal"))


@pytest.mark.parametrize(
    "written",
    ["2026-02-30", "2026-13-01", "0000-01-01", "10000-01-01", "2026-11-23T10:00:00", "10:00:00"],
)
def test_that_a_day_that_does_not_exist_is_refused(written):
    assert sentences(CHAIN.replace("2026-11-01", written))


def test_that_the_longest_text_is_read_or_refused():
    text = CHAIN + "# " + "\n# ".join(["a" * 1_000] * 190)
    assert len(text) < MAX_BYTES
    assert form(text).id == "essai"
    assert sentences(text + "\n#" * MAX_BYTES)


@pytest.mark.parametrize("kind", ["", "inconnu", "Text", "group ", "display\\n"])
def test_that_an_unknown_type_is_refused_whatever_comes_with_it(kind):
    text = one_item("initial = 3", "min = 1", "repeats = true", kind=kind)
    assert any("«\u00a0type\u00a0»" in sentence for sentence in sentences(text))


@pytest.mark.parametrize("key", ["id", "title", "role", "stage"])
def test_that_a_key_of_the_header_cannot_be_empty(key):
    lines = [f'{key} = ""' if line.startswith(f"{key} =") else line for line in HEAD.split("\n")]
    assert any(f"«\u00a0{key}\u00a0»" in s for s in sentences("\n".join(lines) + item("a")))


def test_that_what_a_sentence_takes_from_the_file_is_short_and_can_be_seen():
    odd = "\u202e\x85" + "a" * 1_500
    text = CHAIN.replace('equals = "HAUT"', f'equals = "{odd}"')
    assert [
        "a" * 190 in s and "\u202e" not in s and "a" * 210 not in s for s in sentences(text)
    ] == [True]
