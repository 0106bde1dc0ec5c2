"""Reference values for NumpyAgreementTest: python3 numpy_reference.py > numpy-reference.tsv

Needs numpy (made with 2.4.6). Rows come from a formula, so that no data file is needed: the same float32 values
arise in Java. Sums are float64. Tolerances are stated in the test.
"""

import numpy as np

ROWS, DIMENSION = 300, 384


def fixture():
    row = np.arange(ROWS, dtype=np.int64)[:, None]
    i = np.arange(DIMENSION, dtype=np.int64)[None, :]
    mixed = (row * 7919 + i * 104729 + row * row * i * 31 + i * i * 17) % 2003
    return (mixed - 1001).astype(np.float32) / np.float32(1024)


def show(*cells):
    print("\t".join(repr(float(c)) if isinstance(c, (float, np.floating)) else str(c) for c in cells))


x = fixture().astype(np.float64)
norms = np.linalg.norm(x, axis=1)

for query in (0, 17, 299):
    values = {
        "COSINE": x @ x[query] / (norms * norms[query]),
        "DOT": x @ x[query],
        "EUCLIDEAN": np.linalg.norm(x - x[query], axis=1),
    }
    for similarity, value in values.items():
        order = np.argsort(value if similarity == "EUCLIDEAN" else -value, kind="stable")[:10]
        for rank, row in enumerate(order):
            show("neighbour", similarity, query, rank, row, value[row])

for dimension in (0, 1, 200, 383):
    show("statistics", dimension, x[:, dimension].mean(), x[:, dimension].std())

a, b = x[3], x[211]
products = a * b / (np.linalg.norm(a) * np.linalg.norm(b))
cosine = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
show("cosine", np.linalg.norm(a), np.linalg.norm(b), a @ b, cosine, np.degrees(np.arccos(cosine)))
for rank, dimension in enumerate(np.argsort(-np.abs(products), kind="stable")[:8]):
    show("contribution", rank, dimension, products[dimension])

upper = np.triu_indices(ROWS, 1)
pairs = (x @ x.T / np.outer(norms, norms))[upper]
for value in (-0.1, 0.0, 0.02, 0.1):
    show("percentile", value, 100 * np.mean(pairs < value))
