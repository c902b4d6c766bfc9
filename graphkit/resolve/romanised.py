"""Names of people in one spelling, whichever way they were written in Latin letters.

One sound is spelled in many ways when names pass from Cyrillic, Azerbaijani, Uzbek, Turkish, Georgian or Arabic
into English: Taghiyev, Tagiyev, Tağıyev; Qodirov, Kodirov, Kadirov; Çetinkaya, Chetinkaya. Each rule below
undoes one such choice. The result is a key to compare by, not a spelling to show.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graphkit.extract import lexicon
from graphkit.extract.gazetteers import fold

_RULES: tuple[tuple[str, str], ...] = (
    (r"[^a-z]", ""),
    (r"^m[aeou]h+[ae]m+[aei]d", "muhamad"),  # Mohammed, Muhammad
    (r"gh", "g"),  # Taghiyev
    (r"kh|x", "h"),  # Khasanov, Xasanov, Hasanov
    (r"q|ck", "k"),  # Qodirov
    (r"tch|tsch|ch", "c"),  # Chetinkaya, Çetinkaya
    (r"sch|sh", "s"),  # Ayshe, Ayşe
    (r"dzh|zh|dj", "j"),  # Dzhavid, Javid
    (r"ts|tz", "s"),
    (r"ph", "f"),
    (r"w", "v"),
    (r"ou", "u"),  # Moussa, Musa
    (r"oe", "o"),
    (r"ue", "u"),
    (r"iy|yi|ij", "i"),  # Daniyar, Daniar
    (r"y", "i"),  # Sadykova, Sadikova
    (r"(?<=[aeou])i(?=e)", ""),  # Rzayev, Rzaev
    (r"ie(?=v)", "e"),  # Aliyev, Aliev
    (r"i+", "i"),
    (r"o", "a"),  # Yuldoshev, Yuldashev
    (r"ee", "i"),
    (r"(?<=[aeiu])h$", ""),  # Abdullazadeh
    (r"(.)\1+", r"\1"),  # Sattorova
)
_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in _RULES)


@lru_cache(maxsize=100_000)
def romanised(word: str) -> str:
    """The key of one word of a name.

    Example:
        >>> romanised("Tağıyev") == romanised("Taghiyev") == romanised("Tagiev")
        True
        >>> romanised("Aliyev") == romanised("Aliyeva")
        False
    """
    key = fold(word)
    for pattern, replacement in _COMPILED:
        key = pattern.sub(replacement, key)
    return key


def name_key(name: str) -> tuple[str, ...]:
    """The keys of a full name's words without particles and initials, in alphabetical order.

    "Li Wei" and "Wei Li" are alike, "Saeed Al Mazouri" and "Said al-Mazouri" as well.
    """
    words = re.findall(r"[^\W\d_]+", re.sub(r"['’ʻʼ`]", "", name.replace("-", " ")))
    kept = [word for word in words if len(word) > 1 and fold(word) not in lexicon.PARTICLES]
    return tuple(sorted(key for word in kept or words if (key := romanised(word))))


def skeleton(key: str) -> str:
    """The consonants of a key: what stays when vowels are heard differently ("mamad", "mamed")."""
    return re.sub(r"[aeiu]", "", key)
