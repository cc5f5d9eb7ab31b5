"""The shipped code lists: no code lost, plain words, and a guide that says each one's origin."""

import re

import pytest

from microstructure_desktop import assets
from microstructure_desktop.forms import code_lists

LISTS = {
    found.id: found
    for found in (code_lists.load(assets.text(*name)) for name in assets.names("listes"))
}
MAX_ON_SCREEN = 45
# What a person who reads over the shoulder would not understand, or would take for another thing.
OBSCURE = re.compile(r"\b(TS|HAD|TSO|AS|IDE|VAD|TROD|RDV|SDF)\b")

# Kept in records and files for years: a code is never renamed nor removed, only added.
FOREVER = {
    "CL02_PROFESSION": """
        MG PSYCHOLOGUE TS_AS TS_ES TS_CESF TS_AUTRE PSYCHIATRE IDE PHARMACIEN COORD_MED COORD_ADMIN
        SECRETAIRE AUTRE""",
    "CL03": """
        CONS_MG_LONGUE CONS_MG CONS_PSY ENTRETIEN_TS CONS_PSYCHIATRE AVIS_PSYCHIATRE_EQUIPE
        ENTRETIEN_ENTOURAGE ENTRETIEN_CONJOINT_PRO VAD ACCOMPAGNEMENT_PHYSIQUE TELECONSULTATION
        CONTACT_TEL DEMARCHE_SANS_PATIENT GROUPE TROD VACCINATION""",
    "CL04": """
        CABINET MSP CSAPA_CAARUD DOMICILE TELEPHONE VISIO HOPITAL DETENTION PARTENAIRE EXTERIEUR""",
    "CL06": """
        MG_MICROSTRUCTURE INITIATIVE_PATIENT PROCHES AUTRE_MEDECIN_VILLE PHARMACIEN IDE_PARAMEDICAL
        CSAPA CAARUD ELSA HOPITAL_ADDICTO_SEVRAGE HOPITAL_PSYCHIATRIE_CMP HOPITAL_AUTRE
        SERVICE_SOCIAL DAC_CPTS JUSTICE_OBLIGATION_SOINS JUSTICE_INJONCTION_THERAPEUTIQUE
        JUSTICE_AUTRE MILIEU_SCOLAIRE_TRAVAIL AUTRE NR""",
    "CL08": "MOINS_18 18_24 25_29 30_39 40_49 50_59 60_PLUS",
    "CL09": """
        DURABLE_INDEPENDANT DURABLE_PROCHES DURABLE_INSTITUTION PROVISOIRE_INDEPENDANT
        PROVISOIRE_PROCHES PROVISOIRE_INSTITUTION AUTRE_PROVISOIRE PRISON SDF NR""",
    "CL10": "SEUL PARENTS CONJOINT_SEUL CONJOINT_ENFANTS SEUL_ENFANTS AMIS AUTRE_COLLECTIF NR",
    "CL11": "EMPLOI CHOMAGE RSA AAH AUTRE_PRESTATION TIERS SANS_RESSOURCES_AUTRE NR",
    "CL12": """
        ACTIVITE_CONTINUE ACTIVITE_INTERMITTENTE CHOMAGE ETUDIANT_FORMATION RETRAITE AUTRE_INACTIF
        NR""",
    "CL13": """
        REGIME_GENERAL_AVEC_COMPLEMENTAIRE REGIME_GENERAL_SANS_COMPLEMENTAIRE CSS AME SANS_DROITS
        EN_COURS NR""",
    "CL14": "SANS_PRIMAIRE COLLEGE_BREVET CAP_BEP BAC BAC2 SUP_BAC2 NR",
    "CL15": """
        AGRICULTEUR ARTISAN_COMMERCANT_CHEF CADRE INTERMEDIAIRE EMPLOYE OUVRIER
        SANS_ACTIVITE_JAMAIS NR""",
    "CL16": """
        ALCOOL TABAC CANNABIS HEROINE METHADONE_HORS_PRESCRIPTION BHD_HORS_PRESCRIPTION
        AUTRE_OPIOIDE COCAINE CRACK_BASE AMPHETAMINES MDMA CATHINONES_NPS BENZODIAZEPINES
        AUTRE_HYPNOTIQUE_SEDATIF PREGABALINE HALLUCINOGENES KETAMINE GHB_GBL SOLVANTS_PROTOXYDE
        CANNABINOIDES_SYNTHESE AUTRE_PRODUIT JEU_ARGENT JEU_VIDEO_ECRANS TCA SEXE_CHEMSEX ACHATS
        AUTRE_SANS_PRODUIT AUCUN NR NON_ABORDE""",
    "CL17": "INJECTE FUME_INHALE MANGE_BU SNIFFE AUTRE NR",
    "CL18": "AUCUNE_30J 1_SEM_OU_MOINS 2_3_SEM 4_6_SEM QUOTIDIENNE NR",
    "CL19": "USAGE_SIMPLE USAGE_A_RISQUE USAGE_NOCIF DEPENDANCE ABSTINENT_STABILISE NON_EVALUE",
    "CL20": """
        AUCUN METHADONE_SIROP METHADONE_GELULE BHD BHD_NALOXONE BUPRENORPHINE_LP MORPHINE AUTRE
        NR""",
    "CL20_PRESCRIPTEUR": "MG_MS CSAPA HOPITAL AUTRE_MEDECIN",
    "CL21": """
        ALCOOL_ABSTINENCE_REDUCTION SUBSTITUT_NICOTINIQUE AUTRE_SEVRAGE_TABAC ANTIDEPRESSEUR
        ANXIOLYTIQUE_HYPNOTIQUE ANTIPSYCHOTIQUE THYMOREGULATEUR ARV ANTIVIRAL_VHC
        ANTALGIQUE_OPIOIDE AUTRE""",
    "CL22": "POSITIF NEGATIF JAMAIS_TESTE NON_CONNU REFUS",
    "CL23": """
        NON_INDIQUE A_PROPOSER PROPOSE TEST_FAIT_NEG AC_POS ARN_NEG ARN_POS TRAITEMENT_EN_COURS
        GUERI""",
    "CL24": "COMPLETE INCOMPLETE NON IMMUNISE NSP",
    "CL25": """
        ANXIETE DEPRESSION BIPOLAIRE PSYCHOSE TSPT TCA TDAH PERSONNALITE TROUBLE_SOMMEIL AUTRE
        AUCUN NON_EVALUE""",
    "CL26": """
        HEPATIQUE CARDIOVASCULAIRE RESPIRATOIRE NEUROLOGIQUE DIABETE_METABOLIQUE DOULEUR_CHRONIQUE
        INFECTIEUX DENTAIRE COVID_LONG AUTRE AUCUN""",
    "CL27": "FAIBLE MOYEN ELEVE NON_EVALUE",
    "CL28": """
        AUCUN OBLIGATION_SOINS INJONCTION_THERAPEUTIQUE INJONCTION_SOINS SURSIS_PROBATOIRE
        CLASSEMENT_ORIENTATION_STAGE PLACEMENT_EXTERIEUR_TIG INCARCERATION_RECENTE AUTRE NR""",
    "CL29": """
        OBJECTIFS_ATTEINTS RELAIS_MG_SEUL RELAIS_CSAPA RELAIS_CAARUD RELAIS_PSYCHIATRIE_CMP
        RELAIS_HOSPIT_SEVRAGE_SMR RELAIS_AUTRE DEMENAGEMENT INCARCERATION PERDU_DE_VUE
        ARRET_DEMANDE_PATIENT OPPOSITION_RETRAIT_CONSENTEMENT DECISION_EQUIPE CHANGEMENT_PROGRAMME
        FIN_FORFAIT_NON_RENOUVELE DECES ERREUR_INCLUSION""",
    "CL30": "TRES_DEGRADE DEGRADE STABLE AMELIORE TRES_AMELIORE NON_EVALUABLE",
    "CL31": """
        OUVERTURE_DROITS_SANTE ALD MDPH_AAH RSA LOGEMENT DOMICILIATION EMPLOI_FORMATION
        BUDGET_SURENDETTEMENT PROTECTION_JURIDIQUE JUSTICE TITRE_SEJOUR PERMIS_MOBILITE
        PARENTALITE_ASE AIDE_ALIMENTAIRE VIOLENCES AIDE_DOMICILE AUTRE""",
    "CL31_ETAT": "A_FAIRE EN_COURS ABOUTIE REFUSEE ABANDONNEE",
    "CL32": """
        TROUBLE_PSYCHIQUE VULNERABILITE_SANITAIRE VULNERABILITE_SOCIALE VULNERABILITE_AFFECTIVE
        ADDICTION_PRECARITE ADDICTION_MAL_ETRE""",
    "CL33": """
        MAINTIEN INTENSIFICATION ESPACEMENT ORIENTATION AVIS_PSYCHIATRE VAD REEVALUATION_PPS
        INCLUSION SORTIE SIGNALEMENT AUCUNE""",
}

