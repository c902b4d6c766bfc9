"""Where the formulas come from, in full: the catalogue names them by author and year."""

from __future__ import annotations

from typing import Final

REFERENCES: Final = (
    "Barrat, A., Barthélemy, M., Pastor-Satorras, R. & Vespignani, A. 2004. The architecture of complex weighted "
    "networks. PNAS 101, 3747–3752.",
    "Bonacich, P. 1972. Factoring and weighting approaches to status scores and clique identification. Journal of "
    "Mathematical Sociology 2, 113–120.",
    "Bonacich, P. 1991. Simultaneous group and individual centralities. Social Networks 13, 155–168.",
    "Borgatti, S. P. 1997. Structural holes: unpacking Burt's redundancy measures. Connections 20, 35–38.",
    "Borgatti, S. P. & Everett, M. G. 1997. Network analysis of 2-mode data. Social Networks 19, 243–269.",
    "Borgatti, S. P. & Halgin, D. S. 2011. Analyzing affiliation networks. In The SAGE Handbook of Social Network "
    "Analysis, 417–433.",
    "Brandes, U. 2001. A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25, 163–177.",
    "Brandes, U. & Pich, C. 2007. Centrality estimation in large networks. International Journal of Bifurcation and "
    "Chaos 17, 2303–2318.",
    "Brin, S. & Page, L. 1998. The anatomy of a large-scale hypertextual Web search engine. Computer Networks 30, "
    "107–117.",
    "Burt, R. S. 1992. Structural Holes. Harvard University Press.",
    "Efron, B. & Tibshirani, R. J. 1993. An Introduction to the Bootstrap. Chapman & Hall.",
    "Faust, K. 1997. Centrality in affiliation networks. Social Networks 19, 157–191.",
    "Freeman, L. C. 1977. A set of measures of centrality based on betweenness. Sociometry 40, 35–41.",
    "Freeman, L. C. 1978. Centrality in social networks: conceptual clarification. Social Networks 1, 215–239.",
    "Gould, R. V. & Fernandez, R. M. 1989. Structures of mediation. Sociological Methodology 19, 89–126.",
    "Hopcroft, J. & Tarjan, R. 1973. Efficient algorithms for graph manipulation. Communications of the ACM 16, "
    "372–378.",
    "Kleinberg, J. M. 1999. Authoritative sources in a hyperlinked environment. Journal of the ACM 46, 604–632.",
    "Marchiori, M. & Latora, V. 2000. Harmony in the small-world. Physica A 285, 539–546.",
    "Newman, M. E. J. 2001. Scientific collaboration networks II. Physical Review E 64, 016132.",
    "Newman, M. E. J. 2003. Mixing patterns in networks. Physical Review E 67, 026126.",
    "Newman, M. E. J. 2004. Analysis of weighted networks. Physical Review E 70, 056131.",
    "Rochat, Y. 2009. Closeness centrality extended to unconnected graphs: the harmonic centrality index. "
    "Applications of Social Network Analysis, Zürich.",
    "Seidman, S. B. 1983. Network structure and minimum degree. Social Networks 5, 269–287.",
    "Traag, V. A., Waltman, L. & van Eck, N. J. 2019. From Louvain to Leiden: guaranteeing well-connected "
    "communities. Scientific Reports 9, 5233.",
    "Wasserman, S. & Faust, K. 1994. Social Network Analysis. Cambridge University Press.",
)
"""By author and year."""
