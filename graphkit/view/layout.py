"""Where each node stands: computed before the page is opened, the same each time, without chance.

Every connected part is laid out by stress majorisation (Gansner, Koren, North: Graph Drawing by Stress
Majorization, GD 2004) from a start by pivot scaling (Brandes, Pich: Eigensolver Methods for Progressive
Multidimensional Scaling of Large Data, GD 2006), its overlapping labels are pushed apart, and the parts are
packed beside each other.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Neighbours = Mapping[str, Mapping[str, None]]

_ASPECT: Final = 1.5
"""Width to height that the picture aims at: a screen beside a panel."""
_LINE: Final = 95.0
"""Length in pixels of a line between two nodes that have no other neighbours."""
_PIVOTS: Final = 50
_ALL_PAIRS_UP_TO: Final = 400
"""Nodes of a part up to which every pair's distance counts; above, the lines and the pivots' distances do."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node and its label need, in pixels around the node's centre."""

    half_width: float
    above: float
    below: float


def layout(neighbours: Neighbours, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Place every node that has a box.

    Args:
        neighbours: the nodes tied to each node; nodes without any may be left out.
        boxes: the room of every node to place, by id.

    Returns:
        x and y in whole pixels, around (0, 0).
    """
    parts = _connected_parts(sorted(boxes), neighbours)
    placed = [_place_part(part, neighbours, boxes) for part in parts]
    sizes = [_extent(points, [boxes[node] for node in part]) for part, points in zip(parts, placed, strict=True)]
    positions: dict[str, tuple[int, int]] = {}
    for part, points, extent, corner in zip(parts, placed, sizes, _packed(sizes), strict=True):
        moved = points - extent[:2] + corner
        positions |= {node: (round(x), round(y)) for node, (x, y) in zip(part, moved.tolist(), strict=True)}
    return positions


def _connected_parts(nodes: Sequence[str], neighbours: Neighbours) -> list[list[str]]:
    """The connected parts, the largest first, each with its nodes in order."""
    seen: set[str] = set()
    parts = []
    for start in nodes:
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for node in part:
            new = [other for other in neighbours.get(node, ()) if other not in seen]
            seen.update(new)
            part.extend(new)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part))


def _place_part(part: Sequence[str], neighbours: Neighbours, boxes: Mapping[str, Box]) -> Points:
    if len(part) == 1:
        return np.zeros((1, 2))
    number = {node: index for index, node in enumerate(part)}
    lines = _line_lengths(part, neighbours, number)
    pivots = range(len(part)) if len(part) <= _ALL_PAIRS_UP_TO else _spread_pivots(lines)
    distances = np.array([_distances_from(pivot, lines) for pivot in pivots])
    points = _majorise(_pivot_scaling(distances), *_terms(lines, list(pivots), distances))
    return _without_overlap(_upright(points), [boxes[node] for node in part])


def _line_lengths(part: Sequence[str], neighbours: Neighbours, number: Mapping[str, int]) -> list[dict[int, float]]:
    """Lines between busy nodes are longer, so that their many neighbours find room around them."""
    lengths: list[dict[int, float]] = []
    for node in part:
        own = neighbours[node]
        lengths.append(
            {
                number[other]: _LINE * (0.7 + 0.3 * math.sqrt(len(own.keys() ^ neighbours[other].keys()) / 2))
                for other in own
            }
        )
    return lengths


def _distances_from(start: int, lines: Sequence[Mapping[int, float]]) -> list[float]:
    """Shortest way from one node to each other (Dijkstra)."""
    distance = [math.inf] * len(lines)
    distance[start] = 0.0
    queue = [(0.0, start)]
    while queue:
        reached, node = heapq.heappop(queue)
        if reached > distance[node]:
            continue
        for other, length in lines[node].items():
            if reached + length < distance[other]:
                distance[other] = reached + length
                heapq.heappush(queue, (distance[other], other))
    return distance


def _spread_pivots(lines: Sequence[Mapping[int, float]]) -> list[int]:
    """Nodes far from each other: each next pivot is the one farthest from all before it."""
    pivots = [0]
    nearest = np.array(_distances_from(0, lines))
    while len(pivots) < _PIVOTS:
        pivots.append(int(np.argmax(nearest)))
        nearest = np.minimum(nearest, _distances_from(pivots[-1], lines))
    return pivots


def _pivot_scaling(distances: Points) -> Points:
    """The first two principal axes of the doubly centred squared distances to the pivots."""
    squared = distances.T**2
    centred = squared - squared.mean(0) - squared.mean(1, keepdims=True) + squared.mean()
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, [-1, -2]] if vectors.shape[1] > 1 else np.hstack([vectors, np.zeros_like(vectors)])
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), range(2)])
    points: Points = -0.5 * centred @ axes
    spread = np.abs(points).max(0)
    points = points / np.where(spread > 0, spread, 1) * np.sqrt(len(points)) * _LINE / 2
    # Nodes with the same distances would fall on one point, which no force can take apart.
    angle = np.arange(len(points)) * math.pi * (3 - math.sqrt(5))
    jitter: Points = np.stack([np.cos(angle), np.sin(angle)], axis=1) * _LINE / 3
    return points + jitter


def _terms(
    lines: Sequence[Mapping[int, float]], pivots: Sequence[int], distances: Points
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Points]:
    """The pairs whose distance counts, and that distance: every line, and every node with every pivot."""
    wanted = {
        (node, other): length for node, line in enumerate(lines) for other, length in line.items() if node < other
    }
    for row, pivot in enumerate(pivots):
        for node, length in enumerate(distances[row].tolist()):
            if node != pivot:
                wanted.setdefault((min(node, pivot), max(node, pivot)), length)
    pairs = np.array(list(wanted), dtype=np.intp)
    return pairs[:, 0], pairs[:, 1], np.array(list(wanted.values()))


def _majorise(
    points: Points, left: npt.NDArray[np.intp], right: npt.NDArray[np.intp], wanted: Points, rounds: int = 80
) -> Points:
    """Move every node to the mean of where its pairs want it, weighted by distance to the power of -2."""
    count = len(points)
    weight = wanted**-2.0
    total = np.bincount(left, weight, count) + np.bincount(right, weight, count)
    for _ in range(rounds):
        difference = points[left] - points[right]
        length = np.maximum(np.hypot(difference[:, 0], difference[:, 1]), 1e-9)
        pull = weight[:, None] * difference * (wanted / length)[:, None]
        moved = np.empty_like(points)
        for axis in (0, 1):
            to_left = weight * points[right, axis] + pull[:, axis]
            to_right = weight * points[left, axis] - pull[:, axis]
            moved[:, axis] = np.bincount(left, to_left, count) + np.bincount(right, to_right, count)
        points = moved / total[:, None]
    return points


def _upright(points: Points) -> Points:
    """Turned so that the longest extent is horizontal."""
    centred = points - points.mean(0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, ::-1]
    turned: Points = centred @ (axes * np.sign(axes[np.abs(axes).argmax(0), range(2)]))
    return turned


def _without_overlap(points: Points, boxes: Sequence[Box], rounds: int = 120) -> Points:
    """Push overlapping boxes apart, each pair along the way that needs the smaller move."""
    half = np.array([[box.half_width, (box.above + box.below) / 2] for box in boxes])
    centre = points + np.array([[0.0, (box.below - box.above) / 2] for box in boxes])
    shift = centre - points
    for _ in range(rounds):
        left, right = _overlapping(centre, half)
        if not len(left):
            break
        difference = centre[right] - centre[left]
        depth = half[left] + half[right] - np.abs(difference)
        axis = depth.argmin(1)
        rows = np.arange(len(left))
        direction = np.where(difference[rows, axis] < 0, -1.0, 1.0)
        push = 0.5 * (depth[rows, axis] + 1) * direction
        move = np.zeros_like(centre)
        hits = np.bincount(left, minlength=len(centre)) + np.bincount(right, minlength=len(centre))
        np.add.at(move, (left, axis), -push)
        np.add.at(move, (right, axis), push)
        centre = centre + move / np.sqrt(np.maximum(hits, 1))[:, None]
    placed: Points = centre - shift
    return placed


def _overlapping(centre: Points, half: Points) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Pairs of boxes that overlap, found along a sweep from left to right."""
    order = np.argsort(centre[:, 0] - half[:, 0], kind="stable")
    starts = (centre[:, 0] - half[:, 0])[order]
    last = np.searchsorted(starts, (centre[:, 0] + half[:, 0])[order], side="left")
    counts = np.maximum(last - np.arange(len(order)) - 1, 0)
    first = np.repeat(np.arange(len(order)), counts)
    offset = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    left, right = order[first], order[first + 1 + offset]
    above = np.abs(centre[left, 1] - centre[right, 1]) < half[left, 1] + half[right, 1]
    return left[above], right[above]


def _extent(points: Points, boxes: Sequence[Box]) -> Points:
    """Left, top, width and height of a part with its labels."""
    low = points - np.array([[box.half_width, box.above] for box in boxes])
    high = points + np.array([[box.half_width, box.below] for box in boxes])
    corner = low.min(0)
    return np.concatenate([corner, high.max(0) - corner])


def _packed(extents: Sequence[Points], gap: float = 30.0) -> list[Points]:
    """The upper left corner of each part: in shelves under each other, the whole near the wanted aspect."""
    if not extents:
        return []
    area = sum((extent[2] + gap) * (extent[3] + gap) for extent in extents)
    width = max(max(extent[2] for extent in extents), math.sqrt(area * _ASPECT))
    corners: list[Points] = []
    x = y = shelf = 0.0
    for extent in extents:
        if x > 0 and x + extent[2] > width:
            x, y, shelf = 0.0, y + shelf + gap, 0.0
        corners.append(np.array([x, y]))
        x += extent[2] + gap
        shelf = max(shelf, float(extent[3]))
    middle = np.array([width, y + shelf]) / 2
    return [corner - middle for corner in corners]