# Lists from which several codes are chosen: each code that says the others do not hold.
ALONE = {
    "CERTIFICAT": {"AUCUN"},
    "CL16": {"AUCUN", "NR", "NON_ABORDE"},
    "CL21": {"AUCUN"},
    "CL25": {"AUCUN", "NON_EVALUE"},
    "CL26": {"AUCUN"},
    "CL28": {"AUCUN", "NR"},
    "COVID_LIEN": {"AUCUN"},
    "DEPISTAGE_EVENT": {"AUCUN"},
    "EVENEMENTS_VIE": {"AUCUN", "NON_ABORDE"},
    "INTERVENANTS_SOCIAUX": {"AUCUN"},
    "MANIFESTATIONS": {"AUCUNE"},
    "MDPH": {"AUCUN"},
    "PARTENAIRES": {"AUCUN"},
    "PERSONNES_PREVENUES": {"PERSONNE"},
    "SUIVI_PSY_ANTERIEUR": {"AUCUN"},
}


def guide() -> dict[str, tuple[str, str]]:
    """What the table of the guide says of each list: its label, where its choices come from."""
    rows = re.findall(
        r"^\| `(\w+)` \| (.+?) \| .+? \| (.+?) \|$",
        assets.text("listes", "LISEZMOI.md"),
        re.MULTILINE,
    )
    return {list_id: (label, origin) for list_id, label, origin in rows}


