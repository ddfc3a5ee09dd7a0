"""Normal forms of organisations' names: nominative, one kind of quotation marks, and a key under which spans meet."""

import re
from typing import Final

from rucoop.model.normal_form import nominative

_OPENING: Final = "«„“\"'"
_CLOSING: Final = "»“”\"'"
_QUOTED: Final = re.compile(r"[«„“\"]\s*([^«»„“”\"]+?)\s*[»“”\"]")
_LEGAL_FORM: Final = re.compile(
    r"\b(?:п?ао|ооо|оао|зао|тоо|нао|нпо|нпп|по|гк|ук|ано|фгуп|гуп|муп|фгбоу|фгаоу|гбу|во|ип|одо|чуп|руп|"
    r"компани[яи]|группа|холдинг|концерн|корпорация|производственное объединение|группа компаний)\b"
)
_LONG_FORMS: Final = {"торгово промышленная палата": "тпп"}


def unquoted(text: str) -> str:
    """``text`` without the pair of quotation marks around the whole of it, if there is one."""
    bare = text.strip()
    if len(bare) > 2 and bare[0] in _OPENING and bare[-1] in _CLOSING and not any(c in '«»„“”"' for c in bare[1:-1]):
        return bare[1:-1].strip()
    return bare


def organization_name(text: str) -> str:
    """The nominative of an organisation's name; a quoted part stays as it is, in « »; outer marks are dropped."""
    bare = " ".join(unquoted(text).split())
    if bare != " ".join(text.split()):
        return bare
    quoted = _QUOTED.search(bare)
    if quoted is None:
        return _nominative(bare)
    head = _nominative(bare[: quoted.start()].rstrip())
    return f"{head} «{quoted[1]}»{bare[quoted.end() :]}".strip()


def _nominative(name: str) -> str:
    form = nominative(name) if name else ""
    return form if "ё" in name else form.replace("ё", "е")


def organization_key(name: str) -> str:
    """Lower case, without quotation marks, hyphens and legal form: ``ПАО «КАМАЗ»`` and ``КАМАЗ`` share it."""
    plain = re.sub(r"[^\w\s]", " ", name.lower().replace("ё", "е"))
    short = " ".join(_LEGAL_FORM.sub(" ", plain).split()) or " ".join(plain.split())
    return _LONG_FORMS.get(short, short)
