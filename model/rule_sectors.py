"""SECTOR spans: adjectives before nouns of sphere, and abstract noun phrases that the sector table knows."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from rucoop.data.tables import sector_terms
from rucoop.model.lexemes import word_set
from rucoop.model.morphology import lemma
from rucoop.model.rule_text import RuleText, Word, grammemes, part_of_speech
from rucoop.model.sectors import sector_code
from rucoop.model.spans import ScoredSpan
from rucoop.model.terms import Hit, Terms

_CONFIDENCE: Final = 0.7
_CONTEXT: Final = re.compile(
    r"\b(?:сотруднич\w*|взаимодейств\w*|партн[её]рств\w*|сфер\w{0,3}|отрасл\w+|направлени\w+|"
    r"обсу\w+|обмен\w*|опыт\w*|интерес\w*|заинтересован\w*|перспектив\w*|"
    r"проект\w*|коопераци\w*|предл[оа]\w+|договорил\w+|развит\w+|развива\w+|вопрос\w*|"
    r"тем[аыуеой]{1,2}\b|реч[ьи]\b|связ[ьи]\w*|соглашени\w+|меморандум\w*|протокол\w*|"
    r"план\w*|совместн\w+|говорил\w*|переговор\w*|готов\w*|приоритет\w*|контакт\w*|поддержк\w+|"
    r"внимани\w+|возможност\w+|рассмотр\w+|затрон\w+|назва[лн]\w*|поделит\w+|"
    r"среди\b|также\b|во-первых|кроме\b|первое\b|перечисл\w*|ждут?\b|важн\w*|помощь\b|вложени\w*|центр\w*|обеща\w*)\b",
    re.IGNORECASE,
)
_SPHERES: Final = re.compile(
    r"(?<![\w-])((?:[а-яё]+(?:-[а-яё]+)*(?:ой|ей|ом|ем|ую|юю|ая|ое|ые|ых|их|ого|его|ий|ый)(?:,\s+|\s+и\s+|\s+))+)"
    r"(?:(?:других|иных|прочих)\s+)?(?:сфер\w{0,3}|област(?:и|ях|ью|ь)\b|отрасл\w+|"
    r"направлени\w+|сотрудничеств\w+|связ(?:и|ей|ям|ями|ях)\b|обмен\w{0,3}|отношени\w+|"
    r"партн[её]рств\w+)"
)
_SPHERE: Final = re.compile(
    r"^(?:сфер|област|отрасл|направлени|сотрудничеств|связ|обмен|отношени|партнерств|контакт|"
    r"план|проект|тем|вопрос|заказ|стран|мисси)"
)
_ABSTRACT: Final = tuple(
    sorted(
        word_set(
            "ость ство ение ание ика изм логия ургия химия ация вязь культура наука торговля медицина спорт транспорт "
            "елие индустрия театр автокомпонент ортопедия транзит текстиль круиз биогаз финансы химия финтех волейбол "
            "хоккей балет обработка переработка добыча перевозка логистика подготовка технопарк сообщение "
            "авиасообщение бизнес инновация технология наследие исследование охрана реабилитация сборка ремонт выпуск "
            "производство биотехнология генерация музей интеллект беспилотник климат фармация экология молодежь "
            "соотечественник разработка разведка кадры авиарейс грузоперевозка реставрация образование геология "
            "селекция мелиорация кинематограф парк зона среда отход хозяйство дело комплекс"
        )
    )
)
_HEADS_IN_PHRASE: Final = word_set(
    "парк зона среда дело комплекс хозяйство технология исследование наследие сообщение климат интеллект движение"
)
_ACTIVITIES: Final = re.compile(
    r"^(?:производств|выпуск|подготовк|переработк|обработк|добыч|разработк|охран|выращивани|"
    r"пошив|ремонт|сборк|хранени|строительств|утилизаци|модернизаци|реставраци|"
    r"освоени|разведк|изготовлени|транспортировк|очистк|обслуживани|проектировани|поддержк)"
)
_GENERIC: Final = re.compile(
    r"^(?:развити|сотрудничеств|строительств|производств|подготовк|отношени|заседани|соглашени|"
    r"предложени|решени|создани|участи|услови|предприяти|мероприяти|внимани|"
    r"правительств|представительств|руководств|посольств|агентств|консульств|министерств|"
    r"государств|качеств|средств|возможност|деятельност|стоимост|мощност|готовност|"
    r"делегаци|программ|организаци|презентаци|компани|партнерств|взаимодействи|связ|данн|"
    r"сообщени|обществ|совещани|поколени|увеличени|повышени|расширени|обучени|"
    r"технологи|исследовани|наследи|дел[оауе]?$|комплекс|хозяйств|парк|зон|сред|разработк|"
    r"выпуск|ремонт|сборк|охран|переработк|обработк)"
)
_BARRED: Final = re.compile(
    r"(?:министр\w*|минист\w+|комитет\w*|управлени\w+|департамент\w*|форум\w*|выставк\w+|"
    r"институт\w*|университет\w*|конференц\w+|недел\w+|день|дня|дней|дни|компани\w+|завод\w*)"
    r"\s+(?:[а-яё]+\s+){0,3}$",
    re.IGNORECASE,
)
_ORDINARY: Final = re.compile(
    r"^(?:совместн|двусторонн|взаимн|различн|друг|нов|общ|перв|втор|дальнейш|соответству|важн|"
    r"татарстанск|российск|белорусск|казахстанск|турецк|китайск|кажд|мест|"
    r"так|вс[её]|собствен|больш|активн|крупн|главн|основн|последн|текущ|кажд|иных|их|наш|ваш|эт|"
    r"сво|республиканск|региональн|отдельн|ряд|межрегиональн|возможн)"
)


def sector_spans(source: RuleText) -> Iterator[ScoredSpan]:
    """SECTOR spans in text order; they may overlap, the longer is better."""
    for number, words in enumerate(source.words):
        if source.is_boilerplate(number):
            continue
        sentence = source.sentences[number]
        yield from _before_spheres(source.text, sentence.start, sentence.end)
        hits = _terms().hits([word.low for word in words])
        found = {span for hit in hits if (span := _phrase(source.text, words, hit)) is not None}
        # Areas that stand in a row are areas of co-operation; one alone needs a word that says so.
        if len({end for _, end in found}) > 1 or _CONTEXT.search(source.text, sentence.start, sentence.end):
            yield from (ScoredSpan(*span, "SECTOR", _CONFIDENCE) for span in sorted(found))


def _before_spheres(text: str, start: int, end: int) -> Iterator[ScoredSpan]:
    """``в торгово-экономической, научно-технической и культурной сферах``: each adjective."""
    for match in _SPHERES.finditer(text, start, end):
        for word in re.finditer(r"[а-яё]+(?:-[а-яё]+)*", match[1]):
            if len(word[0]) > 4 and not _ORDINARY.match(word[0]) and sector_code(word[0]) is not None:
                yield ScoredSpan(
                    match.start(1) + word.start(), match.start(1) + word.end(), "SECTOR", _CONFIDENCE + 0.1
                )


def _phrase(text: str, words: list[Word], hit: Hit[bool]) -> tuple[int, int] | None:
    """Start and end of the noun phrase around a term; None where the term is no name of an area there."""
    last = hit.last
    while last + 1 < len(words) and _is_adjective(words[last]) and _adjoin(text, words, last):
        last += 1  # the term is an adjective: its noun completes the phrase
    head = next((i for i in range(hit.first, last + 1) if part_of_speech(words[i].text) == "NOUN"), None)
    if head is None or (_SPHERE.match(words[head].low) and head > hit.last):
        return None
    first = _with_adjectives(text, words, hit.first)
    if first and _ACTIVITIES.match(words[first - 1].low) and _adjoin(text, words, first - 1):
        first -= 1  # `производство` + `мебели`
    elif hit.value or not _is_area(words[head], alone=hit.first == last):
        return None
    elif _ACTIVITIES.match(words[head].low) and last == head:
        last = _with_object(text, words, last)
    return (words[first].start, words[last].end) if _is_free(text, words, first, last) else None


def _with_adjectives(text: str, words: list[Word], first: int) -> int:
    """The phrase with the adjectives before it that say what area it is."""
    while first and _is_adjective(words[first - 1]) and _adjoin(text, words, first - 1):
        if _ORDINARY.match(words[first - 1].low):
            break
        first -= 1
    return first


def _is_free(text: str, words: list[Word], first: int, last: int) -> bool:
    """False for generic nouns alone, for parts of names of ministries and firms, and for capitals inside a sentence."""
    start = words[first].start
    if (first == last and _GENERIC.match(words[first].low)) or _BARRED.search(text[max(0, start - 60) : start]):
        return False
    inside = start > 1 and text[start - 2 : start] not in (". ", "» ", "– ", "— ") and text[start - 1] != "\n"
    return not (words[first].text[0].isupper() and inside and not words[first].text.isupper())


def _is_area(word: Word, *, alone: bool) -> bool:
    if word.text.isupper() and len(word.text) > 1:
        return True
    tags = grammemes(word.text)
    noun = lemma(word.low)
    if "anim" in tags and "inan" not in tags:
        return False
    return noun.endswith(_ABSTRACT) and not (alone and noun in _HEADS_IN_PHRASE)


def _with_object(text: str, words: list[Word], last: int) -> int:
    """The object of an activity: ``производство полимерной плёнки``."""
    i = last + 1
    while (
        i < len(words)
        and _adjoin(text, words, i - 1)
        and _is_adjective(words[i])
        and "gent" in grammemes(words[i].text)
    ):
        i += 1
    if (
        i < len(words)
        and _adjoin(text, words, i - 1)
        and {"NOUN", "gent"} <= grammemes(words[i].text)
        and words[i].text[0].islower()
    ):
        return i
    return last


def _is_adjective(word: Word) -> bool:
    tags = grammemes(word.text)
    return (
        bool({"ADJF", "PRTF"} & tags)
        and "Apro" not in tags
        and "NPRO" not in tags
        and not word.text[0].isupper()
        and part_of_speech(word.text) in ("ADJF", "PRTF", "NOUN")
    )


def _adjoin(text: str, words: list[Word], i: int) -> bool:
    return i + 1 < len(words) and text[words[i].end : words[i + 1].start] in (" ", "\u00a0")


@cache
def _terms() -> Terms[bool]:
    return Terms((term.term, term.weak) for term in sector_terms() if not (term.term.isupper() and len(term.term) < 3))
