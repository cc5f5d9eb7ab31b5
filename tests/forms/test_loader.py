"""Reading a whole definition."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms import loader
from microstructure_desktop.forms.model import Condition, Stage
from microstructure_desktop.forms.toml_table import FormError, decode

from .samples import CHAIN, HEAD, LISTS, chain, one_item


def faults(text):
    with pytest.raises(FormError) as caught:
        loader.load(text, LISTS, {})
    return [str(fault) for fault in caught.value.faults]


def test_that_a_definition_is_read_with_its_text_kept_as_it_is():
    form = chain()
    assert (form.id, form.version, form.role, form.stage) == (
        "essai",
        1,
        Role.PSYCHOLOGUE,
        Stage.SUIVI,
    )
    assert [group.id for group in form.groups] == ["un", "deux"]
    assert len(form.items) == 10
    assert form.source == CHAIN


def test_that_conditions_are_kept_as_written():
    items = {item.id: item for item in chain().items}
    assert items["conduite"].when == (Condition("niveau", ("HAUT",)),)
    assert items["rappel"].when == (Condition("conduite"),)
    assert items["lieux"].when == (Condition("envie", (), 4),)


def test_that_all_faults_are_listed_with_the_item_and_its_line():
    text = CHAIN.replace('text = "Conduite"\n', "").replace("min = 30", 'min = "bas"')
    conduite = text[: text.index('id = "conduite"')].count("\n")
    low = text[: text.index('min = "bas"')].count("\n") + 1
    assert faults(text) == [
        f"ligne {conduite}, conduite\u00a0: clé «\u00a0text\u00a0» attendue",
        f"ligne {low}, poids\u00a0: «\u00a0min\u00a0»\u00a0: nombre attendu",
    ]


def test_that_the_second_item_of_an_id_is_the_one_pointed_at():
    text = CHAIN.replace('id = "poids"', 'id = "envie"')
    line = text[: text.rindex('id = "envie"')].count("\n")
    assert faults(text) == [
        f"ligne {line}, envie\u00a0: identifiant «\u00a0envie\u00a0» déjà utilisé"
    ]


def test_that_a_fault_of_the_header_or_of_a_group_has_its_line():
    text = CHAIN.replace("version = 1", "version = 0").replace('title = "Deux"', 'titre = "Deux"')
    group = text[: text.index('id = "deux"')].count("\n")
    assert faults(text) == [
        "ligne 3\u00a0: «\u00a0version\u00a0»\u00a0: entre 1 et 9999",
        f"ligne {group}, rubrique deux\u00a0: clé «\u00a0title\u00a0» attendue",
        f"ligne {group + 2}, rubrique deux\u00a0: clé inconnue «\u00a0titre\u00a0»",
    ]


def test_that_the_second_group_of_an_id_is_the_one_pointed_at():
    text = CHAIN.replace('id = "deux"', 'id = "un"')
    line = text[: text.rindex('id = "un"')].count("\n")
    assert faults(text) == [
        f"ligne {line}, rubrique un\u00a0: identifiant «\u00a0un\u00a0» déjà utilisé"
    ]


def test_that_items_written_inline_are_read_without_their_lines():
    text = HEAD + (
        '[[group]]\nid = "un"\ntitle = "Un"\n'
        'item = [{ id = "q", text = "Q", type = "text", zut = 1 }]\n'
    )
    assert faults(text) == ["q\u00a0: clé inconnue «\u00a0zut\u00a0»"]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('item = "niveau", equals', 'item = "envie", equals', "n’existe pas plus haut"),
        ('item = "niveau", equals', 'item = "conduite", equals', "n’existe pas plus haut"),
        ('item = "niveau", equals', 'item = "rien", equals', "n’existe pas plus haut"),
        ('equals = "HAUT"', 'equals = "TRES_HAUT"', "n’est pas une réponse possible"),
        ('equals = "HAUT"', 'equals = "NR"', "n’est pas une réponse possible"),
        ('item = "envie", at_least = 4', 'item = "envie", equals = true', "réponse possible"),
        ('item = "envie", at_least = 4', 'item = "niveau", at_least = 4', "réponse possible"),
        ('item = "envie", at_least = 4', 'item = "jour", equals = "2026"', "réponse possible"),
        ('renamed_from = "consentement"', 'renamed_from = "envie"', "encore une question"),
        ('id = "deux"', 'id = "un"', "déjà utilisé"),
        ('role = "psychologue"', 'role = "secretariat"', "au choix medecin, psychologue"),
        ("version = 1", "version = 0", "entre 1 et 9999"),
        ('stage = "suivi"', 'stage = "apres"', "entree, suivi, fin"),
        ('title = "Essai"', 'title = ""', "attendue"),
        ('title = "Deux"', 'title = "Deux"\ncouleur = "rouge"', "clé inconnue"),
    ],
)
def test_that_a_mistake_between_items_is_named(old, new, words):
    assert any(words in fault for fault in faults(CHAIN.replace(old, new)))


def test_that_a_condition_may_ask_for_a_refusal_to_answer():
    text = CHAIN.replace('item = "envie", at_least = 4', 'item = "envie", equals = "NR"')
    assert loader.load(text, LISTS, {}).items[5].when[0].values == ("NR",)


def test_that_a_shared_item_cannot_depend_on_a_personal_one():
    personal = '\n[[group.item]]\nid = "suite"\ntext = "Suite"\ntype = "text"\n'
    text = CHAIN + personal + 'enable_when = { item = "note", exists = true }\n'
    assert "doit l’être aussi" in faults(text)[0]
    assert loader.load(text + 'partage = "personnel"\n', LISTS, {}).personal == {"note", "suite"}


def test_that_an_unknown_list_is_one_fault_and_not_a_cascade():
    assert len(faults(CHAIN.replace('"NIVEAU"', '"CL99"'))) == 1


def test_that_a_form_without_groups_or_with_an_empty_group_is_refused():
    assert faults(HEAD)
    assert "rubrique sans question" in faults(HEAD + '[[group]]\nid = "un"\ntitle = "Un"\n')[0]


def test_that_too_many_items_or_groups_are_refused():
    head, item = one_item().split("[[group.item]]")
    items = [item.replace('"q"', f'"q{n}"') for n in range(loader.MAX_ITEMS)]
    full = "[[group.item]]".join([head, *items])
    assert len(loader.load(full, LISTS, {}).items) == loader.MAX_ITEMS
    more = full + item.join(["\n[[group]]\nid = 'trop'\ntitle = 'Trop'\n[[group.item]]", ""])
    assert any("au plus" in fault for fault in faults(more))
    groups = [f'[[group]]\nid = "g{n}"\ntitle = "G"\n' for n in range(loader.MAX_GROUPS + 1)]
    assert "20 au plus" in faults(HEAD + "".join(groups))[0]


def test_that_a_definition_of_another_version_of_the_rules_names_its_unknown_keys():
    assert "score" in faults('score = "somme"\n' + CHAIN)[0]


@given(st.text(max_size=200))
@example('id = "\x00"')
@example("[[group]]\n[[group.item]]\n")
@example("group = 3")
@example("[group]\nitem = []")
def test_that_no_text_crashes_the_loader(text):
    with pytest.raises(FormError):
        loader.load(text, LISTS, {})


@given(st.binary(max_size=200))
def test_that_no_bytes_crash_the_loader(data):
    with pytest.raises(FormError):
        loader.load(decode(data), LISTS, {})


VALUES = st.recursive(
    st.sampled_from(['"a"', '"NIVEAU"', '"niveau"', "1", "-1.5", "true", "nan", "2026-11-23", '""'])
    | st.text(alphabet="ab\x00é\u202e", max_size=4).map(lambda text: f"'{text}'"),
    lambda inner: st.lists(inner, max_size=3).map(lambda values: f"[{', '.join(values)}]"),
    max_leaves=5,
)


@given(st.data())
def test_that_a_definition_with_changed_lines_is_read_or_refused_and_nothing_else(data):
    lines = CHAIN.split("\n")
    keyed = [n for n, line in enumerate(lines) if " = " in line]
    for rank in data.draw(st.lists(st.sampled_from(keyed), min_size=1, max_size=4)):
        key = lines[rank].partition(" = ")[0]
        changed = f"{key} = {data.draw(VALUES)}"
        lines[rank] = data.draw(st.sampled_from([changed, "", lines[rank - 1]]))
    try:
        outcome = loader.load("\n".join(lines), LISTS, {}).groups
    except FormError as error:
        outcome = [str(fault) for fault in error.faults]
    assert outcome


def test_that_a_session_form_names_its_acts_and_seals_nothing():
    session = HEAD.replace('stage = "suivi"', 'stage = "seance"')
    body = one_item(kind="text")[len(HEAD) :]
    assert any("actes" in fault for fault in faults(session + body))
    named = session.replace("version = 1", 'version = 1\nactes = ["VAD"]')
    assert loader.load(named + body, LISTS, {}).actes == ("VAD",)
    assert any("LUNE" in fault for fault in faults(named.replace("VAD", "LUNE") + body))
    sealed = body + 'partage = "personnel"\n'
    assert any("la note y sert" in fault for fault in faults(named + sealed))
    elsewhere = named.replace('"seance"', '"suivi"')
    assert any("actes" in fault for fault in faults(elsewhere + body))
