"""The definition a fiche is read with."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import FicheId
from microstructure_desktop.forms.catalogue import Catalogue
from microstructure_desktop.services.fiche_forms import UnknownForm, form_of, keep, version_of
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI


@pytest.fixture
def bare(team):
    """An office whose folder of definitions was emptied."""
    reference = replace(team.psychologue.reference, forms=Catalogue())
    return replace(team.psychologue, reference=reference)


def fiche(team, form):
    patient = team.patient()
    writer = team.psychologue.membre
    return Fiche(FicheId("f"), patient.id, writer.id, form.id, form.version, team.clock().date())


def test_that_a_kept_definition_is_used_when_its_file_is_gone(team, bare):
    form = team.psychologue.reference.forms.get(FICHE_DE_SUIVI)
    with bare.store.begin(bare.membre.id, bare.now()) as work:
        work.definitions.keep(form.id, form.version, form.source)
    filled = fiche(team, form)
    with bare.store.read() as work:
        assert form_of(bare, work, filled) == form


def test_that_a_definition_that_is_nowhere_is_said(team, bare):
    form = team.psychologue.reference.forms.get(FICHE_DE_SUIVI)
    filled = fiche(team, form)
    with bare.store.read() as work, pytest.raises(UnknownForm):
        form_of(bare, work, filled)


def test_that_the_words_kept_win_over_a_file_changed_without_a_new_number(team):
    office = team.psychologue
    form = office.reference.forms.get(FICHE_DE_SUIVI)
    former = form.source.replace('title = "Fiche', 'title = "Ancienne fiche', 1)
    with office.store.begin(office.membre.id, office.now()) as work:
        work.definitions.keep(form.id, form.version, former)
    with office.store.read() as work:
        assert version_of(office, work, form.id, form.version).title.startswith("Ancienne")


def test_that_a_definition_that_cannot_be_read_any_more_is_said(team):
    office = team.psychologue
    with office.store.begin(office.membre.id, office.now()) as work:
        work.definitions.keep("perdue", 1, "id = 3")
    with office.store.read() as work, pytest.raises(UnknownForm):
        version_of(office, work, "perdue", 1)


def test_that_the_scales_a_form_names_are_kept_with_it_even_unanswered(team):
    office = team.psychologue
    form = office.reference.forms.get("echelle_audit")
    with office.store.begin(office.membre.id, office.now()) as work:
        keep(work, form)
    with office.store.read() as work:
        assert work.definitions.scales() == (office.reference.instruments["audit"].source,)
