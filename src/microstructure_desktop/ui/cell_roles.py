"""Cell roles: what a model says of a cell beyond its text, and a view paints."""

from PySide6.QtCore import Qt

ROW_ROLE = Qt.ItemDataRole.UserRole  # the frozen row itself
TAG_ROLE = ROW_ROLE + 1  # (text, kind)
PIPS_ROLE = ROW_ROLE + 2  # (role or colour, done, total)
STRONG_ROLE = ROW_ROLE + 3
TONE_ROLE = ROW_ROLE + 4  # a colour of the palette
WIDTH_ROLE = ROW_ROLE + 5  # of a heading: pixels at 100 %, 0 takes the room left
