"""Words that put what was said somewhere else than at the gathering that the article reports on."""

from __future__ import annotations

import re

ELSEWHERE = re.compile(
    r"\b(?:told (?:reporters|journalists|a (?:joint )?(?:press|news) conference|the media)|(?:press|news) conference|"
    r"in (?:a|an) (?:\w+ ){0,2}(?:statement|email|e-mail|interview|letter|post|tweet|message)|after talks|"
    r"on (?:Twitter|Facebook|X|Telegram)|by (?:tele)?phone|phone interview|on its website|"
    r"on social media|at the (?:airport|gate)|"
    r"written (?:statement|response)|after the ceremony|"
    r"told (?:parliament|lawmakers|senators|MPs|the (?:parliament|cabinet|senate|assembly|diet|"
    r"[A-Z]\w+ on (?:Mon|Tues|Wednes|Thurs|Fri)day))|"
    r"(?:morning|evening|breakfast|talk) (?:show|programme|program)|"
    r"[Cc]ontacted by|reached by|statement issued|after the (?:event|meeting)|press release|tweeted|posted)\b"
)
