"""Any contents that anonymise could make, and any JSON."""

from decimal import Decimal

from hypothesis import strategies as st

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.contents import (
    Acteur,
    Contenu,
    LigneActivite,
    LigneFileActive,
    LigneFonctionnement,
    LigneForfaits,
    Modalite,
    NatureActe,
    Statut,
)

COUNTS = st.integers(0, 999_999_999)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@st.composite
def contents(draw) -> Contenu:
    mois = draw(st.builds(Mois, st.integers(2000, 2099), st.integers(1, 12)))
    periode = draw(st.sampled_from([str(mois), f"{mois.plus(-3)}/{mois}"]))
    cases = st.tuples(*map(st.sampled_from, (list(Acteur), list(NatureActe), list(Modalite))))
    montants = st.decimals(0, 9999, places=2, allow_nan=False)
    activite = {
        c: LigneActivite(periode, *c, draw(COUNTS), draw(COUNTS)) for c in draw(st.sets(cases))
    }
    forfaits = {
        m: LigneForfaits(str(mois), draw(COUNTS), 1, 2, Decimal(m), 3, 4, draw(COUNTS))
        for m in draw(st.sets(montants, max_size=3))
    }
    vus = draw(st.none() | st.integers(5, 200))
    cumul = draw((st.none() if vus is None else st.nothing()) | st.integers(vus or 5, 500))
    return Contenu(
        mois,
        draw(st.from_regex(r"[A-Z]{3}-[0-9]{2}-[0-9]{3}", fullmatch=True)),
        draw(st.sampled_from(["OCC", "PACA", "NAQ", "IDF"])),
        tuple(activite[c] for c in sorted(activite)),
        tuple(forfaits[m] for m in sorted(forfaits)),
        (LigneFileActive(str(mois), vus, cumul, Statut.REGROUPE if vus is None else Statut.EXACT),),
        (LigneFonctionnement(str(mois), draw(COUNTS), 5, 90, draw(st.none() | COUNTS)),),
    )
