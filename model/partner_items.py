"""Groups of PARTNER spans -> the record's partners, each with those who speak for it."""

from collections.abc import Sequence

from rucoop.model.layout import Layout
from rucoop.model.representatives import Tie
from rucoop.model.schema import Engine, Partner, Representative
from rucoop.model.sides import Sides


def partner_items(layout: Layout, sides: Sides, tied: Sequence[Tie], source: Engine) -> list[Partner]:
    """The partners in order of first mention."""
    return [
        Partner(
            ref=sides.ref(number),
            kind=group.name.kind,
            name=group.name.name,
            code=group.name.code,
            oktmo=group.name.oktmo,
            home=number == sides.home,
            source=source,
            representatives=[_representative(layout, tie) for tie in tied if sides.represented(tie) == number],
            mentions=[layout.mention(i) for i in group.mentions],
        )
        for number, group in enumerate(sides.groups)
    ]


def _representative(layout: Layout, tie: Tie) -> Representative:
    mentions = [layout.mention(i) for i in tie.person.mentions]
    return Representative(name=tie.person.name, position=tie.post, mentions=mentions)
