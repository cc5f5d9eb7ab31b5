"""The regions that a cabinet may be in: those where microstructures are known to run."""

from types import MappingProxyType

REGIONS = MappingProxyType(
    {
        "OCC": "Occitanie",
        "BFC": "Bourgogne-Franche-Comté",
        "GES": "Grand-Est",
        "HDF": "Hauts-de-France",
        "IDF": "Île-de-France",
        "PAC": "Provence-Alpes-Côte d’Azur",
    }
)
