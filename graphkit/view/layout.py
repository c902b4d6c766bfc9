"""Where each node stands: computed before the page is opened, the same each time, without chance.

Every connected part is laid out by stress majorisation (Gansner, Koren, North: Graph Drawing by Stress
Majorization, GD 2004) from a start by pivot scaling (Brandes, Pich: Eigensolver Methods for Progressive
Multidimensional Scaling of Large Data, GD 2006), its overlapping labels (of a large part: its overlapping nodes)
are pushed apart, and the parts are packed beside each other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]
Neighbours = Mapping[str, Mapping[str, None]]

_SCREEN: Final = 1.4
"""Width to height of a screen beside the legend."""
_WIDTHS: Final = (0.9, 1.0, 1.1, 1.25)
"""Widths that are tried, as shares of the one that fits where no room is lost."""
_STRETCH: Final = 1.5
"""How much the whole may be drawn apart, sideways or upwards, to come near that."""
_LINE: Final = 95.0
"""Length in pixels of a line between two nodes that have no other neighbours."""
_PIVOTS: Final = 40
_ALL_PAIRS_UP_TO: Final = 400
"""Nodes of a part up to which every pair's distance counts; above, the lines and the pivots' distances do."""
_LABELLED_UP_TO: Final = 100
"""Nodes of a part up to which every label gets its room; above, the nodes would become too small to see."""
_SPREAD: Final = 5.0
"""How many times the room of its nodes a large part takes at least."""
_GAP: Final = 30.0
"""Pixels between two parts."""

_MAJORISING_ROUNDS: Final = 80
_OVERLAP_ROUNDS: Final = 120
_SPREADING_ROUNDS: Final = 60
"""How often nodes are moved: towards their distances, and at most out of overlaps and apart."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node and its label need, in pixels around the node's centre."""

    half_width: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines from a node to a node, by their numbers within their part, with the lengths that they should have."""

    source: Indices
    target: Indices
    length: Points


def layout(neighbours: Neighbours, boxes: Mapping[str, Box], aspect: float = _SCREEN) -> dict[str, tuple[int, int]]:
    """Place every node that has a box.

    Args:
        neighbours: the nodes tied to each node; nodes without any may be left out.
        boxes: the room of every node to place, by id.
        aspect: the width to height that the whole aims at.

    Returns:
        x and y in whole pixels, around (0, 0).
    """
    parts = _connected_parts(sorted(boxes), neighbours)
    placed = [_place_part(part, neighbours, boxes) for part in parts]
    sizes = [_extent(points, [boxes[node] for node in part]) for part, points in zip(parts, placed, strict=True)]
    corners = _packed(sizes, aspect)
    moved = [points - size[:2] + corner for points, size, corner in zip(placed, sizes, corners, strict=True)]
    points = _filling(np.concatenate(moved), aspect) if moved else np.empty((0, 2))
    order = (node for part in parts for node in part)
    return {node: (round(x), round(y)) for node, (x, y) in zip(order, points.tolist(), strict=True)}


def _filling(points: Points, aspect: float) -> Points:
    """Drawn apart in the direction in which the picture has room left, which brings no two nodes nearer."""
    width, height = np.ptp(points, axis=0)
    if min(width, height) < _LINE:
        return points
    stretch = aspect * height / width
    filling: Points = points * (min(max(stretch, 1.0), _STRETCH), min(max(1 / stretch, 1.0), _STRETCH))
    return filling


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
    lines = _lines(part, neighbours)
    pivots, distances = _distances_from_pivots(lines, len(part))
    points = _upright(_majorise(_pivot_scaling(distances), *_terms(lines, pivots, distances)))
    own = [boxes[node] for node in part]
    if len(part) <= _LABELLED_UP_TO:
        return _without_overlap(points, own)
    return _spread_out(_evened(points), own)


def _lines(part: Sequence[str], neighbours: Neighbours) -> Lines:
    """Every line from both of its ends, sorted by where it leads.

    Lines between busy nodes are longer, so that their many neighbours find room around them.
    """
    number = {node: index for index, node in enumerate(part)}
    pairs = [(number[node], number[other]) for node in part for other in neighbours[node]]
    source, target = np.array(sorted(pairs, key=lambda pair: (pair[1], pair[0])), dtype=np.intp).T
    lengths = [
        _LINE * (0.7 + 0.3 * math.sqrt(len(neighbours[part[one]].keys() ^ neighbours[part[other]].keys()) / 2))
        for one, other in zip(source.tolist(), target.tolist(), strict=True)
    ]
    return Lines(source, target, np.array(lengths))


def _distances_from_pivots(lines: Lines, count: int) -> tuple[Indices, Points]:
    """The distances of all nodes from some: from every node of a small part, else from nodes far from each other."""
    if count <= _ALL_PAIRS_UP_TO:
        return np.arange(count), np.array([_distances_from(pivot, lines, count) for pivot in range(count)])
    pivots = [0]
    distances = [_distances_from(0, lines, count)]
    nearest = distances[0]
    while len(pivots) < _PIVOTS:
        pivots.append(int(np.argmax(nearest)))
        distances.append(_distances_from(pivots[-1], lines, count))
        nearest = np.minimum(nearest, distances[-1])
    return np.array(pivots), np.array(distances)


def _distances_from(start: int, lines: Lines, count: int) -> Points:
    """Shortest ways from one node (Bellman-Ford, all lines at once; the nodes have lines and hang together)."""
    distance = np.full(count, np.inf)
    distance[start] = 0.0
    first = np.searchsorted(lines.target, np.arange(count))
    while True:
        reached = np.minimum(distance, np.minimum.reduceat(distance[lines.source] + lines.length, first))
        if np.array_equal(reached, distance):
            return distance
        distance = reached


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
    return points + _sunflower(len(points)) * _LINE / 3


def _sunflower(count: int) -> Points:
    """Directions that are all different: steps of the golden angle."""
    angle = np.arange(count) * math.pi * (3 - math.sqrt(5))
    directions: Points = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return directions


def _terms(lines: Lines, pivots: Indices, distances: Points) -> tuple[Indices, Indices, Points]:
    """The pairs whose distance counts, and that distance: every line, and every node with every pivot."""
    count = distances.shape[1]
    once = lines.source < lines.target
    left = np.concatenate([lines.source[once], np.repeat(pivots, count)])
    right = np.concatenate([lines.target[once], np.tile(np.arange(count), len(pivots))])
    wanted = np.concatenate([lines.length[once], distances.ravel()])
    different = left != right
    left, right, wanted = left[different], right[different], wanted[different]
    pair = np.minimum(left, right) * count + np.maximum(left, right)
    _, first = np.unique(pair, return_index=True)
    return left[first], right[first], wanted[first]


def _majorise(points: Points, left: Indices, right: Indices, wanted: Points) -> Points:
    """Move every node to the mean of where its pairs want it, weighted by distance to the power of -2."""
    count = len(points)
    weight = wanted**-2.0
    total = np.bincount(left, weight, count) + np.bincount(right, weight, count)
    for _ in range(_MAJORISING_ROUNDS):
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


def _without_overlap(points: Points, boxes: Sequence[Box]) -> Points:
    """Push overlapping boxes apart, each pair along the way that needs the smaller move."""
    half = np.array([[box.half_width, (box.above + box.below) / 2] for box in boxes])
    centre = points + np.array([[0.0, (box.below - box.above) / 2] for box in boxes])
    shift = centre - points
    for _ in range(_OVERLAP_ROUNDS):
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


def _overlapping(centre: Points, half: Points) -> tuple[Indices, Indices]:
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


def _spread_out(points: Points, boxes: Sequence[Box]) -> Points:
    """Push the nodes of a large part apart, without room for all labels, which the page draws where they fit."""
    radius = np.array([box.above for box in boxes])
    points = points * math.sqrt(_SPREAD * float((radius**2).sum()))
    for _ in range(_SPREADING_ROUNDS):
        left, right = _near(points, 2 * float(radius.max()))
        difference = points[right] - points[left]
        distance = np.hypot(difference[:, 0], difference[:, 1])
        depth = radius[left] + radius[right] - distance
        hit = depth > 0
        if not hit.any():
            break
        left, right = left[hit], right[hit]
        push = difference[hit] * (depth[hit] / np.maximum(distance[hit], 1e-9) / 2)[:, None]
        for axis in (0, 1):
            points[:, axis] += np.bincount(right, push[:, axis], len(points)) - np.bincount(
                left, push[:, axis], len(points)
            )
    return points


def _evened(points: Points) -> Points:
    """Drawn to a disc of radius 1, in which the crowd in the middle gets room and the few far away come near."""
    points = points - np.median(points, axis=0)
    away = np.hypot(points[:, 0], points[:, 1])
    even = np.sqrt((np.argsort(np.argsort(away, kind="stable")) + 0.5) / len(points))
    wanted = 0.7 * even + 0.3 * away / away.max()
    evened: Points = points * (wanted / np.maximum(away, 1e-9))[:, None]
    return evened


def _near(points: Points, reach: float) -> tuple[Indices, Indices]:
    """Pairs of points in the same or in touching cells of a grid as wide as the reach."""
    column, row = np.floor((points - points.min(0)) / reach).astype(np.intp).T
    width = int(row.max()) + 3
    cell = column * width + row
    order = np.argsort(cell, kind="stable")
    sorted_cells = cell[order]
    lefts, rights = [], []
    for offset in (0, 1, width - 1, width, width + 1):
        first = np.searchsorted(sorted_cells, sorted_cells + offset, side="left")
        last = np.searchsorted(sorted_cells, sorted_cells + offset, side="right")
        if offset == 0:
            first = np.arange(len(order)) + 1
        counts = np.maximum(last - first, 0)
        lefts.append(np.repeat(order, counts))
        start = np.repeat(first - (np.cumsum(counts) - counts), counts)
        rights.append(order[start + np.arange(counts.sum())])
    return np.concatenate(lefts), np.concatenate(rights)


def _extent(points: Points, boxes: Sequence[Box]) -> Points:
    """Left, top, width and height of a part with its labels."""
    low = points - np.array([[box.half_width, box.above] for box in boxes])
    high = points + np.array([[box.half_width, box.below] for box in boxes])
    corner = low.min(0)
    return np.concatenate([corner, high.max(0) - corner])


def _packed(extents: Sequence[Points], aspect: float) -> list[Points]:
    """The upper left corner of each part, so that a picture of that aspect shows the whole as large as can be."""
    if not extents:
        return []
    sizes = [(float(extent[2]) + _GAP, float(extent[3]) + _GAP) for extent in extents]
    widest = max(width for width, _ in sizes)
    even = math.sqrt(sum(width * height for width, height in sizes) * aspect)
    beside = sum(width for width, _ in sizes[:2])
    tried = [_shelves(sizes, max(width, widest)) for width in (beside, *(even * share for share in _WIDTHS))]
    bounds = [(np.array(corners) + sizes).max(0) for corners in tried]
    best = min(range(len(tried)), key=lambda one: max(bounds[one][0] / aspect, bounds[one][1]))
    return [np.array(corner) - bounds[best] / 2 for corner in tried[best]]


def _shelves(sizes: Sequence[tuple[float, float]], width: float) -> list[tuple[float, float]]:
    """Corners of the first part, of those that find room beside it, and of the others under it, row by row."""
    left, first_height = sizes[0]
    corners = [(0.0, 0.0)]
    x, y, shelf = left, 0.0, 0.0
    for own_width, height in sizes[1:]:
        if x > left and x + own_width > width:
            x, y, shelf = left, y + shelf, 0.0
        if left and (x + own_width > width or y + height > first_height):
            left, x, y, shelf = 0.0, 0.0, first_height, 0.0
        corners.append((x, y))
        x, shelf = x + own_width, max(shelf, height)
    return corners
