"""How far from the physical limit each thing that people wait for is."""
