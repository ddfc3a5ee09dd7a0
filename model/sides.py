"""The sides of a document: which territory each span speaks for, the home side, and the main counterparty."""

import re
from collections.abc import Iterable
from typing import Final

from rucoop.model.clauses import distance
from rucoop.model.layout import Layout
from rucoop.model.names import PartnerName
from rucoop.model.partners import Group, by_id
from rucoop.model.posts import is_head
from rucoop.model.representatives import Tie

_LISTED: Final = re.compile(r"[\s,()]*(?:и|или|а также|и даже|,)?\s*(?:в|во|из|с|со|на)?\s*")

_NEARER: Final = 1.0  # a region is rather the counterparty than the country it lies in


class Sides:
    """Partners by reference (``p1`` ...), and for every PARTNER or PERSON span the territory it speaks for."""

    def __init__(self, layout: Layout, groups: list[Group], ties: list[Tie], home: str | None) -> None:
        self.layout, self.groups, self.ties = layout, groups, ties
        self.refs = [f"p{i}" for i in range(1, len(groups) + 1)]
        self._group_at = {i: n for n, group in enumerate(groups) for i in group.mentions}
        self._by_code = {group.name.code: n for n, group in enumerate(groups) if group.name.code}
        self.home = self._by_code.get(home) if home else None
        self.home_code = home
        self.home_country = home.split("-")[0] if home else None
        self._speaks = {i: self._territory(i) for i in self._group_at}
        self._persons = {
            i: self._speaks.get(tie.partner) for tie in ties if tie.partner is not None for i in tie.person.mentions
        }
        self.main = self._main()
        self._persons |= self._heads_without_side()

    def territory(self, index: int) -> int | None:
        """Group number of the territory that PARTNER or PERSON span ``index`` speaks for."""
        return self._speaks.get(index, self._persons.get(index))

    def group(self, index: int) -> int | None:
        """Group number of PARTNER span ``index``."""
        return self._group_at.get(index)

    def runs(self, indices: Iterable[int]) -> list[list[int]]:
        """Counterparties of PARTNER spans, those that stand in one enumeration together."""
        found: list[list[int]] = []
        last: int | None = None
        for index in indices:
            number = self._speaks.get(index)
            if number is None or number == self.home or self._is_frame(number):
                continue
            if (
                last is not None
                and len(gap := self.layout.text[self.layout.spans[last].end : self.layout.spans[index].start]) < 30
                and _LISTED.fullmatch(gap)
            ):
                found[-1].append(number)
            else:
                found.append([number])
            last = index
        return [list(dict.fromkeys(run)) for run in found]

    def represented(self, tie: Tie) -> int | None:
        """Group number of the partner that a person speaks for: the one beside the name, a post's own otherwise."""
        if tie.partner is not None:
            return self._group_at.get(tie.partner)
        return self._persons.get(tie.person.mentions[0])

    def ref(self, number: int) -> str:
        return self.refs[number]

    def named(self, indices: Iterable[int]) -> list[int]:
        """Territories that the spans speak for, each once, in text order."""
        found = (self.territory(i) for i in indices)
        return list(dict.fromkeys(n for n in found if n is not None))

    def others(self, numbers: Iterable[int]) -> list[int]:
        """Those that are neither home, nor its country, nor the country of another one that is there."""
        kept = [n for n in numbers if n != self.home and not self._is_frame(n)]
        countries = {self.groups[n].name.country for n in kept if self.groups[n].name.kind != "country"}
        return [
            n for n in kept if self.groups[n].name.kind != "country" or self.groups[n].name.country not in countries
        ]

    def with_both(self, numbers: list[int]) -> list[int]:
        """The sides of what happens between ``numbers``: the home side first, then the others; who is missing is added.

        Where only one side is named, the main counterparty (for home) or home (for a counterparty) is the other.
        """
        others = self.others(n for n in numbers if not self._is_own(n))
        others = others or ([] if self.main is None else [self.main])
        if self.home is not None:
            return [*self._home_side(numbers), *others]
        if len(others) == 1 and self.main is not None and others[0] != self.main:
            return [self.main, *others]
        return others if len(others) > 1 else [*others, *self._second(others)]

    def _home_side(self, numbers: list[int]) -> list[int]:
        """Home; regions of it, or the country around it, where they are named and home is not."""
        if self.home is None or self.home in numbers:
            return [] if self.home is None else [self.home]
        return [n for n in numbers if self._is_own(n) or self._is_frame(n)] or [self.home]

    def _is_own(self, number: int) -> bool:
        """True for a region of a country that is home."""
        name = self.groups[number].name
        return number != self.home and self.home_code == self.home_country == name.country

    def _second(self, others: list[int]) -> list[int]:
        """Without a home side, the territory named first that is not there yet."""
        known = dict.fromkeys(n for n in self._speaks.values() if n is not None and n not in others)
        return list(known)[:1]

    def of_figure(self, index: int, metric: int | None) -> str | None:
        """Ref of the territory other than home that a figure is about: of its sentence, of those before, or main."""
        sentence = self.layout.sentence_index(self.layout.spans[index].start)
        found = self._nearest(index, sentence)
        if found is None:
            found = self._before(sentence)
        if found is None:
            found = self.main
        return None if found is None else self.refs[found]

    def of_sentence(self, sentence: int) -> list[int]:
        """Group numbers of those named in a sentence; where no counterparty is, the one of the sentence before."""
        named = self.named(self.layout.in_sentence(sentence, "PARTNER", "PERSON"))
        sentences = self.layout.sentences
        if self.others(named) or sentence == 0:
            return named
        if "\n" in self.layout.text[sentences[sentence - 1].end : sentences[sentence].start]:
            return named
        before = self.others(self.named(self.layout.in_sentence(sentence - 1, "PARTNER", "PERSON")))
        return [*named, *before] if len(before) == 1 else named

    def _nearest(self, index: int, sentence: int) -> int | None:
        candidates = [
            (distance(self.layout, i, index), i)
            for i in self.layout.in_sentence(sentence, "PARTNER")
            if (n := self._speaks[i]) is not None and n != self.home and not self._is_frame(n)
        ]
        return self._speaks[min(candidates)[1]] if candidates else None

    def _before(self, sentence: int) -> int | None:
        """The last counterparty named in the same paragraph before the sentence."""
        sentences = self.layout.sentences
        for earlier in range(sentence - 1, -1, -1):
            if "\n" in self.layout.text[sentences[earlier].end : sentences[earlier + 1].start]:
                return None
            found = self.others(self.named(self.layout.in_sentence(earlier, "PARTNER")))
            if found:
                return found[-1]
        return None

    def _territory(self, index: int) -> int | None:
        """A territory speaks for itself, a city for the territory it lies in, an organisation for the one behind it.

        A place without a code speaks for nobody where the document names a counterparty with one.
        """
        number = self._group_at[index]
        name = self.groups[number].name
        if name.kind == "organization":
            behind = self._group_at.get(index + 1)
            owned = behind is not None and self.groups[behind].is_territory
            return self._territory(index + 1) if owned and not self.layout.gap(index, index + 1).strip() else None
        if name.code is not None and (self.groups[number].municipal or not self._is_capital(name)):
            return number
        parent = by_id().get(name.parent) if name.parent else None
        country = self._by_code.get(name.country) if name.country and name.country != self.home_country else None
        above = self._by_code.get(parent.code, country) if parent is not None and parent.code else country
        if above is not None or name.code is not None:
            return number if above is None else above
        coded = any(group.name.code not in (None, self.home_code, self.home_country) for group in self.groups)
        return None if coded and name.kind != "country" else number

    def _is_capital(self, name: PartnerName) -> bool:
        """True for the capital of a country, which acts for it even where it keeps a code of its own."""
        parent = by_id().get(name.parent) if name.parent else None
        return parent is not None and parent.kind == "country" and parent.capital == name.name

    def _is_frame(self, number: int) -> bool:
        """The country that home lies in is a frame, not a counterparty."""
        name = self.groups[number].name
        return name.kind == "country" and name.code == self.home_country and self.home_country is not None

    def _main(self) -> int | None:
        """The territory other than home that is named most, early, and by its head."""
        scores: dict[int, float] = {}
        spans, length = self.layout.spans, max(1, len(self.layout.text))
        for index, number in (self._speaks | self._persons).items():
            if number is None or number == self.home or self._is_frame(number) or self._is_own(number):
                continue
            early = 1.0 - spans[index].start / length
            scores[number] = scores.get(number, 0.0) + 1.0 + early
        for tie in self.ties:
            number = self._speaks.get(tie.partner) if tie.partner is not None else None
            if number in scores and tie.post and is_head(tie.post):
                scores[number] += 2.0
        for number in scores:
            scores[number] += _NEARER if self.groups[number].name.kind != "country" else 0
        return max(scores, key=lambda n: (scores[n], -n), default=None)

    def _heads_without_side(self) -> dict[int, int | None]:
        """A head of a territory whose side the text leaves out speaks for the main counterparty, if nobody does."""
        taken = {self.territory(tie.person.mentions[0]) for tie in self.ties if tie.post and is_head(tie.post)}
        if self.main is None or self.main in taken:
            return {}
        free = [tie for tie in self.ties if tie.post and is_head(tie.post) and tie.partner is None]
        return {i: self.main for tie in free[:1] for i in tie.person.mentions}
