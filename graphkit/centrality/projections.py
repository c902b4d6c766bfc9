"""How each network is derived from who attended, represents and was quoted where."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from graphkit import vocabulary
from graphkit.centrality.incidence import Incidence
from graphkit.centrality.matrices import Matrix, off_diagonal
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
    return Ties(known, present, matrix[present][:, present], directed=True)


def _by_shared_forums(known: Incidence, label: str) -> Ties:
    places = known.of_label(label)
    part = known.took_part[places]
    came = np.diff(part.indptr) > 0
    places, part = places[came], part[came]
    sizes = np.asarray(part.sum(axis=0)).reshape(-1)
    closeness = np.divide(1, sizes - 1, out=np.zeros_like(sizes), where=sizes > 1)
    return Ties(
        known,
        places,
        off_diagonal((part @ part.T).tocsc().T),  # the transpose of what is symmetric, in order
        part=part,
        closeness=closeness,
        for_countries=label != vocabulary.COUNTRY,
        forums=int((sizes > 1).sum()),
    )


def _two_mode(known: Incidence, joined: Matrix) -> Ties:
    came = np.flatnonzero(np.diff(joined.indptr))
    held = np.flatnonzero(np.bincount(joined.indices, minlength=joined.shape[1]))
    part = joined[came][:, held]
    back = sparse.csr_array(part.T)
    whole = sparse.csr_array(
        (
            np.concatenate((part.data, back.data)),
            np.concatenate((part.indices + len(came), back.indices)),
            np.concatenate((part.indptr, part.nnz + back.indptr[1:])),
        ),
        shape=(len(came) + len(held),) * 2,
    )
    side = np.repeat([0, 1], [len(came), len(held)])
    places = np.concatenate((came, len(known.entities) + held))
    return Ties(known, places, whole, side=side, forums=len(held))
