"""Cutting a multilingual SentencePiece vocabulary down to Russian, the way RuBERT was made from multilingual BERT
(Kuratov and Arkhipov 2019). Only pieces of letters, of digits, or of one character stay, so that no span edge falls
inside a piece (``%)``, ``".``)."""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from tokenizers import Tokenizer

SPACE = "▁"


def kept_ids(tokenizer: dict[str, Any], words: Sequence[str]) -> list[int]:
    """Ids, in their old order, of the pieces that ``words`` need in any casing, and of single characters, numbers
    and short Latin pieces. ``tokenizer``: a parsed ``tokenizer.json`` with a Unigram vocabulary."""
    vocabulary = tokenizer["model"]["vocab"]
    special = {token["id"] for token in tokenizer["added_tokens"]}
    known = set(words)
    keep = used_ids(tokenizer, words)
    keep |= {i for i, (piece, _) in enumerate(vocabulary) if is_simple(piece) or piece.lstrip(SPACE).lower() in known}
    return sorted(special | {i for i in keep if is_clean(vocabulary[i][0])})


def used_ids(tokenizer: dict[str, Any], words: Iterable[str], batch: int = 20000) -> set[int]:
    """Ids that the words need as written, Capitalised and UPPER-CASE, after a space and after a quotation mark."""
    reader, used = Tokenizer.from_str(json.dumps(tokenizer)), set()
    forms = iter(_forms(words))
    while texts := list(islice(forms, batch)):
        for encoding in reader.encode_batch(texts, add_special_tokens=False):
            used.update(encoding.ids)
    return used


def _forms(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        for form in {word, word[:1].upper() + word[1:], word.upper()}:
            yield form
            yield "«" + form


def is_simple(piece: str) -> bool:
    """True for pieces kept whatever the words: single characters, digits, punctuation, short Latin pieces."""
    body = piece.lstrip(SPACE)
    if not body or (body.isascii() and not any(c.isalpha() for c in body)):
        return True
    if body.isascii():
        return body.isalpha() and len(body) <= 3
    if any(c.isdigit() for c in body) and not any(c.isalpha() for c in body):
        return all(ord(c) < 0x2100 for c in body)
    if len(body) == 1:
        return ord(body) < 0x530 or (0x2000 <= ord(body) < 0x2800 and unicodedata.category(body)[0] in "PSN")
    return all(unicodedata.category(c)[0] in "PS" and ord(c) < 0x2800 for c in body)


def is_clean(piece: str) -> bool:
    """True for pieces of letters only, of digits only, or of one character."""
    body = piece.lstrip(SPACE)
    return len(body) <= 1 or body.isdigit() or all(c.isalpha() or unicodedata.combining(c) for c in body)


def trimmed(tokenizer: dict[str, Any], keep: Sequence[int]) -> dict[str, Any]:
    """``tokenizer.json`` with only the kept pieces, renumbered in their old order."""
    new = {old: number for number, old in enumerate(keep)}
    out: dict[str, Any] = json.loads(json.dumps(tokenizer))
    out["model"]["vocab"] = [tokenizer["model"]["vocab"][i] for i in keep]
    out["model"]["unk_id"] = new[tokenizer["model"]["unk_id"]]
    for token in out["added_tokens"]:
        token["id"] = new[token["id"]]
    for token in out["post_processor"]["special_tokens"].values():
        token["ids"] = [new[i] for i in token["ids"]]
    return out
