"""Who stands on which side of a document."""

from typing import Any


def sides_of(record: Any, kind: str) -> list[set[str | None]]:
    codes = {partner.ref: partner.code for partner in record.partners}
    return [{codes[ref] for ref in (*e.actor, *e.recipient)} for e in record.events if e.type == kind]


def test_the_main_counterparty_is_the_other_side(marked: Any) -> None:
    record = marked(
        "[[PARTNER:Карелия]] ждёт гостей из [[PARTNER:Турции]]. [[PARTNER:Турция]] и [[PARTNER:Чувашия]] тоже рады. "
        "Стороны обсудили планы.{{meeting}}"
    ).record(home="RU-KR")
    assert sides_of(record, "meeting") == [{"RU-KR", "TR"}]


def test_a_counterparty_named_alone_meets_home(marked: Any) -> None:
    record = marked("[[PARTNER:Карелия]] открыта. Гости из [[PARTNER:Чувашии]] приехали.{{visit}}").record(home="RU-KR")
    assert sides_of(record, "visit") == [{"RU-KR", "RU-CU"}]


def test_trade_with_several_is_several_events_unless_listed(marked: Any) -> None:
    text = (
        "[[PARTNER:Карелия]] шлёт лес в [[PARTNER:Китай]] и [[PARTNER:Индию]], "
        "а бумага идёт к соседям в [[PARTNER:Чувашию]].{{trade}}"
    )
    record = marked(text).record(home="RU-KR")
    assert sides_of(record, "trade") == [{"RU-KR", "CN", "IN"}, {"RU-KR", "RU-CU"}]


def test_the_country_of_home_acts_where_home_is_not_named(marked: Any) -> None:
    record = marked(
        "[[PARTNER:Карелия]] ждёт гостей. [[PARTNER:Россия]] и [[PARTNER:Турция]] подписали бумагу.{{agreement}}"
    ).record(home="RU-KR")
    assert sides_of(record, "agreement") == [{"RU", "TR"}]


def test_regions_of_a_home_country_act_for_it(marked: Any) -> None:
    record = marked(
        "[[PARTNER:Актюбинская область]] приняла гостей из [[PARTNER:Чувашии]].{{visit}} [[PARTNER:Казахстан]]"
    ).record(home="KZ")
    assert sides_of(record, "visit") == [{"KZ-15", "RU-CU"}]


def test_figures_belong_to_the_nearest_counterparty(marked: Any) -> None:
    record = marked(
        "С [[PARTNER:Турцией]] у [[PARTNER:Карелии]] [[FIGURE:12 млн долларов]], с "
        "[[PARTNER:Чувашией]] [[FIGURE:5 млн рублей]].{{trade}} "
        "Ещё [[FIGURE:7 млн рублей]] в пути."
    ).record(home="RU-KR")
    codes = {partner.ref: partner.code for partner in record.partners}
    assert [codes[figure.partner] for figure in record.figures] == ["TR", "RU-CU", "RU-CU"]


def test_the_one_counterparty_of_the_sentence_before_goes_on(marked: Any) -> None:
    text = (
        "[[PARTNER:Турция]] ждёт гостей. [[PARTNER:Турция]] рада. [[PARTNER:Карелия]] едет.\n"
        "Потом был [[PARTNER:Иран]]. Стороны обсудили планы.{{meeting}}"
    )
    assert sides_of(marked(text).record(home="RU-KR"), "meeting") == [{"RU-KR", "IR"}]
