"""A score over time is drawn and spoken."""

import pytest

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.spark import Spark
from tests.ui.a11y import name_of

POINTS = (("mars", 24), ("juin", 15), ("oct.", 9))


def colours(spark):
    image = spark.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_that_values_are_spoken(show):
    spark = show(Spark("AUDIT", 30), 260, 110)
    spark.set_points(POINTS, cut=6)
    assert name_of(spark) == "AUDIT : mars 24, juin 15, oct. 9"
    assert look.colour("primary").name() in colours(spark)


def test_that_the_highest_is_the_highest(show):
    spark = show(Spark("AUDIT", 30), 260, 110)
    spark.set_points(POINTS)
    heights = [spark._place(at).y() for at in range(3)]
    assert heights == sorted(heights)
    assert 0 < heights[0] < heights[-1] < spark.height()


@pytest.mark.parametrize("points", [(), (("mars", 0),), (("mars", 30), ("juin", 30))])
def test_that_few_points_are_drawn_too(show, points):
    spark = show(Spark("AUDIT", 30), 200, 110)
    spark.set_points(points, cut=6)
    assert len(colours(spark)) > 5
    assert spark.sizeHint().height() >= spark.minimumSizeHint().height()
