"""Who entered, who is followed, who left and why (M02, M03, M04, A17, A27)."""

from microstructure_desktop.domain.patient import Inclusion, Sexe
from microstructure_desktop.domain.periods import age

from .faits import Faits, Periode
from .lecture import debuts, en_cours, patients, programmes, soir, sorties, suivis
from .tranches import CODES, tranche_age
from .valeur import TOTAL, Resultat, moyenne, personnes

MOTIFS = "CL29"
DECES = "DECES"
NR = "NR"
GROUPES = ("reussi", "relais", "rupture", "autre", "deces")
"""How exits are counted together; a reason that no group has is among the others."""
SANS_MOTIF = "non_renseigne"
SEXE, AGE = "sexe_", "age_"
DUREE = "duree_moyenne"


def m02(faits: Faits, periode: Periode) -> Resultat:
    """People followed in the evening of the last day of a month, then by programme.

    Included that day or before, and not gone that day or before; today, while the month lasts.
    """
    going_on = en_cours(faits, soir(faits, periode))
    by_programme = (
        personnes(code, patients(i for i in going_on if i.programme == code))
        for code in programmes(faits, going_on)
    )
    return Resultat("M02", (personnes(TOTAL, patients(going_on)), *by_programme))


def m03(faits: Faits, periode: Periode) -> Resultat:
    """Follow-ups begun in a month, then by programme, sex and age on the day they began.

    A change of programme begins one; somebody who began two is counted twice, in every breakdown
    alike. Under an alias, an age is counted from 1 January of the year said.
    """
    begun, people = debuts(faits, periode), faits.personnes()

    def aged(inclusion: Inclusion) -> str:
        return tranche_age(age(people[inclusion.patient].naissance, inclusion.debut))

    values = [
        suivis(TOTAL, begun),
        *(
            suivis(code, (i for i in begun if i.programme == code))
            for code in programmes(faits, begun)
        ),
        *(
            suivis(f"{SEXE}{sexe}", (i for i in begun if people[i.patient].sexe is sexe))
            for sexe in Sexe
        ),
        *(suivis(f"{AGE}{code}", (i for i in begun if aged(i) == code)) for code in CODES),
    ]
    return Resultat("M03", tuple(values))


def m04(faits: Faits, periode: Periode) -> Resultat:
    """Follow-ups ended in a month, by group of reasons (CL29); those without a reason apart.

    A change of programme ends one.
    """
    ended, groupes = sorties(faits, periode), faits.groupes.get(MOTIFS, {})

    def group(inclusion: Inclusion) -> str:
        motif = inclusion.motif_sortie
        return groupes.get(motif, "autre") if _said(motif) else SANS_MOTIF

    return Resultat(
        "M04",
        (
            suivis(TOTAL, ended),
            *(
                suivis(name, (i for i in ended if group(i) == name))
                for name in (*GROUPES, SANS_MOTIF)
            ),
        ),
    )


def a17(faits: Faits, periode: Periode) -> Resultat:
    """Follow-ups ended in the year, by reason (CL29), and how many days they lasted on average.

    From the day of inclusion to the day of exit: none when they are one.
    """
    ended = sorties(faits, periode)
    known = dict.fromkeys((*faits.groupes.get(MOTIFS, {}), *sorted(map(_motif, ended))))
    known.pop(NR, None)
    return Resultat(
        "A17",
        (
            suivis(TOTAL, ended),
            *(suivis(code, (i for i in ended if _motif(i) == code)) for code in (*known, NR)),
            moyenne(DUREE, ((i.fin - i.debut).days for i in ended if i.fin is not None)),
        ),
    )


def a27(faits: Faits, periode: Periode) -> Resultat:
    """People whose follow-up ended in the year by their death.

    A death learnt after another exit is not known here.
    """
    dead = (i for i in sorties(faits, periode) if i.motif_sortie == DECES)
    return Resultat("A27", (personnes(TOTAL, patients(dead)),))


def _motif(inclusion: Inclusion) -> str:
    return inclusion.motif_sortie if _said(inclusion.motif_sortie) else NR


def _said(motif: str) -> bool:
    return motif not in ("", NR)
