"""Distances between spans of a sentence."""

from typing import Any

from rucoop.model.clauses import distance, nearest


def test_a_clause_boundary_counts_as_distance(marked: Any) -> None:
    layout = marked("[[METRIC:Экспорт]] вырос до [[FIGURE:9 тонн]], [[METRIC:импорт]] упал.").layout()
    metric, figure, other = range(3)
    assert distance(layout, metric, figure) == distance(layout, figure, metric) == len(" вырос до ")
    assert distance(layout, figure, other) > distance(layout, metric, figure)
    assert nearest(layout, figure, [metric, other]) == metric
    assert nearest(layout, figure, []) is None


def test_what_stands_behind_may_cost_more(marked: Any) -> None:
    layout = marked("[[METRIC:Экспорт]] уже [[FIGURE:9 тонн]] [[METRIC:груза]]").layout()
    assert nearest(layout, 1, [0, 2]) == 2
    assert nearest(layout, 1, [0, 2], after=60) == 0
