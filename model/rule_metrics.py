"""METRIC spans: nouns of measure in a sentence with a FIGURE, or in the one before it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rucoop.model.rule_text import RuleText
from rucoop.model.spans import ScoredSpan

_CONFIDENCE: Final = 0.75
_WORDS: Final = (
    r"(?:внешнеторгов\w+\s+)?товарооборот\w{0,2}",
    r"внешнеторгов\w+\s+оборот\w{0,2}",
    r"(?:взаимн\w+\s+|внешн\w+\s+|двусторонн\w+\s+)?торговл[яиюе]й?\b(?=.{0,60}\d)",
    r"экспорт\w{0,2}(?:\s+продукции\s+АПК)?\b",
    r"импорт\w{0,2}\b",
    r"оборот(?:а|у|ом|е)?\b",
    r"(?:совокупн\w+\s+|общ\w+\s+)?(?:объ[её]м\w*|сумм\w+)\s+(?:взаимных\s+|прямых\s+|"
    r"иностранных\s+)?(?:инвестиций|вложений|поставок|капиталовложений|закупок|экспорта|импорта|"
    r"производства|выпуска|перевозок|отгрузок|контрактов?|сделки|сделок|договоров?|заказов|ввоза|вывоза)",
    r"(?:совокупн\w+\s+|общ\w+\s+|сметн\w+\s+)?стоимост[ьюи]{1,2}(?:\s+(?:проекта|контракта|"
    r"строительства|работ|объекта|первой\s+очереди))?",
    r"цен[аыуе]й?\s+(?:контракта|вопроса|договора)",
    r"бюджет\s+проекта",
    r"(?:проектн\w+\s+|производственн\w+\s+|плановая\s+)?мощност[ьюи]{1,2}(?:\s+(?:производства|"
    r"завода|линии|первой\s+очереди|предприятия))?",
    r"(?:число|количество|численность|поток)\s+(?:[а-яё]+(?:ых|их)\s+)?[а-яё]+(?:\s+мест)?",
    r"население",
    r"пассажиропоток\w{0,2}",
    r"турпоток\w{0,2}",
    r"площад[ьюи]{1,2}(?:\s+(?:хранения|застройки|посевов))?",
    r"протяженност[ьюи]{1,2}",
    r"(?:капитальные\s+)?(?:вложени(?:я|й|ями)|инвестици(?:и|й|ями))",
    r"дол[яиюе]й?\b(?=.{0,80}(?:%|процент|половин|трет))",
    r"(?:средняя\s+)?(?:зарплат[аыу]|заработн\w+\s+плат[аыу])",
    r"(?:ВРП|ВВП)",
    r"выручк[аиу]",
    r"(?:чист\w+\s+)?прибыль",
    r"бюджет(?:а|ом)?",
    r"затрат[аы]?",
    r"смет[аыу]",
    r"цен[аеуы](?:\s+заказа|\s+перевозки)?",
    r"сумм(?:а|у|ой)\b",
    r"длин(?:а|ой|у)",
    r"вес",
    r"(?:промышленн\w+\s+)?производств[ао]\b(?=.{0,50}\d)",
    r"грузооборот\w{0,2}",
    r"(?:ввоз|вывоз)\b",
    r"урожайность",
    r"урожай",
    r"надо[йи]",
    r"намолот",
    r"тариф",
    r"доход[ыов]{1,2}\s+бюджета|доходы|расходы",
    r"площад[ьи]",
    r"длина",
    r"штат",
    r"объ[её]м\s+промышленного\s+производства",
)
_METRIC: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(_WORDS)})(?![\w-])", re.IGNORECASE)
_OF_MEASURE: Final = re.compile(
    r"^(?:объ[её]м\w*|сумм\w+|общ\w+)\s+(?=товарооборот|торговл|экспорт|импорт|инвестиц)", re.IGNORECASE
)
_PRONOUN: Final = re.compile(r"\b(?:он|она|они|этот|показатель|его|её|из них)\b", re.IGNORECASE)


def metric_spans(source: RuleText, figures: Sequence[ScoredSpan]) -> Iterator[ScoredSpan]:
    """METRIC spans in text order."""
    measured = [bool(inside) for inside in source.by_sentence(figures)]
    for number, sentence in enumerate(source.sentences):
        follows = (
            number + 1 < len(measured)
            and measured[number + 1]
            and _PRONOUN.search(source.covered(number + 1)) is not None
        )
        if not measured[number] and not follows:
            continue
        for match in _METRIC.finditer(source.text, sentence.start, sentence.end):
            cut = _OF_MEASURE.match(match[0])
            yield ScoredSpan(match.start() + (cut.end() if cut else 0), match.end(), "METRIC", _CONFIDENCE)
