"""Some fictional follow-ups have papers: received, and written to somebody of the directory."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import lettres, pieces


def test_that_papers_came_for_some_of_them(told):
    story = told[0]
    office = story.offices[Role.MEDECIN]
    found = {p.rank: [d.categorie for d in pieces.documents(office, p.id)] for p in story.people}
    begun = {p.rank: p.begun for p in story.people}
    turns = {0: (Role.MEDECIN, "ANALYSE"), 1: (Role.PSYCHOLOGUE, "HOSPITALISATION"),
             2: (Role.TRAVAILLEUR_SOCIAL, "DROITS")}  # fmt: skip
    for rank, kinds in found.items():
        role, kind = turns.get(rank % 4, (None, ""))
        assert kinds == ([kind] if role in begun[rank] else [])
    assert sum(map(len, found.values())) >= 5


def test_that_letters_go_to_a_partner_with_the_agreement_of_the_person(told):
    story = told[0]
    office = story.offices[Role.MEDECIN]
    written = [x for p in story.people for x in lettres.lettres(office, p.id)]
    assert len(written) >= 2
    noms = {p.id: p.nom for p in story.partenaires}
    for lettre in written:
        assert lettre.partenaire is not None
        assert noms[lettre.partenaire] == lettre.destinataire
        assert lettre.accord == lettre.jour
        assert "{" not in lettre.corps
        assert ":\n\n" not in lettre.corps
