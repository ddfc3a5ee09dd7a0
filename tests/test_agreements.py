"""Documents that bind the sides."""

from typing import Any

import pytest

from rucoop.model.agreements import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Плана мероприятий", "plan"),
        ("дорожную карту", "roadmap"),
        ("Меморандумом о взаимопонимании", "memorandum"),
        ("протокол о намерениях", "protocol"),
        ("договор о побратимстве", "agreement"),
        ("договор аренды", "contract"),
        ("программа сотрудничества", "other"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_a_plan_rests_on_an_agreement(marked: Any) -> None:
    record = marked(
        "[[PARTNER:Карелия]] и [[PARTNER:Турция]] подписали новый [[AGREEMENT:План мероприятий]] по реализации "
        "[[AGREEMENT:Соглашения]] между сторонами о сотрудничестве на [[DATE:2022-2024 годы]].{{agreement}}"
    ).record(home="RU-KR")
    plan, agreement = record.agreements
    assert (plan.kind, plan.title, plan.status, plan.period.text) == (
        "plan",
        "План мероприятий",
        "signed",
        "2022-2024 годы",
    )
    assert (agreement.title, agreement.status, agreement.period) == ("Соглашение о сотрудничестве", "in_force", None)
    assert plan.partners == ["p1", "p2"]


def test_mentions_of_one_document_are_one(marked: Any) -> None:
    record = marked(
        "[[AGREEMENT:План]] на [[DATE:2022-2024 годы]] подписан. [[AGREEMENT:План]] на [[DATE:2022-2024 годы]] принят. "
        "[[AGREEMENT:План]] на [[DATE:2025-2027 годы]] готовят."
    ).record()
    assert [(item.status, len(item.mentions), item.period.text) for item in record.agreements] == [
        ("signed", 2, "2022-2024 годы"),
        ("planned", 1, "2025-2027 годы"),
    ]


def test_the_day_of_signing_is_no_period(marked: Any) -> None:
    record = marked("[[AGREEMENT:Соглашение]] (от [[DATE:12 мая 2019 года]]) действует.").record()
    assert record.agreements[0].period is None
