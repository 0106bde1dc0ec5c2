#!/usr/bin/env python3
"""Judges maps of the same vectors by one measure that none of their makers wrote; prints one line of JSON for each.

quality.py VECTORS.npy POSITIONS.npy ...

On 2,000 rows: trustworthiness of the 10 nearest and the share of them kept. The divergence uses one and the same affinities (perplexity 30 on the exact
90 nearest) for every map, so it compares t-SNE maps however they were made. Made for Debian's python3-scipy.
"""
import json
import sys
from pathlib import Path
import numpy as np
from scipy import sparse
from scipy.spatial import cKDTree

NEAREST, PERPLEXITY = 90, 30.0
source = Path(sys.argv[1])
vectors = np.load(source)
count = len(vectors)
rows = np.sort(np.random.RandomState(7).choice(count, min(2000, count), replace=False))


def affinities():
    kept = source.with_suffix(".nearest.npz")
    if kept.exists():
        stored = np.load(kept)
        found, squares = stored["found"], stored["squares"]
    else:
        found, squares = np.empty((count, NEAREST), "i4"), np.empty((count, NEAREST))
        norms = (vectors.astype("f8") ** 2).sum(1)
        for first in range(0, count, 1000):
            block = vectors[first:first + 1000]
            distances = norms[first:first + 1000, None] + norms[None] - 2 * (block @ vectors.T)
            distances[np.arange(len(block)), np.arange(first, first + len(block))] = np.inf
            some = np.argpartition(distances, NEAREST, 1)[:, :NEAREST]
            values = np.take_along_axis(distances, some, 1)
            order = np.argsort(values, 1)
            found[first:first + 1000] = np.take_along_axis(some, order, 1)
            squares[first:first + 1000] = np.maximum(0, np.take_along_axis(values, order, 1))
        np.savez(kept, found=found, squares=squares)
    low, high, precision = np.zeros(count), np.full(count, np.inf), np.ones(count)
    relative = squares - squares[:, :1]
    for _ in range(100):
        weights = np.exp(-relative * precision[:, None])
        total = weights.sum(1)
        entropy = np.log(total) + precision * (relative * weights).sum(1) / total
        wide = entropy > np.log(PERPLEXITY)
        low, high = np.where(wide, precision, low), np.where(wide, high, precision)
        precision = np.where(np.isinf(high), precision * 2, (low + high) / 2)
    weights /= weights.sum(1, keepdims=True)
    matrix = sparse.csr_matrix((weights.ravel(), (np.repeat(np.arange(count), NEAREST), found.ravel())), (count, count))
    return ((matrix + matrix.T) / (2 * count)).tocoo()


def ranks():
    products = vectors[rows] @ vectors.T
    products[np.arange(len(rows)), rows] = np.inf
    order = np.argsort(-products, 1)
    places = np.empty_like(order, dtype="i4")
    np.put_along_axis(places, order, np.broadcast_to(np.arange(count, dtype="i4"), order.shape), 1)
    return places, order[:, 1:11].copy()


matrix = affinities()
entropy = float((matrix.data * np.log(matrix.data + 1e-300)).sum())
places, truth = ranks()
for name in sys.argv[2:]:
    map_ = np.load(name).astype("f8")
    _, near = cKDTree(map_).query(map_[rows], 12)
    near = np.array([[j for j in some if j != i][:10] for some, i in zip(near, rows)])
    intrusion = np.maximum(0, np.take_along_axis(places, near, 1).astype("i8") - 10).sum()
    kept = float(np.mean([len(set(a) & set(b)) / 10 for a, b in zip(truth, near)]))
    centred = (map_ - map_.mean(0)).astype("f4")
    squares = (centred ** 2).sum(1)
    total = -float(count)
    for first in range(0, count, 2000):
        part = squares[first:first + 2000, None] + squares[None] - 2 * centred[first:first + 2000] @ centred.T
        total += float((1 / (1 + np.maximum(part, 0))).sum(dtype="f8"))
    lengths = ((map_[matrix.row] - map_[matrix.col]) ** 2).sum(1)
    divergence = entropy + float((matrix.data * np.log1p(lengths)).sum()) + np.log(total)
    print(json.dumps({
        "map": Path(name).name,
        "trustworthiness": float(1 - 2 / (len(rows) * 10 * (2 * count - 31)) * intrusion),
        "neighboursKept": kept,
        "divergence": float(divergence)}), flush=True)
