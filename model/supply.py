"""Which way goods flow in a sentence, from prepositions, cases and verbs of supply.

A sentence is read clause by clause: ``из X`` names the supplier, ``в X`` and ``для X`` the receiver, the subject is
one or the other by its verb, and words like ``взамен`` turn the flow of the clause before.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from rucoop.model.allusions import allusions
from rucoop.model.layout import Layout
from rucoop.model.sides import Sides

_CLAUSE: Final = re.compile(
    r"[;:]\s|,\s+(?:а|но|и\s+обратно|навстречу|взамен|в\s+ответ|в\s+свою\s+очередь|тогда\s+как|"
    r"оттуда|откуда|куда)\b|\bа\s+(?:также\s+)?в\b|"
    r"\bв\s+(?:свою\s+очередь|обратн\w+\s+(?:сторону|направлении))\b|\bнавстречу\b|\bобратно\b|\bвзамен\b|"
    r",\s+(?:и\s+)?(?:закуп|купи|получ|импортир|поставил|продал|отправил)|"
    r",\s+(?:в|во|из|на)\s+[а-яё-]+\s+(?:поступа|ид[уе]т|везут|приход|завоз|ввоз|постав|отправ|отгруж)",
    re.IGNORECASE,
)
_BACK: Final = re.compile(r"\b(?:обратн\w+|навстречу|взамен|встречн\w+|в\s+ответ)\b", re.IGNORECASE)
_FROM: Final = re.compile(
    r"(?:\bиз|\bот|ввоза?\s+из|производства|выпуска|изготовления)\s*(?:(?!(?:в|во|на|для|к|через)\s)[а-яё-]+\s+){0,2}$",
    re.IGNORECASE,
)
_FOR: Final = re.compile(r"\b(?:для|на|к)\s+(?:[а-яё-]+\s+)?$", re.IGNORECASE)
_TO: Final = re.compile(
    r"(?:\bв|\bво|\bна\s+рын\w+|\bдля|\bв\s+адрес|\bна\s+экспорт\s+в)\s*(?:(?:предприяти|завод|"
    r"компани|рын|шинник|нефтяник|жител)\w*\s+)?$",
    re.IGNORECASE,
)
_GIVE: Final = re.compile(
    r"\b(?:постав[а-яё]+|отгру[а-яё]+|экспорт[а-яё]+|прода[а-яё]+|отправ[а-яё]+|вывоз[а-яё]+|предл[а-яё]+|передал\w*|"
    r"направ[а-яё]+|снабж[а-яё]+|произвед[а-яё]+|выпуска[а-яё]+|шл[ею]т|располагает)\b",
    re.IGNORECASE,
)
_TAKE: Final = re.compile(
    r"\b(?:импорт[а-яё]+|закуп[а-яё]+|покуп[а-яё]+|купи[а-яё]+|приобр[а-яё]+|получ[а-яё]+|"
    r"ввоз[а-яё]+|завоз[а-яё]+|бер[её]т|берут|брать|"
    r"заинтересован\w*|интерес[а-яё]+|нужн\w+|нуждается|просит|попросил\w*|жд[её]т|заказ[а-яё]+|хочет\s+брать)\b",
    re.IGNORECASE,
)


class Flow(NamedTuple):
    """Supplier and receiver as partner numbers; None where not told."""

    supplier: int | None
    receiver: int | None


def flows(layout: Layout, sides: Sides, sentence: int, last: Flow) -> dict[int, Flow]:
    """The flow of every GOODS span of a sentence; ``last`` is the flow of the sentence with goods before it."""
    found: dict[int, Flow] = {}
    for start, end in _clauses(layout, sentence):
        goods = [i for i in layout.in_sentence(sentence, "GOODS") if start <= layout.spans[i].start < end]
        flow = _complete(_stated(layout, sides, sentence, start, end), sides)
        if flow == Flow(None, None):
            turned = _BACK.search(layout.text, start, end) is not None
            flow = Flow(last.receiver, last.supplier) if turned else (last if found else flow)
        if flow != Flow(None, None):
            last = flow
        found |= dict.fromkeys(goods, flow)
    return found


def flow_at(layout: Layout, sides: Sides, sentence: int, offset: int) -> Flow:
    """The flow that the clause around ``offset`` tells, or that goes on from the clause before it."""
    last, verb = Flow(None, None), ""
    if not layout.sentences:
        return last
    for start, end in _clauses(layout, sentence):
        text = layout.text[start:end]
        flow = _complete(_stated(layout, sides, sentence, start, end), sides)
        here = _verb(text)
        if flow == Flow(None, None):
            turned = _BACK.search(text) is not None or (bool(here and verb) and here != verb)
            flow = Flow(last.receiver, last.supplier) if turned else last
        if start <= offset < end:
            return flow
        last, verb = flow, here or verb
    return Flow(None, None)


def _verb(text: str) -> str:
    """``take`` or ``give`` by the first verb of supply in a clause; empty if there is none."""
    take, give = _TAKE.search(text), _GIVE.search(text)
    if take and not (give and give.start() < take.start()):
        return "take"
    return "give" if give else ""


def _clauses(layout: Layout, sentence: int) -> Iterator[tuple[int, int]]:
    span = layout.sentences[sentence]
    cuts = [m.start() for m in _CLAUSE.finditer(layout.text, span.start, span.end)]
    inside = [(layout.spans[i].start, layout.spans[i].end) for i in layout.in_sentence(sentence)]
    cuts = [c for c in cuts if c > span.start and not any(start <= c < end for start, end in inside)]
    return zip([span.start, *cuts], [*cuts, span.end], strict=True)


def _stated(layout: Layout, sides: Sides, sentence: int, start: int, end: int) -> Flow:
    """What the clause itself says."""
    supplier = receiver = subject = None
    for index in layout.in_sentence(sentence, "PARTNER", "PERSON"):
        span, side = layout.spans[index], sides.territory(index)
        if not start <= span.start < end or side is None:
            continue
        before = layout.text[start : span.start]
        if span.label == "PARTNER" and _FROM.search(before):
            supplier = side if supplier is None else supplier
        elif span.label == "PARTNER" and _TO.search(before):
            receiver = side if receiver is None else receiver
        elif subject is None:
            subject = side
    for start_at, side, adjective in allusions(layout, sides, start, end):
        before = layout.text[start:start_at]
        if side in (supplier, receiver, subject):
            continue
        if supplier is None and (_FROM.search(before) or (adjective and not _FOR.search(before))):
            supplier = side
        elif receiver is None and _TO.search(before):
            bought = _verb(layout.text[start:end]) == "take"  # `закупил в Татарстане`
            supplier, receiver = (side, receiver) if bought and supplier is None else (supplier, side)
    if subject is not None and subject not in (supplier, receiver):
        take, give = (pattern.search(layout.text, start, end) for pattern in (_TAKE, _GIVE))
        if take and not (give and give.start() < take.start()) and receiver is None:
            receiver = subject
        elif give and supplier is None:
            supplier = subject
    return Flow(supplier, receiver)


def _complete(flow: Flow, sides: Sides) -> Flow:
    """The side that is not told is home, or the main counterparty where home is the one told."""
    supplier, receiver = flow
    if supplier is None and receiver is not None:
        supplier = _other(receiver, sides)
    elif receiver is None and supplier is not None:
        receiver = _other(supplier, sides)
    return Flow(supplier, receiver)


def _other(side: int, sides: Sides) -> int | None:
    return sides.main if side == sides.home else sides.home
