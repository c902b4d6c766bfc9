"""How each network is derived from who attended, represents and was quoted where."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from scipy import sparse

from graphkit import vocabulary
from graphkit.centrality.incidence import Incidence
from graphkit.centrality.matrices import Indices, Matrix, off_diagonal
from graphkit.centrality.ties import Ties


def people_by_forums(known: Incidence) -> Ties:
    """People who attended the same forum."""
    return _by_shared_forums(known, vocabulary.PERSON)


def agencies_by_forums(known: Incidence) -> Ties:
    """Agencies that took part in the same forum."""
    return _by_shared_forums(known, vocabulary.AGENCY)


def countries_by_forums(known: Incidence) -> Ties:
    """Countries that took part in the same forum."""
    return _by_shared_forums(known, vocabulary.COUNTRY)


def attendance(known: Incidence) -> Ties:
    """Entities and the forums that they attended."""
    return _two_mode(known, known.attended)


def speaking(known: Incidence) -> Ties:
    """Entities and the forums at which they are quoted."""
    return _two_mode(known, known.quoted)


def representation(known: Incidence) -> Ties:
    """Who represents whom."""
    matrix = off_diagonal(known.represents)
    present = np.flatnonzero(
        (np.diff(matrix.indptr) > 0) | (np.bincount(matrix.indices, minlength=matrix.shape[0]) > 0)
    )
    return _ties(known, present, {"count": matrix[present][:, present]}, directed=True)


def _by_shared_forums(known: Incidence, label: str) -> Ties:
    places = known.of_label(label)
    part = known.took_part[places]
    came = np.diff(part.indptr) > 0
    places, part = places[came], part[came]
    sizes = np.asarray(part.sum(axis=0)).reshape(-1)
    closeness = np.divide(1, sizes - 1, out=np.zeros_like(sizes), where=sizes > 1)
    weights = {
        "count": off_diagonal(part @ part.T),
        "newman": off_diagonal(part @ sparse.diags_array(closeness) @ part.T),
    }
    countries = None if label == vocabulary.COUNTRY else known.countries[places]
    return _ties(known, places, weights, countries=countries, forums=int((sizes > 1).sum()))


def _two_mode(known: Incidence, joined: Matrix) -> Ties:
    came = np.flatnonzero(np.diff(joined.indptr))
    held = np.flatnonzero(np.bincount(joined.indices, minlength=joined.shape[1]))
    part = joined[came][:, held]
    size = len(came) + len(held)
    whole = sparse.block_array([[None, part], [part.T, None]], format="csr") if size else sparse.csr_array((0, 0))
    side = np.repeat([0, 1], [len(came), len(held)])
    return _ties(known, came, {"count": off_diagonal(whole)}, held, side=side, forums=len(held))


def _ties(
    known: Incidence,
    entities: Indices,
    weights: dict[str, Matrix],
    forums_at: Iterable[int] = (),
    *,
    directed: bool = False,
    side: Indices | None = None,
    countries: Indices | None = None,
    forums: int | None = None,
) -> Ties:
    nodes = [known.entities[at] for at in entities]
    labels = known.labels[entities].tolist()
    held = [known.forums[at] for at in forums_at]
    nodes, labels = nodes + held, labels + [vocabulary.FORUM] * len(held)
    names = tuple(known.names[node] for node in nodes)
    return Ties(tuple(nodes), tuple(labels), names, weights, directed, side, countries, forums)
