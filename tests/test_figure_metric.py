"""Which METRIC span a figure measures."""

from typing import Any

import pytest

from rucoop.model.figure_metric import metric_of

ROWS = [
    ("[[METRIC:Товарооборот]] за год достиг [[FIGURE:5 млрд]], причем [[METRIC:вывоз]] больше", "Товарооборот"),
    ("[[FIGURE:24%]] от [[METRIC:выпуска]] дает завод, где [[METRIC:доля]] мала", "выпуска"),
    ("[[FIGURE:5 млрд]] составил [[METRIC:товарооборот]]", "товарооборот"),
    ("[[METRIC:Товарооборот]] велик. За год он вырос на [[FIGURE:24%]]", "Товарооборот"),
    ("[[METRIC:Товарооборот]] велик. Приехали [[FIGURE:24 гостя]]", None),
]


@pytest.mark.parametrize(("text", "metric"), ROWS)
def test_the_metric_of_a_figure(marked: Any, text: str, metric: str | None) -> None:
    layout = marked(text).layout()
    found = metric_of(layout, layout.of_label("FIGURE")[0])
    assert (found if found is None else layout.covered(layout.spans[found])) == metric
