"""A text as the rules see it."""

from rucoop.model.rule_text import RuleText, grammemes, is_future, is_known, part_of_speech


def test_words_keep_their_places() -> None:
    source = RuleText("Ёлка – в Йошкар-Оле. Да.")
    assert [[word.low for word in words] for words in source.words] == [["елка", "в", "йошкар-оле"], ["да"]]
    assert all(source.text[word.start : word.end] == word.text for words in source.words for word in words)


def test_boilerplate() -> None:
    source = RuleText("Фото: сайт\n0 0 0\nВстреча прошла.")
    assert [source.is_boilerplate(i) for i in range(3)] == [True, True, False]


def test_morphology() -> None:
    assert {"Name", "masc"} <= grammemes("Виктор")
    assert part_of_speech("встретился") == "VERB"
    assert is_future("подпишут")
    assert not is_future("подписали")
    assert is_known("встреча")
    assert not is_known("Жанузаков")
