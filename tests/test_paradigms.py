"""Endings of place names by their nominative."""

import pytest

from rucoop.model.paradigms import agreeing, paradigms


def _cases(nominative: str, form: str) -> str:
    return "".join(
        p.endings.get(form.removeprefix(p.stem), "") for p in paradigms(nominative) if form.startswith(p.stem)
    )


@pytest.mark.parametrize(
    ("nominative", "form", "cases"),
    [
        ("татарстан", "татарстаном", "i"),
        ("татарстан", "татарстанский", ""),
        ("россия", "россии", "gdl"),
        ("казань", "казанью", "i"),
        ("омская", "омской", "gdil"),
        ("приангарье", "приангарья", "g"),
        ("эмираты", "эмиратов", "g"),
        ("орел", "орла", "g"),
        ("череповец", "череповцом", "i"),
        ("баку", "баку", "ngdail"),
        ("алматы", "алматов", ""),
        ("китай", "китаем", "i"),
    ],
)
def test_cases_of_a_form(nominative: str, form: str, cases: str) -> None:
    assert _cases(nominative, form) == cases


def test_the_first_word_decides_where_the_others_do_not_agree() -> None:
    assert agreeing("gdil", "gl") == "gl"
    assert agreeing("i", "na") == "i"
