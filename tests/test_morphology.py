"""The shared analyzer and its look-ups."""

from concurrent.futures import ThreadPoolExecutor

from rucoop.model.morphology import analyzer, has_tag, inflect, lemma, lemmas


def test_lemmas_fold_yo() -> None:
    assert lemma("шёл") == "идти"
    assert lemma("вертолётами") == "вертолет"
    assert "сталь" in lemmas("стали")
    assert "стать" in lemmas("стали")


def test_inflection_and_tags() -> None:
    assert inflect("завод", "gent", "plur") == "заводов"
    assert inflect("и", "gent") is None
    assert has_tag("предприятиями", "NOUN")


def test_threads_share_one_analyzer() -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: id(analyzer()), range(16)))) == 1
