"""Event types of sentences, by verbs and nouns (annotation guidelines, section 2)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rucoop.data.labels import EventType
from rucoop.model.lexemes import word_set
from rucoop.model.rule_cues import CUES
from rucoop.model.rule_text import RuleText, is_future
from rucoop.model.spans import ScoredSentence, ScoredSpan

_CONFIDENCE: Final = 0.7
_W: Final = r"[а-яё]*"


def _any(*stems: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


_VERB_ENDINGS: Final = tuple(sorted(word_set("ет ят ут ют ит ем им тся ат")))
_TO_SIGN: Final = re.compile(
    r"\b(?:подпи(?:шут|шет|шем|сать)|подготовить|планируется|намечен|будет\s+подписан|ожидается|"
    r"предлагает|предложил)",
    re.IGNORECASE,
)
_SIGNED: Final = _any(
    rf"подпис{_W}", rf"заключ(?:ил|ен|ён){_W}", r"скреп", r"действует", r"парафиров", r"продл(?:ен|ил)", r"оформил"
)
_SAID: Final = frozenset(["PARTNER", "PERSON", "POSITION", "SECTOR", "GOODS", "AGREEMENT", "FIGURE"])


def typed_sentences(source: RuleText, spans: Sequence[ScoredSpan]) -> list[ScoredSentence]:
    """All sentences with the event types their words speak for; none in a document without a second side."""
    sides = any(span.label == "PARTNER" for span in spans)
    labels = [{span.label for span in inside} for inside in source.by_sentence(spans)]
    return [
        ScoredSentence(s.start, s.end, dict.fromkeys(_types(source, i, labels[i]), _CONFIDENCE) if sides else {})
        for i, s in enumerate(source.sentences)
    ]


def _types(source: RuleText, number: int, inside: set[str]) -> Iterator[EventType]:
    text = source.covered(number)
    if not inside & _SAID or source.is_boilerplate(number):
        return
    future = _is_future(source, number)
    for kind, cues in CUES.items():
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
