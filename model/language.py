"""Whether a text is one this package reads: Russian, and not empty."""

import re
from typing import Final

from rucoop.model.schema import RecordWarning

_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]")
_LETTER: Final = re.compile(r"[^\W\d_]")
# Letters of the neighbours' alphabets (Tatar, Bashkir, Kazakh, Belarusian, Ukrainian, Uzbek, Tajik) that Russian lacks.
_FOREIGN: Final = re.compile(r"[ӘәҒғҚқҢңӨөҰұҮүҺһІіЇїЄєҐґЎўҖҗҲҳҶҷӢӣӮӯҪҫҘҙҠҡ]")
_LOOKED_AT: Final = 20_000


def language_warnings(text: str) -> list[RecordWarning]:
    """``empty_text`` for white space, ``not_russian`` where Russian letters are under half or mixed with others."""
    if not text.strip():
        return [_warning("empty_text", "the text is empty or white space")]
    sample = text[:_LOOKED_AT]
    letters = len(_LETTER.findall(sample))
    russian, foreign = len(_CYRILLIC.findall(sample)), len(_FOREIGN.findall(sample))
    if 2 * russian < letters or letters == 0:
        return [_warning("not_russian", f"{russian} of {letters} letters are Russian; expected more than half")]
    if 40 * foreign > letters:
        return [_warning("not_russian", f"{foreign} of {letters} letters belong to another Cyrillic alphabet")]
    return []


def _warning(code: str, message: str) -> RecordWarning:
    return RecordWarning(code=code, message=message, start=None, end=None)  # type: ignore[arg-type]
