"""What each shipped fiche was agreed to ask, field by field, and what it may oblige to answer."""

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.model import Stage

MEDECIN, PSY, TS = Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL
KINDS = {
    "medicale_entree": (MEDECIN, Stage.ENTREE),
    "medicale_suivi": (MEDECIN, Stage.SUIVI),
    "medicale_fin": (MEDECIN, Stage.FIN),
    "sociale_entree": (TS, Stage.ENTREE),
    "sociale_suivi": (TS, Stage.SUIVI),
    "sociale_fin": (TS, Stage.FIN),
    "psychologique_entree": (PSY, Stage.ENTREE),
    "psychologique_suivi": (PSY, Stage.SUIVI),
    "psychologique_fin": (PSY, Stage.FIN),
    "inclusion": (None, Stage.INCLUSION),
    "pps": (None, Stage.PLAN),
    "rud": (None, Stage.ECHELLE),
    "cssrs": (None, Stage.ECHELLE),
    "top_28_jours": (None, Stage.ECHELLE),
    "autre_echelle": (None, Stage.ECHELLE),
}

# What each fiche was agreed to ask; `x*` is a question of every row of a repeated rubric.
_PRODUITS = "produit* mode* frequence* usage* age_debut*"
_QUANTITES = "verres_jour ivresses_mois cigarettes_jour joints_jour voie_iv partage_materiel"
_RISQUES = "overdose_12m naloxone_remise"
_TSO = "tso tso_prescripteur tso_posologie autres_traitements"
_DEPISTAGES = "vih vih_jour vhc vhc_etape vhc_jour vhb_vaccin"
_HOPITAL = "hospit_6m hospit_6m_motifs urgences_6m"
_ECHELLES_MED = """
    echelle_audit_c echelle_audit echelle_face echelle_cast echelle_fagerstrom dsm5_criteres
    echelle_assist_tabac echelle_assist_alcool echelle_assist_cannabis echelle_assist_cocaine
    echelle_assist_opioides echelle_assist_sedatifs"""
_ECHELLES_PSY = """
    echelle_phq9 echelle_gad7 echelle_had echelle_pcl5 echelle_who5 echelle_asi"""
RUD = "rud_risque rud_urgence rud_dangerosite"
SECURITE = """
    securite_reperes securite_suite securite_conduite securite_motif securite_prevenus
    securite_revoir"""
