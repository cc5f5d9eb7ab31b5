"""The definition a fiche is read with."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.ids import FicheId
from microstructure_desktop.forms.catalogue import Catalogue
from microstructure_desktop.services.fiche_forms import UnknownForm, drafted, form_of
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
    with bare.store.read() as work:
        with pytest.raises(UnknownForm):
            form_of(bare, work, filled)
        assert drafted(bare, work, form, 9) is form
