"""The things said bear the names of the questions that ask for them."""

from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.services.shipped import shipped


def test_that_each_object_is_a_question_of_the_inclusion_fiche():
    form = next(f for f in shipped().forms if f.id == "inclusion")
    assert {o.value for o in Objet} <= {item.id for item in form.questions}
