"""Sectors as the record lists them."""

from typing import Any


def test_mentions_with_one_code_share_an_item(marked: Any) -> None:
    record = marked("О [[SECTOR:нефтехимии]], [[SECTOR:туризме]] и [[SECTOR:химической промышленности]].").record()
    assert [(item.code, item.name, len(item.mentions)) for item in record.sectors] == [
        ("chemistry", "нефтехимия", 2),
        ("tourism", "туризм", 1),
    ]


def test_an_unknown_area_stays_a_span(marked: Any) -> None:
    record = marked("О [[SECTOR:хорошем настроении]].").record()
    assert record.sectors == []
    assert [span.text for span in record.spans] == ["хорошем настроении"]