_SITUATION = "logement entourage ressources situation_pro couverture"
FIELDS = {
    "medicale_entree": f"""
        jour duree_min {_PRODUITS} produit_origine {_QUANTITES} sniff_vie {_RISQUES} {_TSO}
        tso_debut {_DEPISTAGES} depistage_event sevrages_nb sevrages_types hospit_psy tentatives_nb
        troubles_psy somatique grossesse ald arret_travail handicap {_HOPITAL} {_ECHELLES_MED}
        covid_lien objectif_patient conclusion_texte idees_suicidaires {RUD} {SECURITE}""",
    "medicale_suivi": f"""
        jour {_PRODUITS} evolution_conso* abstinent_depuis* {_QUANTITES} {_RISQUES} {_TSO}
        tso_event sevrage_en_cours sevrage_issue {_DEPISTAGES} depistage_event {_HOPITAL}
        evolution_somatique evolution_psy observance avis_psychiatre avis_psychiatre_jour
        avis_psychiatre_suite certificat {_ECHELLES_MED} conclusion_texte {RUD} {SECURITE}""",
    "medicale_fin": f"""
        jour date_sortie motif_sortie {_PRODUITS} evolution_globale_med {_TSO} {_DEPISTAGES}
        {_HOPITAL} relais relais_nom relais_rdv relais_accepte poursuite_mg cause_deces
        courrier_sortie {_ECHELLES_MED} conclusion_texte {RUD} {SECURITE}""",
    "sociale_entree": f"""
        jour duree_min {_SITUATION} enfants_nb enfants_charge csp niveau_etude ald
        medecin_traitant_declare mesure_protection mdph cadre_judiciaire incarceration endettement
        fins_de_mois_difficiles echelle_epices isolement violences_subies violences_reperes aidant
        mobilite langue_interprete illettrisme numerique besoins_reperes besoin_1 besoin_2 besoin_3
        intervenants observations""",
    "sociale_suivi": f"""
        jour {_SITUATION} demarche* demarche_etat* demarche_jour* demarches_obtenues deplacements
        entourage_rencontre partenaires_contactes evolution_sociale echelle_epices observations""",
    "sociale_fin": f"""
        jour {_SITUATION} demarches_obtenues evolution_sociale besoins_non_couverts relais_social
        relais_social_nom relais_social_rdv relais_social_accepte echelle_epices observations""",
    "psychologique_entree": f"""
        jour duree_min demande_qui demande_nature motivation suivi_psy_anterieur manifestations
        idees_suicidaires tentatives_nb tentative_12m {RUD} {SECURITE} craving {_ECHELLES_PSY}
        bien_etre evenements_vie soutien_entourage indication note_privee synthese_partageable""",
    "psychologique_suivi": f"""
        jour evolution_psychique evolution_precisions motivation idees_suicidaires
        tentative_recente {RUD} {SECURITE} craving craving_situations craving_appuis
        evolution_consommations {_ECHELLES_PSY} alliance assiduite manifestations retentissement
        bien_etre etat_texte orientation_psychiatre orientation_psychiatre_jour objectif_1
        objectif_1_etat objectif_2 objectif_2_etat synthese_partageable note_privee""",
    "psychologique_fin": f"""
        jour assiduite evolution_psychique {_ECHELLES_PSY} {RUD} {SECURITE} motif_fin relais_psy
        craving bien_etre synthese_partageable note_privee""",
    "inclusion": """
        anonymat_demande departement cadre motif_inclusion motif_covid deja_patient
        deja_pris_en_charge annee_premiere_prise_en_charge information_support information_par
        opposition_partage opposition_partage_jour opposition_statistique
        opposition_statistique_jour retrait retrait_jour medecin_traitant_declare medecin_referent
        personne_confiance mesure_protection tuteur""",
    "pps": """
        jour objectif* objectif_domaine* objectif_action* objectif_qui* objectif_echeance*
        objectif_etat* accord accord_jour revision_jour""",
    "rud": f"jour heure {RUD} {SECURITE}",
    "cssrs": f"jour cssrs_niveau fait_par forme_le {SECURITE}",
    "top_28_jours": """
        jour jours_alcool quantite_alcool jours_opioides quantite_opioides jours_crack
        quantite_crack jours_cocaine quantite_cocaine jours_amphetamines quantite_amphetamines
        jours_cannabis quantite_cannabis jours_tabac quantite_tabac jours_autre quantite_autre
        autre_nom jours_injection materiel_partage sante_psychique sante_physique qualite_vie
        jours_travail jours_formation logement_precaire risque_expulsion""",
    "autre_echelle": "jour echelle_nom echelle_score echelle_max commentaire",
}
REQUIRED = {
    "medicale_entree": "jour",
    "medicale_suivi": "jour evolution_somatique evolution_psy",
    "medicale_fin": "jour date_sortie motif_sortie evolution_globale_med",
    "sociale_entree": "jour besoins_reperes",
    "sociale_suivi": f"jour evolution_sociale {_SITUATION}",
    "sociale_fin": "jour evolution_sociale",
    "psychologique_entree": f"jour demande_qui demande_nature {RUD} indication",
    "psychologique_suivi": f"jour evolution_psychique {RUD}",
    "psychologique_fin": "jour motif_fin evolution_psychique",
    "inclusion": "jour cadre information_support information_par opposition_partage"
    " opposition_statistique",
    "pps": "jour accord",
    "rud": f"jour heure {RUD}",
    "cssrs": "jour cssrs_niveau fait_par",
    "top_28_jours": "jour",
    "autre_echelle": "jour echelle_nom echelle_score",
}
ALARM = {"securite_suite", "securite_conduite", "securite_motif", "securite_prevenus"}
REQUIRED_SOMETIMES = {
    "medicale_entree": ALARM,
    "medicale_suivi": ALARM,
    "medicale_fin": ALARM | {"cause_deces", "relais", "poursuite_mg"},
    "sociale_entree": {"besoin_1"},
    "psychologique_entree": ALARM,
    "psychologique_suivi": ALARM,
    "psychologique_fin": ALARM | set(RUD.split()),
    "inclusion": {"motif_inclusion", "motif_covid", "opposition_partage_jour"}
    | {"opposition_statistique_jour", "retrait_jour"},
    "pps": {"accord_jour"},
    "rud": ALARM,
    "cssrs": ALARM,
}

# What is asked about suicide, in whatever form: no figure counts it.
SUICIDE = {*ALARM, *RUD.split(), "securite_revoir", "idees_suicidaires", "rud_change"}
SUICIDE |= {"tentatives_nb", "tentative_12m", "tentative_recente", "echelle_phq9", "phq_9"}
SUICIDE |= {"cssrs_niveau", "alerte_suite", "alerte_conduite", "alerte_prevenus", "alerte_motif"}

# Decided, done or measured by the carer: the person is not asked, and cannot decline.
OF_THE_CARER = """
    duree_min echelles_a_coter epices_a_coter motivation alliance orientation_psychiatre
    avis_psychiatre certificat relais relais_psy relais_social courrier_sortie demarche
    demarche_etat partenaires_contactes besoins_non_couverts besoin_2 besoin_3 objectif_1_etat
    objectif_2_etat objectif_domaine objectif_etat anonymat_demande retrait echelle_max"""

DRAWN = {
    "medicale_entree": "frequence usage tso",
    "medicale_suivi": "frequence usage tso observance verres_jour evolution_somatique",
    "medicale_fin": "frequence usage evolution_globale_med",
    "sociale_entree": "logement ressources couverture situation_pro",
    "sociale_suivi": "logement ressources couverture situation_pro evolution_sociale",
    "psychologique_entree": "craving bien_etre motivation retentissement",
    "psychologique_suivi": "craving bien_etre motivation alliance evolution_psychique",
    "pps": "objectif_etat",
    "top_28_jours": "jours_alcool sante_psychique qualite_vie",
}
