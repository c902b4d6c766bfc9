"""The rows that every named query has to give, and the graph of those that the conference graph has none for."""

from __future__ import annotations

from typing import Any

from sample_graph import GraphMaker

from graphkit.graph import Graph

SUMMIT = "Antalya Summit"

# For each query: parameters and the rows they give on the conference graph. Names are written in other cases
# and by their aliases, as people do.
EXPECTED: dict[str, list[tuple[dict[str, str], list[tuple[Any, ...]]]]] = {
    "attendees_of_forum": [
        (
            {"forum": "antalya SUMMIT"},
            [
                ("World Bank", "Agency", "attended", 1),
                ("Türkiye", "Country", "attended", 1),
                ("Aisha Karimova", "Person", "attended", 2),
                ("Bob O'Neil", "Person", "attended", 1),
                ("Şeyma Çelik", "Person", "attended", 1),
            ],
        ),
        ({"forum": "Water Week", "status": "planned"}, [("Aisha Karimova", "Person", "planned", 1)]),
        ({"forum": "Nowhere"}, []),
    ],
    "forums_of_attendee": [
        (
            {"name": "şeyma çelik"},
            [
                ("Şeyma Çelik", "Person", "Media Days", None, None, "planned", 1),
                ("Şeyma Çelik", "Person", "Water Week", None, "2025-03", "attended", 1),
                ("Şeyma Çelik", "Person", SUMMIT, "Antalya", "2025-11-10", "attended", 1),
            ],
        ),
        (
            {"name": "turkey"},
            [("Türkiye", "Country", SUMMIT, "Antalya", "2025-11-10", "attended", 1)],
        ),
    ],
    "countries_at_forum": [
        ({"forum": "The Summit"}, [("Türkiye", True, 2)]),  # Şeyma directly, Bob through his agency
        ({"forum": "Water Week"}, [("Türkiye", False, 2)]),  # Şeyma and Anadolu Agency
    ],
    "planned_but_not_reported": [
        ({}, [("Şeyma Çelik", "Person", "Media Days", 1), ("Aisha Karimova", "Person", "Water Week", 1)]),
    ],
    "co_attendance": [
        (
            {},
            [
                ("Aisha Karimova", "Şeyma Çelik", 2),
                ("Aisha Karimova", "Bob O'Neil", 1),
                ("Bob O'Neil", "Şeyma Çelik", 1),
            ],
        ),
        ({"minimum": "2"}, [("Aisha Karimova", "Şeyma Çelik", 2)]),
    ],
    "co_attendees_of_person": [
        (
            {"person": "a. karimova"},
            [
                ("Anadolu Agency", "Agency", "Water Week"),
                ("World Bank", "Agency", SUMMIT),
                ("Türkiye", "Country", SUMMIT),
                ("Bob O'Neil", "Person", SUMMIT),
                ("Şeyma Çelik", "Person", SUMMIT),
                ("Şeyma Çelik", "Person", "Water Week"),
            ],
        ),
    ],
    "representatives_of_agency": [
        (
            {"agency": "world bank"},
            [
                ("Aisha Karimova", "Director", "Water Practice", False, "x1", "x1 at 100."),
                ("Aisha Karimova", "Vice President", None, False, "x2", "x2 at 100."),
            ],
        ),
        ({"agency": "Water Bureau"}, [("Dan Lee", "Adviser", None, True, "x3", "x3 at 140.")]),
    ],
    "representatives_of_country": [
        (
            {"country": "TURKEY"},
            [
                ("Anadolu Agency", "Agency", None, False, "x1", "x1 at 130."),
                ("Şeyma Çelik", "Person", "Minister", False, "x1", "x1 at 120."),
            ],
        ),
    ],
    "posts_of_person": [
        (
            {"person": "Aisha Karimova"},
            [
                ("World Bank", "Agency", "Director", "Water Practice", False, "x1", "x1 at 100."),
                ("World Bank", "Agency", "Vice President", None, False, "x2", "x2 at 100."),
            ],
        ),
    ],
    "changes_of_post": [({}, [("Aisha Karimova", "World Bank", 2, 2)])],
    "quotes_of_person": [
        (
            {"person": "aisha karimova"},
            [
                (
                    "Water is life",
                    "direct",
                    SUMMIT,
                    "Forum",
                    None,
                    "said",
                    "x1",
                    200,
                    205,
                    "x1 at 200.",
                ),
                (
                    "It will rain",
                    "indirect",
                    SUMMIT,
                    "Forum",
                    "Panel 2",
                    None,
                    "x2",
                    200,
                    205,
                    "x2 at 200.",
                ),
            ],
        ),
        (
            {"person": "Dan Lee"},
            [
                (
                    "No water, no peace",
                    "direct",
                    SUMMIT,
                    "Forum",
                    None,
                    "warned",
                    "x1",
                    210,
                    215,
                    "x1 at 210.",
                ),
                ("I was not there", "direct", "x3", "Article", None, "said", "x3", 230, 235, "x3 at 230."),
            ],
        ),
    ],
    "quotes_at_forum": [
        (
            {"forum": "the summit"},
            [
                ("Aisha Karimova", "Water is life", "direct", None, "x1", 200, "x1 at 200."),
                ("Dan Lee", "No water, no peace", "direct", None, "x1", 210, "x1 at 210."),
                ("World Bank", "Funds will follow", "mixed", None, "x1", 220, "x1 at 220."),
                ("Aisha Karimova", "It will rain", "indirect", "Panel 2", "x2", 200, "x2 at 200."),
            ],
        ),
    ],
    "quotes_containing": [
        (
            {"words": "WATER"},
            [
                ("Aisha Karimova", "Water is life", SUMMIT, "x1", 200),
                ("Dan Lee", "No water, no peace", SUMMIT, "x1", 210),
            ],
        ),
    ],
    "speakers": [
        (
            {},
            [
                ("Aisha Karimova", "Person", 2, 2),
                ("Dan Lee", "Person", 2, 2),
                ("World Bank", "Agency", 1, 1),
            ],
        ),
    ],
    "quoted_but_not_attending": [({}, [("Dan Lee", "Person", SUMMIT, 1)])],
    "speakers_for_country": [
        ({"country": "Kenya"}, [("Dan Lee", 2, 2)]),
        ({"country": "Türkiye"}, []),
    ],
    "brokers_between_agencies": [
        # At the summit were the World Bank and Bob of Anadolu Agency; at Water Week were Anadolu Agency
        # and Aisha of the World Bank; Şeyma, of neither, was at both.
        ({"agency": "World Bank", "other": "anadolu agency"}, [("Şeyma Çelik", 2, 2)]),
        ({"agency": "World Bank", "other": "Water Bureau"}, []),
    ],
    "forums_of_two_agencies": [
        (
            {"agency": "World Bank", "other": "Anadolu Agency"},
            [(SUMMIT, 2, 1), ("Water Week", 1, 1)],
        ),
    ],
    "forums_by_country": [({}, [("Türkiye", SUMMIT, "Antalya", "2025-11-10", 2)])],
    "forum_timeline": [
        (
            {},
            [
                ("Water Week", "2025-03", None, None, 3, 0),
                (SUMMIT, "2025-11-10", "2025-11-12", "Antalya", 5, 3),
                ("Media Days", None, None, None, 1, 0),
            ],
        ),
    ],
    "entities_in_several_articles": [
        ({}, [("Aisha Karimova", "Person", 2, 3), (SUMMIT, "Forum", 2, 2)]),
        ({"minimum": "3"}, []),
    ],
    "edges_of_article": [
        (
            {"article": "x3"},
            [
                (40, 45, "ATTENDED", "Şeyma Çelik", "Media Days", "by.hand", 0.9, "x3 at 40."),
                (140, 145, "REPRESENTS", "Dan Lee", "Water Bureau", "by.hand", 0.9, "x3 at 140."),
                (150, 155, "REPRESENTS", "Water Bureau", "Kenya", "by.hand", 0.9, "x3 at 150."),
                (230, 235, "QUOTED_IN", "Dan Lee", "x3", "by.hand", 0.9, "x3 at 230."),
            ],
        ),
    ],
    "neighbours": [
        (
            {"name": "Water Bureau"},
            [
                ("REPRESENTS", False, "Dan Lee", "Person", "x3", 140, "x3 at 140."),
                ("REPRESENTS", True, "Kenya", "Country", "x3", 150, "x3 at 150."),
            ],
        ),
    ],
    "least_certain_edges": [
        (
            {},
            [
                (0.4, "ATTENDED", "Bob O'Neil", SUMMIT, "by.hand", "x1", "x1 at 30."),
                (0.6, "REPRESENTS", "Bob O'Neil", "Anadolu Agency", "by.hand", "x1", "x1 at 110."),
            ],
        ),
        (
            {"below": "0.5"},
            [(0.4, "ATTENDED", "Bob O'Neil", SUMMIT, "by.hand", "x1", "x1 at 30.")],
        ),
    ],
    "possible_duplicates": [({}, [("wb", "Agency", 2)])],
    "path_between": [
        ({"person": "bob o'neil", "other": "Dan Lee"}, [(2, "Bob O'Neil - Antalya Summit - Dan Lee")]),
        (
            {"person": "A. Karimova", "other": "çelik"},
            [
                (2, "Aisha Karimova - Antalya Summit - Şeyma Çelik"),
                (2, "Aisha Karimova - Water Week - Şeyma Çelik"),
            ],
        ),
        ({"person": "Aisha Karimova", "other": "A. Karimova"}, []),
    ],
    "timeline_of_person": [
        (
            {"person": "dan lee"},
            [
                ("2025-11-10", "QUOTED_AT", SUMMIT, "Forum", "x1", 210, "x1 at 210."),
                (None, "REPRESENTS", "Water Bureau", "Agency", "x3", 140, "x3 at 140."),
                (None, "QUOTED_IN", "x3", "Article", "x3", 230, "x3 at 230."),
            ],
        ),
    ],
    "editions_of_forum": [
        ({"words": "SUMMIT"}, [("2025", SUMMIT, "Türkiye", "Antalya", 5, 2)]),
        (
            {"words": "da"},
            [(None, "Media Days", None, None, 1, 0)],
        ),
        ({"words": "the s"}, [("2025", SUMMIT, "Türkiye", "Antalya", 5, 2)]),
    ],
    "articles_about": [
        (
            {"name": "a. karimova"},
            [("x1", "Summit opens", "2025-11-10", 2, "Aisha Karimova"), ("x2", None, None, 1, "A. Karimova")],
        ),
    ],
    "said_by_one_article": [
        (
            {},
            [
                ("ATTENDED", "Bob O'Neil", SUMMIT, "x1", "by.hand", 0.4, "x1 at 30."),
                ("REPRESENTS", "Bob O'Neil", "Anadolu Agency", "x1", "by.hand", 0.6, "x1 at 110."),
                ("ATTENDED", "Aisha Karimova", "Water Week", "x2", "by.hand", 0.9, "x2 at 20."),
                ("ATTENDED", "Anadolu Agency", "Water Week", "x2", "by.hand", 0.9, "x2 at 50."),
                ("ATTENDED", "Türkiye", SUMMIT, "x1", "by.hand", 0.9, "x1 at 60."),
                ("ATTENDED", "World Bank", SUMMIT, "x1", "by.hand", 0.9, "x1 at 50."),
                ("ATTENDED", "Şeyma Çelik", SUMMIT, "x1", "by.hand", 0.9, "x1 at 40."),
                ("ATTENDED", "Şeyma Çelik", "Media Days", "x3", "by.hand", 0.9, "x3 at 40."),
                ("ATTENDED", "Şeyma Çelik", "Water Week", "x2", "by.hand", 0.9, "x2 at 40."),
                ("REPRESENTS", "Anadolu Agency", "Türkiye", "x1", "by.hand", 0.9, "x1 at 130."),
                ("REPRESENTS", "Dan Lee", "Water Bureau", "x3", "by.hand", 0.9, "x3 at 140."),
                ("REPRESENTS", "Water Bureau", "Kenya", "x3", "by.hand", 0.9, "x3 at 150."),
                ("REPRESENTS", "Şeyma Çelik", "Türkiye", "x1", "by.hand", 0.9, "x1 at 120."),
            ],
        ),
    ],
    "bridges_between_forums": [
        ({}, [("Şeyma Çelik", "Media Days", SUMMIT), ("Şeyma Çelik", "Media Days", "Water Week")]),
    ],
    "quotes_of_agency": [
        (
            {"agency": "WORLD BANK"},
            [
                ("Aisha Karimova", False, "Water is life", "direct", SUMMIT, "x1", 200, "x1 at 200."),
                ("World Bank", True, "Funds will follow", "mixed", SUMMIT, "x1", 220, "x1 at 220."),
                ("Aisha Karimova", False, "It will rain", "indirect", SUMMIT, "x2", 200, "x2 at 200."),
            ],
        ),
    ],
    "sessions_of_forum": [({"forum": "the summit"}, [("Panel 2", "Aisha Karimova", "Person", 1)])],
    "agencies_of_country": [
        ({"country": "turkey"}, [("Anadolu Agency", "media", 1, 1)]),
        ({"country": "Kenya"}, [("Water Bureau", "government", 1, 0)]),
    ],
}


