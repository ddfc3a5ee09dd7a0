"""AGREEMENT spans: the kind of a document and its short name."""

import re
from collections.abc import Iterator
from typing import Final

from rucoop.model.rule_text import RuleText
from rucoop.model.spans import ScoredSpan

_CONFIDENCE: Final = 0.85
_CASE: Final = r"(?:[аеуюяи]|ом|ем|ами|ах|ов|ей|й)?"
_NAMES: Final = (
    rf"(?:рамочн\w{{2,3}}\s+|межправительственн\w{{2,3}}\s+|дополнительн\w{{2,3}}\s+|"
    rf"тр[её]хсторонн\w{{2,3}}\s+|инвестиционн\w{{2,3}}\s+)?"
    rf"(?:соглашени(?:е|я|ю|ем|и|й|ям|ями|ях)|меморандум{_CASE}|протокол{_CASE}|договор(?!енн|"
    rf"и){_CASE}|контракт{_CASE}|деклараци(?:я|и|ю|ей))",
    r"«?дорожн(?:ая|ой|ую|ые|ых)\s+карт(?:а|ы|е|у|ой|)»?(?:\s+сотрудничества)?",
    rf"план{_CASE}\s+(?:совместных\s+)?(?:мероприятий|действий|работы)",
    r"программ(?:а|ы|е|у|ой)\s+(?:сотрудничества|совместных\s+действий|побратимства)",
)
_ABOUT: Final = (
    r"(?:\s+об?\s+(?:взаимном\s+|стратегическом\s+|совместной\s+|дружбе\s+и\s+|свободной\s+|"
    r"сетевом\s+|реализации\s+|сотрудничестве\s+и\s+)?"
    r"(?:сотрудничестве|взаимодействии|взаимопонимании|намерениях|партн[её]рстве|побратимстве|"
    r"побратимских\s+связях|дружбе|торговле|обучении|"
    r"деятельности|поставке|поставках)|\s+намерений)"
)
_AGREEMENT: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(_NAMES)})(?![\w-])", re.IGNORECASE)
_TAIL: Final = re.compile(_ABOUT, re.IGNORECASE)
# The short name ends before the spheres: `соглашение о сотрудничестве в нефтехимии` is cut at the noun of its kind.
_SPHERES: Final = re.compile(r"\s+(?:в|по)\s+(?!рамках|ходе)(?:[а-яё-]+)", re.IGNORECASE)


def agreement_spans(source: RuleText) -> Iterator[ScoredSpan]:
    """AGREEMENT spans in text order."""
    for number, sentence in enumerate(source.sentences):
        if source.is_boilerplate(number):
            continue
        for match in _AGREEMENT.finditer(source.text, sentence.start, sentence.end):
            tail = _TAIL.match(source.text, match.end())
            yield ScoredSpan(match.start(), tail.end() if tail else match.end(), "AGREEMENT", _CONFIDENCE)
