"""PARTNER spans -> normal form and code.

A span is read, in this order, as the name of a territory, a body named by a territory's adjective (``Минский
облисполком``), a territory with a slip of one letter, a territory unknown to the tables, or an organisation.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from rucoop.data.tables import Territory, territories
from rucoop.model.bodies import body_at, elliptic, is_region_noun, is_setting
from rucoop.model.gazetteer import Found, Name, Word, longest_names, name_with_slip, words
from rucoop.model.morphology import parses
from rucoop.model.normal_form import nominative
from rucoop.model.organizations import organization_key, organization_name, unquoted

PartnerKind = Literal["country", "region", "city", "organization"]
_RANK: Final = {"country": 0, "region": 1, "city": 2}
_CITY_NOUN: Final = re.compile(r"г|город\w{0,2}")


@dataclass(frozen=True, slots=True)
class PartnerName:
    """Who a PARTNER span names.

    ``name`` is the nominative normal form. ``code``, ``oktmo`` and ``country`` are None where there is none; ``parent``
    is, for a city, the territory it lies in or is the capital of, and may speak for (the code, or our id where ISO has
    none). Spans with the same ``key`` name the same partner.
    """

    kind: PartnerKind
    name: str
    code: str | None
    oktmo: str | None
    country: str | None
    parent: str | None
    key: str


def link_partner(text: str, *, home: str | None = None, context: Collection[str] = ()) -> PartnerName:
    """The partner that the span ``text`` names, in whatever case and casing it stands.

    ``home`` is the code of the home side and ``context`` the codes found elsewhere in the document; they decide
    between the senses of a name such as ``РК``.
    """
    return _link(text, home, frozenset(context))


def context_codes(spans: Iterable[str]) -> frozenset[str]:
    """The ids of the territories that ``spans`` name without ambiguity: a ``context`` for the others."""
    certain: set[str] = set()
    for text in spans:
        found = list(longest_names(text, words(text)))
        certain |= {one.name.territories[0].id for one in found if len(one.name.territories) == 1}
    return frozenset(certain)


@lru_cache(maxsize=16384)
def _link(text: str, home: str | None, context: frozenset[str]) -> PartnerName:
    bare = unquoted(text)
    if bare == text.strip():  # a name in quotation marks is an organisation's, even «Татарстан»
        territory = _territory(bare, home, context)
        if territory is not None:
            return of_territory(territory)
        place = _unknown_place(bare)
        if place is not None:
            return place
    name = organization_name(text)
    return PartnerName("organization", name, None, None, None, None, organization_key(name))


def of_territory(territory: Territory) -> PartnerName:
    """The partner that is ``territory``."""
    parent = territory.parent if territory.kind == "city" else None
    return PartnerName(
        territory.kind, territory.name, territory.code, territory.oktmo, territory.country, parent, territory.id
    )


def choose(name: Name, home: str | None, context: Collection[str]) -> Territory | None:
    """The sense of ``name`` that home and context speak for; None where it has no sense without them."""
    best = max(name.territories, key=lambda t: _score(t, name, home, context))
    return best if _score(best, name, home, context) > 0 else None


def _score(territory: Territory, name: Name, home: str | None, context: Collection[str]) -> float:
    own = 8 * (territory.id == home) + 3 * (territory.parent == home is not None)
    near = 2 * (territory.parent in context) + 2 * (territory.country in context and territory.country != "RU")
    inside = any(code.startswith(territory.id + "-") for code in context)
    usual = 1.5 if name.territories.index(territory) < name.sure else 0
    return own + 4 * (territory.id in context) + near + 2 * inside + usual


def _territory(text: str, home: str | None, context: frozenset[str]) -> Territory | None:
    if text.islower() and len(text) < 5:
        text = text.upper()  # an acronym in a headline without capitals
    tokens = words(text)
    found = list(longest_names(text, tokens))
    body = next((b for b in (body_at(tokens, i) for i in range(len(tokens))) if b is not None), None)
    if body is not None and _all_covered(tokens, found, range(body.first, body.last + 1)):
        names = {t.id for f in found for t in f.name.territories}
        return max(body.territories, key=lambda t: (t.id == home, t.id in context, t.country in names))
    if found and _all_covered(tokens, found, range(0)):
        return _as_region(tokens, found, _most_special(found, home, context))
    adjective = elliptic(tokens)
    if adjective:
        return max(adjective, key=lambda t: (t.id == home, t.id in context, t.country in context))
    slip = name_with_slip(text, tokens) if tokens else None
    return choose(slip, home, context) if slip is not None else None


def _as_region(tokens: list[Word], found: list[Found], territory: Territory | None) -> Territory | None:
    """``провинция Герат`` is no town: a city behind a type noun is the region it is the capital of, or unknown."""
    typed = any(is_region_noun(token.form) for token in tokens[: found[0].first])
    if territory is None or territory.kind != "city" or not typed:
        return territory
    region = by_id().get(territory.parent or "")
    return region if region is not None and region.capital == territory.name else None


@cache
def by_id() -> dict[str, Territory]:
    """Territories by their id."""
    return {territory.id: territory for territory in territories()}


def _all_covered(tokens: list[Word], found: list[Found], body: range) -> bool:
    """True if every word belongs to a name or a body, or only introduces one (``города``, ``Правительства``)."""
    covered = {i for f in found for i in range(f.first, f.last + 1)} | set(body)
    return all(i in covered or is_setting(token.form) for i, token in enumerate(tokens))


def _most_special(found: list[Found], home: str | None, context: frozenset[str]) -> Territory | None:
    """``Атырауской области Казахстана`` is the oblast; what stands beside a name helps to choose its sense."""
    chosen = []
    for one in found:
        beside = {t.id for other in found if other is not one for t in other.name.territories}
        territory = choose(one.name, home, context | beside)
        if territory is not None:
            chosen.append(territory)
    return max(chosen, key=lambda t: _RANK[t.kind], default=None)


def _unknown_place(text: str) -> PartnerName | None:
    """A territory that the tables do not hold, by its type noun or by the dictionary; its code is not known."""
    tokens = words(text)
    forms = [token.form for token in tokens]
    if len(forms) > 1 and (is_region_noun(forms[0]) or is_region_noun(forms[-1])):
        return _place("region", nominative(text))
    if len(forms) > 1 and _CITY_NOUN.fullmatch(forms[0]):
        return _place("city", nominative(text[tokens[1].start :]))
    if len(forms) == 1 and not text.isupper() and "Geox" in parses(text)[0].tag:
        return _place("city", nominative(text))
    return _place("region", text) if len(forms) == 1 and _is_acronym_of_places(text) else None


def _place(kind: PartnerKind, name: str) -> PartnerName:
    return PartnerName(kind, name, None, None, None, None, name.lower())


def _is_acronym_of_places(text: str) -> bool:
    return text.isupper() and any(found.name.acronym for found in longest_names(text, words(text)))
