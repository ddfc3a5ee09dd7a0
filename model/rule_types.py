"""Event types of sentences, by verbs and nouns (annotation guidelines, section 2)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rucoop.data.labels import EventType
from rucoop.model.rule_text import RuleText
from rucoop.model.spans import ScoredSentence, ScoredSpan

_CONFIDENCE: Final = 0.7
_W: Final = r"[а-яё]*"


def _any(*stems: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


_CUES: Final[dict[EventType, re.Pattern[str]]] = {
    "meeting": _any(
        rf"встретил(?:ся|ась|ись)\b", rf"встреча{_W}\b", rf"встречи\b", rf"встречу\b", rf"переговор{_W}", rf"обсу(?:дил|ждал|жда|жден){_W}", rf"беседовал{_W}", rf"беседа\b",
        rf"провел{_W}\s+(?:рабочую\s+)?(?:встречу|переговоры|беседу)", rf"говорили\b", rf"заседани{_W}", rf"принял{_W}\s", rf"рассмотре(?:ли|ны)\b", rf"речь\s+(?:шла|ид[её]т)",
        rf"отметил{_W}\s+в\s+ходе\s+встречи", r"затронул", rf"тем(?:ой|а|ы)\s+(?:разговора|беседы|встречи|переговоров|обсуждения)", rf"собеседник",
    ),
    "visit": _any(
        rf"делегаци{_W}", rf"визит{_W}", rf"прибы(?:л|ть|в){_W}", rf"прилете{_W}", rf"приехал{_W}", rf"посети(?:л|ли|в|ла){_W}", rf"посещал{_W}", rf"побывал{_W}", rf"осмотрел{_W}",
        rf"ознакоми(?:л|лись|лся){_W}", rf"принимал{_W}", rf"рабоч{_W}\s+поездк{_W}", rf"поездк{_W}", r"гост(?:ям|ей|и)\s+(?:показал|познаком|посет|осмотр|увид|побыв)", rf"принял{_W}\s+(?:делегаци|губернатор|глав|посол|посла|аким|президент|премьер)",
    ),
    "agreement": _any(
        rf"подписа(?:л|н|ли|ны|на|но|ние|ния|нием|в){_W}", rf"заключ(?:ил|ен|или|ены|ено){_W}", rf"поставил{_W}\s+подпис", rf"скрепил{_W}", rf"соглашени{_W}", r"меморандум", rf"подпис(?:и|ей)\b",
    ),
    "trade": _any(
        rf"товарооборот{_W}", rf"торгов(?:ля|ли|лю|ле|ый\s+оборот)", rf"экспорт(?:а|у|ом|е|ир{_W})?\b", rf"импорт(?:а|у|ом|е|ир{_W})?\b", rf"постав(?:ля|ил|ки|ок|ку|ка|ит|лен){_W}", rf"отгру(?:ж|з){_W}",
        rf"закуп(?:ил|ает|ают|ки|ок){_W}", r"ввоз", r"вывоз", rf"поступают\b", r"везут\b", r"продал", r"продают", rf"оборот\b",
    ),
    "project": _any(
        rf"строительств{_W}\s+завод{_W}", rf"завод{_W}\s+по\b", rf"производств{_W}\s+в\b", rf"совместн{_W}\s+(?:предприяти|производств|проект){_W}", rf"проект{_W}\s", rf"инвестици{_W}", rf"построи{_W}", rf"строит\b", rf"открыл(?:ся|и|а|ось)\b",
        rf"запуст{_W}", rf"запуск{_W}", rf"действует\b", rf"реализу{_W}", rf"рейс{_W}", rf"авиасообщени{_W}", rf"учатся\b", rf"обучает{_W}", rf"резидент{_W}", rf"мощност{_W}", rf"создан{_W}\s", rf"филиал{_W}", rf"сборк{_W}", rf"сборочн{_W}", rf"дилерск{_W}", rf"открыт\b",
    ),
    "forum": _any(
        rf"форум{_W}", rf"выставк{_W}", rf"саммит{_W}", rf"конференци{_W}", rf"кругл{_W}\s+стол{_W}", r"KazanForum", r"KazanSummit", r"ПМЭФ", r"Иннопром", rf"ярмарк{_W}", rf"фестивал{_W}",
    ),
    "intent": _any(
        rf"предлож(?:ил|ила|или){_W}", rf"предлага(?:ет|ют|ем|я){_W}", rf"пригла(?:сил|шает|шение|шаем|шени){_W}", rf"готов(?:а|ы|о)?\b", rf"намерен{_W}", rf"планиру(?:ет|ют|ется|ем){_W}", rf"договорил(?:ись|ся)", rf"заинтересован{_W}",
        rf"интерес(?:ует|уют|уются)?\b", rf"рассчитыва(?:ет|ют|ем){_W}", rf"выразил{_W}", rf"надеем{_W}", rf"хот(?:ел|ят|им|ели){_W}", rf"хочет\b", rf"предстоит\b", rf"перспектив{_W}", rf"поручил{_W}", rf"услови(?:лись|ться)", rf"готовност{_W}",
        rf"будет\b", rf"будут\b", rf"приед(?:ет|ут)", rf"подпиш(?:ут|ет|ем)", rf"заверил{_W}", rf"попросил{_W}", rf"просит\b", rf"стан(?:ет|ут)\b", rf"нужн(?:а|о|ы)\b", rf"могл(?:и|а|о)\s+бы", rf"обещ{_W}",
    ),
}  # fmt: skip
_SIGNED: Final = _any(rf"подпис{_W}", rf"заключ(?:ил|ен|ён){_W}", rf"скреп", rf"действует", rf"парафиров", rf"продл(?:ен|ил)", rf"оформил")
_NEEDS_FIGURE_OR_GOODS: Final = frozenset({"trade"})
_FUTURE_PLAN: Final = re.compile(r"\b(?:подпишут|подписать|подготовить|планируется|намечен|будет\s+подписан)", re.IGNORECASE)


def typed_sentences(source: RuleText, spans: Sequence[ScoredSpan]) -> list[ScoredSentence]:
    """All sentences with the event types their words speak for; none in a document without a second side."""
    sides = any(span.label == "PARTNER" for span in spans)
    return [
        ScoredSentence(s.start, s.end, dict.fromkeys(_types(source, i, spans), _CONFIDENCE) if sides and not source.is_boilerplate(i) else {})
        for i, s in enumerate(source.sentences)
    ]


def _types(source: RuleText, number: int, spans: Sequence[ScoredSpan]) -> Iterator[EventType]:
    sentence = source.sentences[number]
    text = source.covered(number)
    inside = {span.label for span in spans if sentence.start <= span.start < sentence.end}
    if not inside & {"PARTNER", "PERSON", "POSITION", "SECTOR", "GOODS", "AGREEMENT", "FIGURE"}:
        return
    for kind, cues in _CUES.items():
        if cues.search(text) and _fits(kind, text, inside):
            yield kind


def _fits(kind: EventType, text: str, inside: set[str]) -> bool:
    """The labels that a type cannot do without."""
    if kind == "agreement":
        return "AGREEMENT" in inside and _SIGNED.search(text) is not None and not _FUTURE_PLAN.search(text)
    if kind == "trade":
        return bool(inside & {"GOODS", "FIGURE"})
    if kind == "project":
        return bool(inside & {"FIGURE", "SECTOR", "PARTNER", "LOCATION"}) and not (inside <= {"PERSON", "POSITION"})
    return True
