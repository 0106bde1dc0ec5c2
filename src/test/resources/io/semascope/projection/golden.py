#!/usr/bin/python3
"""Makes points.f32, layout.f32 and golden.properties beside this script. Made with scikit-learn 1.2.1, numpy 1.24.2.

points.f32: 400 x 24 little-endian float32, eight Gaussian clusters of unequal size and spread around random centres.
layout.f32: 400 x 2, their first two principal components (full SVD), signs so that the loading of largest absolute value is positive.
Tolerances are in the tests: PCA 1e-4 absolute on coordinates and 1e-6 on shares; trustworthiness, continuity, kept 1e-6 (exact ranks on both sides).
"""
import os
import numpy as np
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from sklearn.neighbors import NearestNeighbors
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr

here = os.path.dirname(os.path.abspath(__file__))
random = np.random.RandomState(20)
sizes = [20, 30, 40, 50, 50, 60, 70, 80]
points = np.vstack([random.normal(size=24) * 2 + random.normal(size=(n, 24)) * (0.5 + 0.15 * i) for i, n in enumerate(sizes)])
points = points[random.permutation(len(points))].astype('<f4')
points.tofile(os.path.join(here, 'points.f32'))
X = points.astype('f8')

pca = PCA(n_components=2, svd_solver='full').fit(X)
Y = pca.transform(X)
for axis in range(2):
    loadings = pca.components_[axis]
    if loadings[np.argmax(np.abs(loadings))] < 0:
        Y[:, axis] = -Y[:, axis]
Y = Y.astype('<f4')
Y.tofile(os.path.join(here, 'layout.f32'))


def kept(X, Y, k):
    a = NearestNeighbors(n_neighbors=k).fit(X).kneighbors(return_distance=False)
    b = NearestNeighbors(n_neighbors=k).fit(Y).kneighbors(return_distance=False)
    return np.mean([len(set(p) & set(q)) / k for p, q in zip(a, b)])


golden = {'pca.variance.0': pca.explained_variance_[0], 'pca.variance.1': pca.explained_variance_[1],
          'pca.share.0': pca.explained_variance_ratio_[0], 'pca.share.1': pca.explained_variance_ratio_[1]}
Y8 = Y.astype('f8')
for k in (5, 10, 30):
    golden[f'quality.trustworthiness.{k}'] = trustworthiness(X, Y8, n_neighbors=k)
    golden[f'quality.continuity.{k}'] = trustworthiness(Y8, X, n_neighbors=k)
    golden[f'quality.kept.{k}'] = kept(X, Y8, k)
whole = PCA(svd_solver='full').fit(X)
for i, (variance, share) in enumerate(zip(whole.explained_variance_, whole.explained_variance_ratio_)):
    golden[f'components.variance.{i}'] = variance
    golden[f'components.share.{i}'] = share
golden['quality.rankCorrelation'] = spearmanr(pdist(X), pdist(Y8))[0]
classes = (X[:, 0] > 0).astype(int)
for name, points_ in (('onMap', Y8), ('inSpace', X)):
    near = NearestNeighbors(n_neighbors=10).fit(points_).kneighbors(return_distance=False)
    golden[f'quality.classAgreement.{name}'] = np.mean(classes[near] == classes[:, None])
tsne = TSNE(perplexity=30, init='pca', learning_rate='auto', n_iter=750, random_state=42)
T = tsne.fit_transform(points).astype('f8')
golden['tsne.trustworthiness.10'] = trustworthiness(X, T, n_neighbors=10)
golden['tsne.kept.10'] = kept(X, T, 10)
golden['tsne.divergence'] = tsne.kl_divergence_
with open(os.path.join(here, 'golden.properties'), 'w') as out:
    for name, value in golden.items():
        out.write(f'{name} = {float(value)!r}\n')
