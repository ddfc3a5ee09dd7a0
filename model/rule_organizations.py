"""PARTNER spans of organisations: names in quotes, legal forms, abbreviations, named plants and institutes."""

import re
from collections.abc import Iterator
from typing import Final

from rucoop.model.lexemes import word_set
from rucoop.model.rule_text import RuleText
from rucoop.model.spans import ScoredSpan

_CONFIDENCE: Final = 0.75
_FORM: Final = (
    r"(?:ПАО|ООО|ОАО|ЗАО|АО|ГК|НПО|ПО|СП|УК|ТД|ОЭЗ|СЭЗ|ТОСЭР|ТОР|ГУП|ФГУП|АНО|НКО|КФХ|РУП|"
    r"ИТ-парк\w?|[Тт]ехнополис\w{0,2}|[Пп]роизводственн\w{2,3}\s+объединени\w{1,2}|"
    r"[Аа]грофирм\w{1,2}|[Гг]рупп\w{1,2})"
)
_QUOTED: Final = re.compile(
    rf"(?:\b({_FORM})\s+)?(?:«([^«»\n]{{2,60}})»|„([^„“\n]{{2,60}})“|(?<!\w)\"([A-ZА-ЯЁ][^\"\n]{{1,50}})\"(?!\w))"
)
_KINDS: Final = (
    r"завод\w{0,2}|комбинат\w{0,2}|университет\w{0,2}|институт\w{0,2}|академи\w{1,2}|"
    r"фабрик\w{1,2}|палат\w{1,3}|банк\w{0,2}|"
    r"объединени\w{1,2}|корпораци\w{1,3}|технопарк\w{0,2}|технополис\w{0,2}|колледж\w{0,2}|"
    r"порт\w{0,2}|агентств\w{1,2}|фонд\w{0,2}|"
    r"музе\w{1,2}|комплекс\w{0,2}|центр\w{0,2}|компани\w{1,3}|консерватори\w{1,2}|филармони\w{1,2}|театр\w{0,2}"
)
_NAMED: Final = re.compile(
    rf"\b[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)?(?:ск|цк)[а-яё]{{2,3}}\s+(?:(?:[а-яё-]+(?:ый|ий|ой|ого|"
    r"ому|ым|им|ом|ая|ую|ей|ое|ого)|[А-ЯЁ][а-яё]+(?:ск|"
    rf"цк)[а-яё]{{2,3}})\s+){{0,3}}(?:{_KINDS})\b"
    rf"(?:\s+(?:имени|им\.)\s+(?:[А-ЯЁ]\.\s?){{0,2}}[А-ЯЁ][а-яё]+(?:\s[А-ЯЁ][а-яё]+)?)?"
)
_CHAMBER: Final = re.compile(
    r"\bИТ-парк(?:а|е|у|ом)?\b|\bАк\s+Барс\s+Банк(?:а|е|у|ом)?\b|"
    r"\bТоргово-промышленн\w{2,3}\s+палат\w{1,3}\b|"
    r"\bАгентств\w{1,3}\s+инвестиционного\s+развития\b|\bКорпораци\w{1,3}\s+экспорта\b|"
    r"\bТоргов\w{2,3}\s+палат\w{1,3}\b|\bГосудар?ственн\w{2,3}\s+Совет\w?\b|\bАссоциаци\w{1,3}(?:\s+[а-яё]+){1,3}\b"
)
_ABBREVIATION: Final = re.compile(
    r"(?<![«\w-])[А-ЯЁ]{2,}[А-Яа-яЁё]{0,1}[А-ЯЁ]{1,}(?:-[А-ЯЁ]{2,})*(?:[а-яё]{1,2})?(?![\w»-])"
)
_MIXED: Final = re.compile(
    r"(?<![\w«])(?:КАМАЗ|КамАЗ|НЕФАЗ|НефАЗ|ПОЗ[иИ]С|POZIS|БелАЗ|БЕЛАЗ|ЕлАЗ|ГАЗ|МАЗ|"
    r"УАЗ)(?:[аеуом]{0,2})\b"
)
_LATIN: Final = re.compile(r"(?<![\w@./-])[A-Z][A-Za-z&-]{2,}(?:\s+[A-Z][A-Za-z&]+){0,3}(?![\w@./])")
_NO_ABBREVIATION: Final = word_set(
    "ООО ОАО ПАО ЗАО США СНГ ЕАЭС ООН СМИ АПК ТЭК ЖКХ ВИЭ ВРП ВВП МИД РФ РТ РК РБ КНР ШОС БРИКС ВТО ОПЕК ЕС "
    "СССР ВКС НДС МСП ИТ ФИО ТАСС РИА ИА ПМЭФ ВЭФ СВО КРС МРОТ ОДКБ РГ ОИС АСЕАН ВОВ ГОСТ ГЛОНАСС ЧПУ СПГ ВОЗ "
    "МЧС ОМС ЕГЭ ТВ РАН НИОКР МВД ФСБ ПРО ВДНХ ЦБ ЦБК ЮНЕСКО БАМ АЭС ГЭС ТЭЦ АЗС КПП МКАД ВСМ ТОР ОЭЗ СЭЗ "
    "ТОСЭР ГЧП БПЛА РСБУ МСФО КПД УТС ПЦР КТ МРТ ФАП"
)
_NO_LATIN: Final = re.compile(
    r"(?:KazanForum|KazanSummit|Telegram|VK|PDF|USD|EUR|RUB|CNY|IT|FIHAV|Messe|Forum|Expo|"
    r"Summit|World|Photo|Halal)\b|MOEX|Brent"
)
_EVENT: Final = re.compile(
    r"(?:форум|выставк|фестивал|конференци|ярмарк|премия|премии|премию|программ|проект|газет|"
    r"журнал|сайт|телеканал|клуб|команд|матч|стадион|турнир|"
    r"конкурс|праздник|саммит|акци|спектакл|опер|фильм|книг|ансамбл|квартет|марк[аиуе]\b|марки|"
    r"модел|вертол[её]т|трасс|маршрут|медал|орден|знак|"
    r"звани|тем[аеу]\b|фонтан|площадк|формат|неделя|недел|недели|хаб|карта|карту|издани|"
    r"агентств|бренд|рубрик|дом\b|сери|игр|стратеги|круглого\s+стола|"
    r"круглом\s+столе|платформ|приложени|метод|систем|парк[ае]?\b|кампус|школ|"
    r"группы\s+здоровья)\w*\s+(?:[а-яё-]+\s+){0,2}$",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r"\b[вВ]\s+(?:[а-яё]+\s+){0,2}$")
