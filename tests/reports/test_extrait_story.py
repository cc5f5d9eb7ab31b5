"""An extract reads from the meeting to what was added about one person."""

from microstructure_desktop.reports.extrait import extrait
from tests.reports import cases
from tests.reports.reading import plain, whole

CONTENU = cases.added(
    cases.additif(1, "Accord du bailleur reçu.", 1), cases.additif(2, "Une autre personne.", 0)
)


def test_that_an_extract_reads_from_the_meeting_to_its_scope():
    found = plain(whole(extrait(cases.of_one(CONTENU, 1))))
    milestones = [
        "RÉUNION DE SYNTHÈSE N° 11 Extrait du compte rendu jeudi 19 novembre 2026",
        "Présents Dr Lemoine (médecin généraliste), C. Morel (psychologue)",
        "Situation évoquée LEFÈVRE Noël dossier n° 0002 Inclusion",
        "Médical Stable. Traitement pris chaque jour",
        "Prochain point dans deux mois Temps 8 min",
        "Suites des décisions précédentes",
        "LEFÈVRE Noël Décision Ouvrir les droits à la CSS Réunion du 17/09/2026 Qui H. Garnier",
        "Additif 1, signé par C. Morel (psychologue)",
        "Accord du bailleur reçu.",
        "Les autres situations de cette réunion ne figurent pas sur cet extrait.",
    ]
    places = [found.find(text) for text in milestones]
    assert -1 not in places, milestones[places.index(-1)]
    assert places == sorted(places)


def test_that_no_decision_followed_leaves_no_empty_part():
    found = whole(extrait(cases.of_one(CONTENU, 4)))
    assert "Suites des décisions" not in found
    assert "Signatures" not in found
