"""Event types of sentences, by verbs and nouns (annotation guidelines, section 2)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rucoop.data.labels import EventType
from rucoop.model.rule_text import RuleText, is_future
from rucoop.model.spans import ScoredSentence, ScoredSpan

_CONFIDENCE: Final = 0.7
_W: Final = r"[а-яё]*"


def _any(*stems: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


_CUES: Final[dict[EventType, re.Pattern[str]]] = {
    "meeting": _any(
        r"встретил(?:ся|ась|ись)\b", rf"встреч(?:а|и|у|е|ей|ами){_W}\b", rf"переговор{_W}", rf"обсу(?:дил|ждал|жда|жден){_W}", rf"бесед(?:а|ы|у|е|ой|овал){_W}\b",
        r"говорили\b", rf"заседани{_W}", r"рассмотре(?:ли|ны)\b", rf"реч[ьи]\s+(?:шла|ид[её]т|зашла){_W}", rf"затрон{_W}", rf"собеседник{_W}", rf"разговор{_W}",
        rf"тем(?:ой|а|ы|ами)\s+(?:разговора|беседы|встречи|переговоров|обсуждения|стал){_W}", rf"повестк{_W}", r"приняла?\s+(?:участие|главу|губернатора|посла|президента|премьера|акима|делегацию|министра|хокима)",
        rf"провел{_W}\s+(?:рабочую\s+)?(?:встречу|переговоры|беседу)", r"сверили", rf"созвонил{_W}", rf"видеосвяз{_W}", rf"отдельно\s+(?:остановил|говорил|обсуд){_W}",
    ),
    "visit": _any(
        rf"делегаци{_W}", rf"визит(?!н){_W}", rf"прибы(?:л|ть|в|ли){_W}", rf"прилете{_W}", rf"приеха{_W}", rf"посети(?:л|ли|в|ла){_W}", rf"посещал{_W}", rf"побыва{_W}", rf"осмотрел{_W}",
        rf"ознакоми(?:л|лись|лся){_W}", rf"рабоч{_W}\s+поездк{_W}", rf"поездк{_W}", r"гост(?:ям|ей|и|ю|я)\s+(?:показал|познаком|посет|осмотр|увид|побыв|представил|принима|возлож|встре|пробы)", rf"показал{_W}\s+гост",
        rf"миссия\b", r"обошли\b",
    ),
    "agreement": _any(
        rf"подписа(?:л|н|ли|ны|на|но|ние|ния|нием|в){_W}", rf"заключ(?:ил|ен|или|ены|ено|ила){_W}", rf"поставил{_W}\s+подпис", r"подписи\s+(?:под|постав)", rf"скреп(?:ил|ле){_W}", r"соглашени", r"меморандум", r"договор(?!и|енн)",
        r"контракт", r"протокол", r"дорожн\w+\s+карт", r"план\w*\s+(?:совместных\s+)?(?:мероприятий|действий)", r"программ\w+\s+сотрудничества", r"документ\w*\s+подписа",
    ),
    "trade": _any(
        rf"товарооборот{_W}", r"торгов(?:ля|ли|лю|ле|ый\s+оборот|ать|ал|али|аем|ает)\b", rf"экспорт(?:а|у|ом|е|ир{_W})?\b", rf"импорт(?:а|у|ом|е|ир{_W})?\b", rf"постав(?:ля|ил|ки|ок|ку|ка|ит|лен|ят|ками|ках){_W}", rf"отгру(?:ж|з){_W}",
        rf"закуп(?:ил|ает|ают|ки|ок|ать|ит){_W}", rf"ввоз{_W}", rf"вывоз{_W}", rf"поступа{_W}", r"везут\b", rf"прода(?:л|ют|[её]т|но|ж){_W}", rf"оборот{_W}", r"ид[уё]т\b", r"уход(?:ит|ят)\b", r"ушл[ои]\b", rf"получа(?:ет|ют|ем)\b",
        rf"покупа{_W}", r"снабжа", r"бер[её]т\b", r"берут\b", rf"отправ(?:ля|ил){_W}", r"купил", r"законтракт", r"взамен\b", r"навстречу\b", r"обратно\b", r"наторговал",
    ),
    "project": _any(
        rf"строительств{_W}\s+завод{_W}", r"завод\w*\s+по\b", rf"совместн{_W}\s+(?:предприяти|производств|проект){_W}", rf"построи(?:л|ли|ть|т){_W}", r"строит(?:ся)?\b", r"строят\b", r"открыл(?:ся|и|а|ось|ась)\b", r"открыт[оаы]?\b",
        rf"запус(?:т|к){_W}", r"действует\b", rf"реализу{_W}", rf"рейс{_W}", rf"авиасообщени{_W}", r"уч(?:атся|ится|илось|ились)\b", rf"обучает{_W}", rf"резидент{_W}", rf"мощност{_W}", rf"филиал{_W}", rf"сборк{_W}", rf"сборочн{_W}", rf"дилерск{_W}",
        r"собира(?:ет|ют)\b", rf"инвестиц{_W}", rf"влож(?:ил|ен|ат|ит){_W}", rf"стажиров{_W}", rf"совместно\s+(?:разраб|созда|выпуск|собир){_W}", rf"рабочих\s+мест", r"работают\b", r"заняты?\b", r"создали\b", r"летают\b", r"площадк",
    ),
    "forum": _any(
        rf"форум{_W}", rf"выставк{_W}", rf"саммит{_W}", rf"конференци{_W}", rf"кругл{_W}\s+стол{_W}", r"KazanForum", r"KazanSummit", r"ПМЭФ", r"Иннопром", rf"ярмарк{_W}", rf"на\s+полях", r"стенд",
    ),
    "intent": _any(
        rf"предлож(?:ил|ила|или|ение){_W}", r"предлага(?:ет|ют|ем|я|лось)\b", rf"пригла(?:сил|шает|шение|шаем|шени|сит){_W}", r"готов(?:а|ы|о|ят|ится|ность|ности)?\b", rf"намерен{_W}", r"планиру(?:ет|ют|ется|ем)\b", r"договорил(?:ись|ся)",
        rf"заинтересован{_W}", r"интересу?(?:ет|ют|уются|ны|но)\b", r"рассчитыва(?:ет|ют|ем)\b", r"надеем", r"хот(?:ел|ят|им|ели|ела)\w*\b", r"хочет\b", r"предстоит\b", rf"перспектив{_W}", r"поручил\w*", r"услови(?:лись|ться)\b",
        r"заверил", r"попросил\w*", r"прос(?:ит|ят)\b", r"нужн(?:а|о|ы|ен)\b", r"могл(?:и|а|о)?\s+бы", r"мог\s+бы", r"обеща\w+", r"ждут?\b", r"жд[её]т\b", r"стоит\s+(?:подумать|попробовать)", r"назначен", r"намечен", r"ожида",
        r"призвал", r"пообещал", r"можно\s+(?:расширить|наладить|создать)", r"зов[её]т\b", r"зовут\b",
    ),
}  # fmt: skip
_VERB_ENDINGS: Final = ("ет", "ят", "ут", "ют", "ит", "ем", "им", "тся", "ат")
_TO_SIGN: Final = re.compile(r"\b(?:подпи(?:шут|шет|шем|сать)|подготовить|планируется|намечен|будет\s+подписан|ожидается|предлагает|предложил)", re.IGNORECASE)
_SIGNED: Final = _any(rf"подпис{_W}", rf"заключ(?:ил|ен|ён){_W}", rf"скреп", rf"действует", rf"парафиров", rf"продл(?:ен|ил)", rf"оформил")
_SAID: Final = frozenset("PARTNER PERSON POSITION SECTOR GOODS AGREEMENT FIGURE".split())


def typed_sentences(source: RuleText, spans: Sequence[ScoredSpan]) -> list[ScoredSentence]:
    """All sentences with the event types their words speak for; none in a document without a second side."""
    sides = any(span.label == "PARTNER" for span in spans)
    return [
        ScoredSentence(s.start, s.end, dict.fromkeys(_types(source, i, spans), _CONFIDENCE) if sides else {})
        for i, s in enumerate(source.sentences)
    ]


def _types(source: RuleText, number: int, spans: Sequence[ScoredSpan]) -> Iterator[EventType]:
    sentence = source.sentences[number]
    text = source.covered(number)
    inside = {span.label for span in spans if sentence.start <= span.start < sentence.end}
    if not inside & _SAID or source.is_boilerplate(number):
        return
    future = _is_future(source, number)
    for kind, cues in _CUES.items():
        if kind == "intent":
            if (future or cues.search(text)) and inside != {"PERSON"}:
                yield kind
        elif cues.search(text) and _fits(kind, text, inside, future):
            yield kind


def _fits(kind: EventType, text: str, inside: set[str], future: bool) -> bool:
    """The labels and tenses that a type cannot do without."""
    if kind == "agreement":
        named = "AGREEMENT" in inside or ("FIGURE" in inside and _SIGNED.search(text) is not None)
        return named and (not future or _SIGNED.search(text) is not None) and not _TO_SIGN.search(text)
    if kind == "trade":
        return bool(inside & {"GOODS", "FIGURE"})
    if kind == "project":
        return bool(inside & {"FIGURE", "SECTOR", "PARTNER", "LOCATION"})
    return True


def _is_future(source: RuleText, number: int) -> bool:
    """True if the sentence has a verb in the future tense."""
    return any(word.low.endswith(_VERB_ENDINGS) and is_future(word.text) for word in source.words[number])