def colleagues_and_a_name() -> Graph:
    """Two people of one agency, and a forum of which nothing is said."""
    g = GraphMaker()
    one, two = g.node("Person", "person/one", "One"), g.node("Person", "person/two", "Two")
    body, forum = g.node("Agency", "agency/body", "Body"), g.node("Forum", "forum/fair", "Fair")
    article = g.article("x1")
    g.edge("REPRESENTS", one, body, "x1", 10, role="Head")
    g.edge("REPRESENTS", two, body, "x1", 20, role="Clerk")
    g.edge("REPRESENTS", two, body, "x1", 30, role="Deputy Clerk")
    g.edge("MENTIONED_IN", forum, article, "x1", 40, surface="Fair")
    g.edge("MENTIONED_IN", forum, article, "x1", 50, surface="the Fair")
    g.edge("MENTIONED_IN", one, article, "x1", 60, surface="One")
    return g.graph


# The same for queries that the conference graph has no rows for.
EXPECTED_OF_COLLEAGUES: dict[str, list[tuple[dict[str, str], list[tuple[Any, ...]]]]] = {
    "colleagues_of_person": [({"person": "one"}, [("Two", "Body", "Agency", 1)])],
    "unconnected_entities": [({}, [("Fair", "Forum", 1, 2)])],
}