def origin(found: code_lists.CodeList) -> str:
    if not found.proposal:
        return "publié"
    return "item RECAP, modalités proposées" if "RECAP" in found.source else "proposé"


def test_that_no_two_files_ship_the_same_list():
    assert len(LISTS) == len(assets.names("listes"))


@pytest.mark.parametrize("list_id", FOREVER)
def test_that_no_agreed_code_is_lost(list_id):
    there = {option.code for option in LISTS[list_id].options}
    assert set(FOREVER[list_id].split()) - there == set()


@pytest.mark.parametrize("list_id", ALONE)
def test_that_none_excludes_the_rest(list_id):
    assert {o.code for o in LISTS[list_id].options if o.alone} == ALONE[list_id]


@pytest.mark.parametrize("found", LISTS.values(), ids=LISTS)
def test_that_labels_are_short_and_plain(found):
    for option in found.options:
        assert len(option.label) <= MAX_ON_SCREEN
        assert not OBSCURE.search(option.label)


@pytest.mark.parametrize("found", LISTS.values(), ids=LISTS)
def test_that_what_is_read_of_a_list_is_well_typed(found):
    for text in (found.label, found.source, *(option.label for option in found.options)):
        assert "'" not in text
        assert not re.search(r" [:;?!»]|« ", text)


def test_that_the_guide_says_of_every_list_where_it_comes_from():
    assert guide() == {found.id: (found.label, origin(found)) for found in LISTS.values()}
