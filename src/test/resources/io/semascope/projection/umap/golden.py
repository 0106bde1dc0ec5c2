#!/usr/bin/python3
"""Makes curves.tsv, smooth.tsv, graph.tsv, waves.tsv and golden.properties beside this script. Made with umap-learn 0.5.3, scipy 1.10.1, numpy 1.24.2,
from ../points.f32 (see ../golden.py).

curves.tsv: min_dist, spread, a, b of find_ab_params.
smooth.tsv: rho, sigma of smooth_knn_dist for the first 120 points with 15 neighbours, exact Euclidean distances.
graph.tsv: row, end, strength of fuzzy_simplicial_set over the same, both directions.
waves.tsv: the two eigenvectors of the normalised Laplacian of that graph with the smallest eigenvalues above 0 (dense, double precision); the eigenvalues
are in golden.properties.
golden.properties: also the quality of umap-learn's map of all 400 points.
Tolerances are in the tests.
"""
import os
import numpy as np
import umap
from umap.umap_ import find_ab_params, fuzzy_simplicial_set
from scipy.sparse.csgraph import connected_components
from sklearn.manifold import trustworthiness
from sklearn.neighbors import NearestNeighbors

here = os.path.dirname(os.path.abspath(__file__))
X = np.fromfile(os.path.join(here, '..', 'points.f32'), '<f4').reshape(-1, 24)


def write(name, rows):
    with open(os.path.join(here, name), 'w') as out:
        for row in rows:
            out.write('\t'.join(repr(v.item() if hasattr(v, 'item') else v) for v in row) + '\n')


curves = [(0.1, 1.0), (0.0, 1.0), (0.001, 1.0), (0.5, 1.0), (0.99, 1.0), (0.1, 0.5), (0.25, 2.0), (0.1, 5.0), (1.0, 1.0)]
write('curves.tsv', [(m, s, *find_ab_params(s, m)) for m, s in curves])

few = X[:120].astype('f8')
distances = np.sqrt(((few[:, None] - few[None]) ** 2).sum(2))
order = np.argsort(distances, 1, kind='stable')[:, :15]
near = np.take_along_axis(distances, order, 1).astype('f4')
graph, sigmas, rhos = fuzzy_simplicial_set(few, 15, np.random.RandomState(1), 'euclidean', knn_indices=order, knn_dists=near)
write('smooth.tsv', zip(rhos.astype('f8'), sigmas.astype('f8')))
coo = graph.tocoo()
coo.sum_duplicates()
write('graph.tsv', sorted(zip(coo.row.tolist(), coo.col.tolist(), coo.data.astype('f8').tolist())))
W = graph.toarray().astype('f8')
assert connected_components(graph)[0] == 1
degree = W.sum(0)
L = np.eye(len(W)) - W / np.sqrt(degree[:, None] * degree[None])
values, vectors = np.linalg.eigh(L)
write('waves.tsv', vectors[:, 1:3])

Y = umap.UMAP(random_state=42).fit_transform(X).astype('f8')
a = NearestNeighbors(n_neighbors=10).fit(X).kneighbors(return_distance=False)
b = NearestNeighbors(n_neighbors=10).fit(Y).kneighbors(return_distance=False)
with open(os.path.join(here, 'golden.properties'), 'w') as out:
    for name, value in {'waves.value.1': values[1], 'waves.value.2': values[2], 'waves.value.3': values[3],
                        'umap.trustworthiness.10': trustworthiness(X, Y, n_neighbors=10),
                        'umap.kept.10': np.mean([len(set(p) & set(q)) / 10 for p, q in zip(a, b)])}.items():
        out.write(f'{name} = {float(value)!r}\n')
