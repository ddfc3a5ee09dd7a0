"""POSITION spans by a lexicon of posts; PERSON spans after a post, by the dictionary, and by a known surname."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from rucoop.model.lexemes import word_set
from rucoop.model.persons import stem
from rucoop.model.rule_text import RuleText, Word, grammemes, is_known
from rucoop.model.spans import ScoredSpan

_POST_CONFIDENCE: Final = 0.85
_NAME_CONFIDENCE: Final = 0.85
_SPHERE_WORD: Final = (
    r"(?:сельского\s+хозяйства|продовольствия|промышленности|торговли|экономики|"
    r"экономического\s+развития|транспорта|дорожного\s+хозяйства|культуры|"
    r"образования|науки|высшего\s+образования|здравоохранения|спорта|физической\s+культуры|"
    r"молод[её]жи|молод[её]жной\s+политики|молод[её]жных\s+дел|туризма|"
    r"иностранных\s+дел|внутренних\s+дел|энергетики|экологии|природных\s+ресурсов|"
    r"лесного\s+хозяйства|строительства|архитектуры|жилищно-коммунального\s+хозяйства|ЖКХ|"
    r"цифрового\s+развития|государственного\s+управления|информационных\s+технологий|"
    r"информатизации|связи|труда|занятости|социальной\s+защиты|социальной\s+политики|"
    r"финансов|юстиции|внешней\s+торговли|внешних\s+связей|внешнеэкономических\s+связей|"
    r"инвестиций|инноваций|предпринимательства|"
    r"земельных\s+и\s+имущественных\s+отношений|иностранных\s+инвестиций|передовых\s+технологий|"
    r"водных\s+ресурсов|нефти|газа|обороны|"
    r"сельскому\s+хозяйству|туризму|культуре|экономике|промышленности\s+и\s+торговле|"
    r"делам\s+\w+|инвестициям|печати|массовым\s+коммуникациям|АПК|"
    r"чрезвычайных\s+ситуаций|потребительского\s+рынка|индустрии|машиностроения)"
)
_SPHERE: Final = rf"(?:\s+(?:по\s+)?{_SPHERE_WORD}(?:(?:,\s+|\s+и\s+){_SPHERE_WORD})*)"
_RANK: Final = (
    r"(?:(?:[Пп]ерв\w{2,3}|[Гг]лавн\w{2,3}|[Ии]сполнительн\w{2,3}|[Гг]енеральн\w{2,3}|"
    r"[Кк]оммерческ\w{2,3}|[Тт]ехническ\w{2,3}|[Фф]инансов\w{2,3}|[Уу]правляющ\w{2,3}|"
    r"[Тт]оргов\w{2,3}|[Пп]очетн\w{2,3}|[Уу]полномоченн\w{2,3}|[Пп]остоянн\w{2,3})\s+)?"
)
_CORE: Final = (
    r"(?:[Вв]ице-|[Ээ]кс-|[Зз]ам)?(?:[Гг]убернатор|[Пп]резидент|[Пп]ремьер-министр|[Пп]ремьер|"
    r"[Рр]аис|[Аа]ким|[Хх]оким|[Хх]яким|[Мм]эр|[Пп]осол|[Пп]осл(?=[ау]\b|ом\b|ы\b)|[Нн]ачальник|"
    r"[Мм]уфтий|[Мм]уфти(?=[яюе])|[Пп]редставител(?=[ьяюе]м?\b)|[Кк]онсул|[Гг]енконсул|"
    r"[Мм]инистр|[Дд]иректор|[Гг]ендиректор|[Рр]ектор|[Пп]роректор|[Сс]пикер|[Тт]оргпред|"
    r"[Пп]остпред|[Сс]екретар|[Кк]анцлер|[Кк]орол|[Ээ]мир|[Пп]ремьер-канцлер|"
    r"[Сс]оветник|[Пп]омощник|[Аа]ташше|[Пп]олпред|[Уу]полномоченн(?=ый|ого|ому|ым))(?:[аеуоюя]м?|ем|ы|ом|ей|ь|ю|ям?)?"
)
_CHAIR: Final = (
    r"(?:[Пп]редседател[ьяюеи]|[Пп]редседателем|[Зз]ампредседател[ья]|[Пп]редправлени[яею]|"
    r"[Зз]ампред)(?:\s+(?:правления|совета\s+директоров|наблюдательного\s+совета|комитета|"
    r"комиссии))?"
)
_HEAD: Final = r"[Гг]лав(?:а|ы|е|у|ой)"
_DEPUTY: Final = r"(?:[Пп]ерв\w{2,3}\s+)?[Зз]аместител(?:ь|я|ю|ем|и|ей|ями)"
_ACTING: Final = (
    r"(?:[Вв]рио|[Вв]ременно\s+исполняющ\w{2,3}\s+обязанности|[Ии]сполняющ\w{2,3}\s+обязанности|"
    r"[Ии]\.\s?о\.)"
)
_TITLE: Final = rf"(?:{_RANK}{_CORE}{_SPHERE}?|{_CHAIR}|{_HEAD})"
_POST: Final = re.compile(
    rf"(?<![\w-])(?:{_ACTING}\s+)?(?:{_DEPUTY}\s+)?(?:[Чч]резвычайн\w{{2,3}}\s+и\s+[Пп]олномочн\w{{2,3}}\s+)?{_TITLE}"
    rf"(?:\s+[–—-]\s+(?:{_RANK}[Мм]инистр\w{{0,2}}{_SPHERE}|[Рр]уководител[ьяюе]м?\s+[Аа]ппарата))?(?![\w-])"
)
_LONE_DEPUTY: Final = re.compile(rf"(?<![\w-]){_DEPUTY}(?![\w-])(?=\s+[а-яё]+\s)")
_WEAK: Final = re.compile(r"^(?:глав(?!н)|секретар|советник|помощник|корол|начальник)", re.IGNORECASE)
_NO_POST: Final = re.compile(r"^представител|^(?:министр|директор|ректор)(?:ов|ами)$", re.IGNORECASE)
_CREDIT: Final = re.compile(r"(?:пресс-служб\w|кабинет\w{0,2}|во)\s$", re.IGNORECASE)
_NO_NAME: Final = word_set("Фото Автор Просмотров Журнал Газета Контакты Теги Тэги Источник")
_HEAD_OF: Final = re.compile(
    r"\s+(?:(?:[А-ЯЁ]|республик|регион|област|кра[яею]|район|город|государств|администраци|"
    r"представительств|ведомств|правительств|департамент|управлени|компани|МИД|делегаци|холдинг|"
    r"муницип)|отметил|сказал|сообщил|подчеркнул|рассказал|заявил)"
)


def position_spans(source: RuleText) -> Iterator[ScoredSpan]:
    """POSITION spans in text order."""
    for number, sentence in enumerate(source.sentences):
        if source.is_boilerplate(number):
            continue
        for match in _POST.finditer(source.text, sentence.start, sentence.end):
            weak = _WEAK.match(match[0]) and not _HEAD_OF.match(source.text, match.end())
            barred = _NO_POST.match(match[0]) or _CREDIT.search(source.text[max(0, match.start() - 20) : match.start()])
            if not weak and not barred:
                yield ScoredSpan(match.start(), match.end(), "POSITION", _POST_CONFIDENCE)


def person_spans(source: RuleText, anchors: Sequence[ScoredSpan]) -> Iterator[ScoredSpan]:
    """PERSON spans: runs of capitalised words that are names, or that stand behind a post or its side (``anchors``)."""
    ends = {span.end for span in anchors}
    blocked = bytearray(len(source.text))
    for span in anchors:
        blocked[span.start : span.end] = b"\x01" * (span.end - span.start)
    found: list[tuple[Word, ...]] = []
    loose: list[tuple[Word, ...]] = []
    for words in source.words:
        for run in _runs(source.text, words, blocked):
            behind = (
                any(run[0].start - gap in ends for gap in (0, 1, 2)) and not source.text[run[0].start - 1].isalpha()
            )
            names = _name_part(run, behind)
            (found if names else loose).append(names or run)
    for name in found:
        yield ScoredSpan(_initials(source.text, name[0].start), name[-1].end, "PERSON", _NAME_CONFIDENCE)
    full = [words for words in found if len(words) > 1]
    surnames = {stem(words[-1].text) for words in full} | {stem(w[0].text) for w in found if len(w) == 1}
    given = {stem(word.text) for words in full for word in words[:-1]}
    for run in loose:
        for i, word in enumerate(run):
            if stem(word.text) in surnames and len(stem(word.text)) > 2 and "Geox" not in grammemes(word.text):
                first = i - 1 if i and stem(run[i - 1].text) in given else i
                yield ScoredSpan(_initials(source.text, run[first].start), word.end, "PERSON", _NAME_CONFIDENCE - 0.05)


def _runs(text: str, words: Sequence[Word], blocked: bytearray) -> Iterator[tuple[Word, ...]]:
    """Neighbouring capitalised words outside the blocked spans, separated by single spaces."""
    run: list[Word] = []
    for word in words:
        capital = (word.text[0].isupper() and word.text[1:].lower() == word.text[1:]) or _is_double(word.text)
        free = not any(blocked[word.start : word.end])
        if run and not (capital and free and text[run[-1].end : word.start] in (" ", "\u00a0", ". ")):
            yield tuple(run)
            run = []
        if capital and free and len(word.text) > 1:
            run.append(word)
    if run:
        yield tuple(run)


def _is_double(word: str) -> bool:
    """``Касым-Жомарт``, ``аль-Мазруи``."""
    parts = re.split(r"[-’']", word)
    return len(parts) > 1 and all(part[:1].isupper() and part[1:].islower() for part in parts[1:]) and len(word) > 4


def _name_part(run: tuple[Word, ...], behind: bool) -> tuple[Word, ...]:
    """The words of the run that are a person's name; empty where none is."""
    while len(run) > 1 and (run[0].text in _NO_NAME or (_is_thing(run[0]) and not (behind and len(run) == 2))):
        run = run[1:]
    run = tuple(takewhile(lambda word: word.text not in _NO_NAME, run))
    tags = [grammemes(word.text) for word in run]
    if behind and len(run) > 1:
        return run[:4]
    for i, tag in enumerate(tags):
        if "Name" in tag and i + 1 < len(run) and not ("Geox" in tags[i + 1] and "Surn" not in tags[i + 1]):
            return run[i : i + 3]
    if behind and len(run) == 1 and not _is_thing(run[0]) and len(run[0].text) > 3:
        return run if "Surn" in tags[0] or not is_known(run[0].text) else ()
    return ()


def _is_thing(word: Word) -> bool:
    """True for a word of the dictionary that is no part of a name: ``Встреча``, ``Правительством``."""
    return is_known(word.text) and not {"Name", "Surn", "Patr"} & grammemes(word.text)


def _initials(text: str, start: int) -> int:
    """Where the name starts if initials stand before it."""
    before = text[max(0, start - 8) : start]
    match = re.search(r"(?:[А-ЯЁ]\.\s?){1,2}$", before)
    return start - len(before) + match.start() if match else start
