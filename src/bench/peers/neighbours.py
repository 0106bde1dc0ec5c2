#!/usr/bin/env python3
"""Nearest neighbours by numpy on OpenBLAS, or by hnswlib; prints one line of JSON.

neighbours.py one VECTORS.npy       one query at a time, product and partial sort, the median of 60
neighbours.py graph VECTORS.npy     the 15 nearest of every row, in blocks of 512
neighbours.py hnsw VECTORS.npy      hnswlib with M = 16: build, and queries a second at the first recall@10 of 0.98 or more, on 1,000 of the rows
neighbours.py machine               bytes a second that two threads read, and operations a second of their float32 and float64 matrix products

Two threads. Made for Debian's python3-numpy and python3-hnswlib.
"""
import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "2"
import numpy as np


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def nearest(products, count):
    found = np.argpartition(-products, count, 1)[:, :count]
    values = np.take_along_axis(products, found, 1)
    return np.take_along_axis(found, np.argsort(-values, 1), 1)


def one(vectors):
    def ask(row):
        products = vectors @ vectors[row]
        found = np.argpartition(-products, 10)[:10]
        return found[np.argsort(-products[found])]
    times = [seconds(lambda: ask(row)) for row in np.linspace(0, len(vectors) - 1, 60).astype(int)]
    return {"seconds": float(np.median(times)), "peer": f"numpy {np.__version__}"}


def graph(vectors):
    def build():
        for first in range(0, len(vectors), 512):
            products = vectors[first:first + 512] @ vectors.T
            products[np.arange(len(products)), np.arange(first, first + len(products))] = -9
            nearest(products, 15)
    return {"seconds": seconds(build), "peer": f"numpy {np.__version__}"}


def hnsw(vectors):
    import hnswlib
    queries = vectors[np.linspace(0, len(vectors) - 1, 1000).astype(int)]
    truth = np.concatenate([nearest(queries[i:i + 100] @ vectors.T, 11) for i in range(0, 1000, 100)])
    index = hnswlib.Index("ip", vectors.shape[1])
    index.init_index(len(vectors), M=16, ef_construction=200)
    index.set_num_threads(2)
    build = seconds(lambda: index.add_items(vectors))
    for breadth in (20, 40, 60, 80, 100, 150, 200, 400):
        index.set_ef(breadth)
        start = time.perf_counter()
        found, _ = index.knn_query(queries, 11)
        rate = len(queries) / (time.perf_counter() - start)
        recall = np.mean([(len(set(a) & set(b)) - 1) / 10 for a, b in zip(found, truth)])
        if recall >= 0.98:
            break
    else:
        rate = float("nan")
    return {"seconds": build, "queriesPerSecond": rate, "recall": float(recall), "breadth": breadth, "peer": "hnswlib, M = 16"}


def bandwidth():
    import threading
    block = np.ones(1 << 27, "f4")
    halves = np.array_split(block, 2)
    def read():
        threads = [threading.Thread(target=half.sum) for half in halves]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    read()
    return block.nbytes / min(seconds(read) for _ in range(5))


def operations(kind):
    a = np.random.default_rng(42).random((2048, 2048)).astype(kind)
    return 2 * 2048 ** 3 / min(seconds(lambda: a @ a) for _ in range(5))


def machine():
    return {"bytesPerSecond": bandwidth(), "floatOperationsPerSecond": operations("f4"), "doubleOperationsPerSecond": operations("f8")}


what = sys.argv[1]
works = {"one": one, "graph": graph, "hnsw": hnsw}
print(json.dumps(machine() if what == "machine" else works[what](np.load(sys.argv[2]))))
