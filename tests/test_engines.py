from collections.abc import Iterator

from rucoop.data.records import Document
from rucoop.model.articles import BadInput
from rucoop.model.engines import EngineChoice, read_batch, results
from rucoop.model.schema import Record


def batches(number: int) -> Iterator[list[Document]]:
    for i in range(number):
        yield [Document("Татарстан поставляет шины в Казахстан.", f"d{i}")]


def test_memory_stays_bounded_with_workers() -> None:
    taken = 0

    def counted() -> Iterator[list[Document]]:
        nonlocal taken
        for batch in batches(30):
            taken += 1
            yield batch

    found = results(counted(), EngineChoice("rules"), workers=2)
    next(found)
    assert taken <= 6
    assert len(list(found)) == 29


def test_one_bad_document_loses_no_other() -> None:
    def extract(documents: list[Document]) -> Iterator[Record]:
        if any(d.id == "bad" for d in documents):
            raise ValueError("беда")
        from rucoop.model.rules import RuleEngine

        yield from RuleEngine().extract_many(documents)

    found = read_batch([Document("т", "a"), Document("т", "bad"), Document("т", "c")], extract)
    assert [type(f) for f in found] == [str, BadInput, str]
    assert found[1] == BadInput("user", None, "bad", "ValueError: беда")
