"""POSITION spans: the post in its dictionary form, and what it tells about who holds it."""

import re
from typing import Final

from rucoop.model.normal_form import nominative

_ACTING: Final = re.compile(r"временно исполняющ\w+ обязанности|исполняющ\w+ обязанности|врио|и\.\s?о\.", re.IGNORECASE)
_HEAD: Final = re.compile(
    r"^(?:президент|премьер|глав[аыеуо]|губернатор|раис|аким|хоким|мэр|посол|посл[аоу]|король|эмир|канцлер|председател|"
    r"временно исполняющ|врио|генеральн\w+ консул|генконсул|вали\b|вице-премьер|заместител\w+ премьер)",
    re.IGNORECASE,
)
_DASH: Final = re.compile(r"\s+[–—-]\s+")


def post_name(text: str) -> str:
    """``Заместителю Премьер-министра`` -> ``заместитель Премьер-министра``; the first letter becomes small."""
    acting = _ACTING.match(text)
    if acting:
        return _small("временно исполняющий обязанности" + text[acting.end() :] if acting[0][0] in "вВ" else text)
    parts = _DASH.split(text)
    joined = " – ".join(nominative(_paired(part)) for part in parts)
    return _small(joined)


def is_head(post: str) -> bool:
    """True for posts whose holder speaks for a territory."""
    return _HEAD.search(post) is not None


def _paired(part: str) -> str:
    """``Чрезвычайным и Полномочным Послом``: the pair of adjectives declines as one phrase."""
    pair = re.match(r"(Чрезвычайн)\w+ и (Полномочн)\w+ (Пос\w+)", part, re.IGNORECASE)
    return (
        f"{pair[1]}ый и {pair[2]}ый {'Посол' if pair[3][0] == 'П' else 'посол'}" + part[pair.end() :] if pair else part
    )


def _small(text: str) -> str:
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
