#!/usr/bin/env python3
"""One projection by scikit-learn or umap-learn in a process of its own; prints one line of JSON.

projection.py METHOD VECTORS.npy POSITIONS.npy     METHOD: pca-2, pca-50 (the fastest of all solvers), tsne, umap

Two threads. Imports are not timed; umap-learn compiles before it is timed, as it would be in a running notebook.
Made for Debian's python3-sklearn and umap-learn.
"""
import json
import os
import resource
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "2"
import numpy as np
import sklearn
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE

method, source, target = sys.argv[1:4]
vectors = np.load(source)


def timed(work):
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def pca(kept):
    PCA(2, svd_solver="full").fit(vectors[:500])
    runs = {}
    for solver in ("full", "randomized", "arpack"):
        positions, seconds = timed(lambda: PCA(kept, svd_solver=solver, random_state=42).fit_transform(vectors))
        runs[solver] = seconds
    solver = min(runs, key=runs.get)
    covariance, seconds = timed(lambda: by_covariance(kept))
    return positions, runs[solver], {"peer": f"scikit-learn {sklearn.__version__}, {solver}", "openBlasCovariance": seconds}


def by_covariance(kept):
    """What a careful implementation on OpenBLAS would do; scikit-learn 1.2 has no such solver."""
    import scipy.linalg
    mean = vectors.mean(0)
    covariance = (vectors.T @ vectors).astype("f8") / len(vectors) - np.outer(mean, mean)
    dimension = vectors.shape[1]
    _, directions = scipy.linalg.eigh(covariance, subset_by_index=[dimension - kept, dimension - 1])
    return (vectors - mean) @ directions[:, ::-1].astype("f4")


def tsne():
    model = TSNE(2, perplexity=30, init="pca", learning_rate="auto", n_iter=1000, n_jobs=2, random_state=42)
    positions, seconds = timed(lambda: model.fit_transform(vectors))
    return positions, seconds, {"peer": f"scikit-learn {sklearn.__version__}", "divergence": float(model.kl_divergence_)}


def umap():
    import umap as learn
    def model():
        return learn.UMAP(n_neighbors=15, min_dist=0.1, metric="cosine", n_jobs=2)
    model().fit_transform(vectors[:4500])
    positions, seconds = timed(lambda: model().fit_transform(vectors))
    return positions, seconds, {"peer": f"umap-learn {learn.__version__}, compiled before"}


works = {"pca-2": lambda: pca(2), "pca-50": lambda: pca(50), "tsne": tsne, "umap": umap}
positions, seconds, facts = works[method]()
np.save(target, np.asarray(positions, "<f4"))
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"seconds": seconds, "peakMemoryMebibytes": memory, **facts}))
