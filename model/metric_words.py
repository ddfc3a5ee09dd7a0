"""What tells the metrics of figures apart: units, nouns, and the words of sentences by their folded beginnings."""

import re
from typing import Final

from rucoop.model.lexemes import word_set

_MONEY: Final = word_set("trade_turnover investment project_cost price salary grp")
THINGS: Final = ("students", "jobs", "people", "companies", "meetings")
NEVER: Final = {
    "money": frozenset({*THINGS, "distance", "area", "capacity", "share"}),
    "measure": frozenset({*_MONEY, *THINGS, "share"}),
    "count": frozenset({*_MONEY, "distance", "area", "share"}),
}
"""Metrics that are not measured in units of a kind."""
BY_UNIT: Final = {
    "ha": "area", "m2": "area", "km2": "area", "km": "distance", "m": "distance",
    "MW": "capacity", "kW": "capacity", "GW": "capacity", "MVA": "capacity", "W": "capacity", "kV": "capacity",
}  # fmt: skip
LIVESTOCK: Final = word_set(
    "бык бычок пес корова нетель телка теленок лошадь овца свинья поросенок коза птица кобыла жеребец верблюд олень "
    "голова"
)
FIRMS: Final = word_set("поставщик банк артель хозяйство агентство стартап магазин учреждение инвестор")
PERSONS: Final = word_set("предприниматель человек больной аспирант школьник")
"""Persons although the table of metrics has them elsewhere."""


SKILLED: Final = word_set(
    "специалист геолог оператор депутат паломник преподаватель педагог учитель врач фермер аспирант школьник ректор "
    "эксперт"
)
"""Persons who are no students even where the sentence speaks of universities."""


def _any(*beginnings: str) -> re.Pattern[str]:
    """Matches where a word begins with one of the beginnings."""
    return re.compile(rf"\b(?:{'|'.join(beginnings)})")


CAPACITY: Final = re.compile(
    r"\b(?:завод|комплекс|лини[июяе]|гостиниц|санатори|школ[уаые]|сад[а]?\b|лагер|центр|корпус|площадк|ферм|фабрик|производств|"
    r"общежити|больниц|цех|трибун|парк|поликлиник|роддом|рассчитан|терминал|склад|камер[ыа]|класс)[а-я]*"
    r"(?:\s+[^.;!?\d]{0,70})?\sна\s+$|\b(?:мощност|вместимост|рассчитан|производительност)[а-я]*\s+(?:на\s+)?$"
)
"""What leads up to what a place can hold or make: ``строительство гостиницы на [140 номеров]``."""
LEVEL: Final = re.compile(r"\b(?:до|с|со|от)\s+(?:[а-я]+\s+)?$")
RATES: Final = re.compile(r"\b(?:ставк|рентабельн)|(?:%|процентов) годовых")
STUDY: Final = _any(
    "уч[аи]тся", "учились", "обучаю?[ел]?т?с", "на обучени", "зачисл", "студен", "вуз", "университет", "стипенд",
    "целев[а-я]+ мест", "бюджетн[а-я]+ мест", "квот", "ординат", "магистр",
    "обучат", "обучить", r"учит\b", "колледж", "осваива", "учебн[а-я]+ класс", "за парты", r"кружок\b",
)  # fmt: skip
WORK: Final = _any(
    r"занят[оаы]?\b", "(?:дать|даст|дадим|дадут) работу", "работу (?:получ|потер)", "персонал", "трудоустро", "штат"
)
GROWTH: Final = _any(
    r"рост(?:а|у|ом|е)?\b", "вырос", "выраст", "возрос", "увелич", "прирос", "прибав", "повы[сш]", "снизи", "сниже",
    "сокра[тщ]", "уменьш", "упал", "паден", "спад", "динамик",
)  # fmt: skip
SHARE: Final = _any(
    r"дол[яиюе]\b",
    r"дол[яеи]й\b",
    "от общ",
    "из них",
    "удельн",
    "приходит",
    "локализ",
    r"процент\w* всех",
    "всего объем",
)
_SUPPLIED: Final = ("экспорт", "вывоз", "вывез", "отгру[зж]")
SENTENCE: Final[dict[str, tuple[tuple[str, re.Pattern[str]], ...]]] = {
    "money": (
        ("salary", _any("зарплат", "заработн", "оклад", "надбавк")),
        ("price", _any("за (?:килограмм|тонн|литр|штук|баррел|кубометр|билет|квадрат|киловатт)")),
        ("trade_turnover", _any("товарооборот", r"оборот[а-я]{0,2}\b", "торговл", "торгу", "наторгов")),
        ("trade_turnover", _any("взаимн[а-я]+ постав")),
        ("export", _any(*_SUPPLIED)),
        ("import", _any("импорт", "ввоз", "ввез")),
        ("price", _any("билет", "тариф", r"плат[аыуе]\b", "курс(?:а|ом)? (?:доллар|евро|валют)", r"обед\b", "сеанс")),
        ("investment", _any("инвест", "капиталовлож", "вложен", "вложи", "вложат", "вкладыва", "привлек", "привлеч")),
        ("investment", _any("транш", r"за[её]м\b", "кредит", "уставн", "выдел(?:ит|ил|ят|ен)", "внести", "внес[уе]т")),
        ("investment", _any("направ(?:ит|ят|ил|лен)", "финансировани")),
        ("project_cost", _any("стоимост", r"стоит\b", "контракт", "смет[аыу]", "бюджет", "обойдет", "финансир")),
        ("project_cost", _any("профинансир", "сделк", "реконструкц", "оценива", "оценк", "обош[её]л", "стоил")),
        ("project_cost", _any("потребу")),
        ("price", _any(r"цен[аыуе]\b", "тариф", "подорожа", "подешев")),
        ("export", _any("постав", "продал", "продаж")),
        ("import", _any("закуп", "купил", "покупа")),
    ),
    "measure": (
        ("capacity", _any("мощност", "производительност", "вместимост", "рассчитан", "единовременн")),
        ("export", _any(*_SUPPLIED)),
        ("import", _any("импорт", "ввоз", "ввез", "закуп", "купил")),
        ("output", _any("произв[ое]", "выпуск", "добы[тчв]", "урожа", "надо[ий]", "намоло", "собра", "удо[йи]")),
        ("output", _any("заготовл")),
        ("export", _any("постав")),
    ),
    "count": (
        ("capacity", _any("мощност", "рассчитан", "вместимост")),
        ("export", _any("экспорт")),
        ("output", _any("выпуска", "выпусти", "выпуст", "конвейер", "сборк", "собра", "собер[еу]", "собира[ею]т")),
        ("output", _any("шьют")),
    ),
}  # fmt: skip
"""By kind of unit: metrics with the words that speak for them, the most telling first."""


def money_metric(sentence: str) -> bool:
    """True if a folded sentence speaks of money."""
    return any(pattern.search(sentence) for _, pattern in SENTENCE["money"])