_SPEECH: Final = re.compile(
    r"[,.!?…:]|\s[–—-]\s|\b(?:мы|нас|это|что|не|я|вы|наш\w*|есть|для|как|где|уже|и)\b", re.IGNORECASE
)


def organization_spans(source: RuleText) -> Iterator[ScoredSpan]:
    """PARTNER spans, LOCATION where a zone or park is only a place; they may overlap, the engine chooses."""
    for number, sentence in enumerate(source.sentences):
        if source.is_boilerplate(number):
            continue
        text, start, end = source.text, sentence.start, sentence.end
        yield from _quoted(text, start, end)
        for pattern in (_NAMED, _CHAMBER, _MIXED):
            for match in pattern.finditer(text, start, end):
                yield ScoredSpan(match.start(), match.end(), "PARTNER", _CONFIDENCE)
        for match in _ABBREVIATION.finditer(text, start, end):
            if not _is_common(match[0]) and not text[start:end].isupper():
                yield ScoredSpan(match.start(), match.end(), "PARTNER", _CONFIDENCE - 0.1)
        for match in _LATIN.finditer(text, start, end):
            if (
                not _NO_LATIN.search(match[0])
                and _is_russian(text[start:end])
                and not _EVENT.search(text, start, match.start())
            ):
                yield ScoredSpan(match.start(), match.end(), "PARTNER", _CONFIDENCE - 0.15)


def _quoted(text: str, start: int, end: int) -> Iterator[ScoredSpan]:
    for match in _QUOTED.finditer(text, start, end):
        name = next(part for part in match.groups()[1:] if part)
        before = text[start : match.start()]
        if (
            not name[0].isupper()
            or len(name.split()) > 4
            or (not match[1] and (_SPEECH.search(name) or before.rstrip().endswith(":")))
        ):
            continue
        if _EVENT.search(before) and not match[1]:
            continue
        zone = match[1] in ("ОЭЗ", "СЭЗ", "ТОСЭР", "ТОР") and _PLACE.search(before)
        yield ScoredSpan(match.start(), match.end(), "LOCATION" if zone else "PARTNER", _CONFIDENCE)


def _is_common(word: str) -> bool:
    bare = re.sub(r"[а-яё]+$", "", word)
    return bare in _NO_ABBREVIATION or len(bare) < 3


def _is_russian(sentence: str) -> bool:
    latin = len(re.findall(r"[A-Za-z]", sentence))
    return latin * 2 < len(re.findall(r"[А-Яа-яЁё]", sentence))
