"""What releng/bench/aggregation compares with: NumPy on 100 updates of 199,210 numbers. Milliseconds, the best of some."""
import sys
import time

import numpy as np

UPDATES, LENGTH, WRONG = 100, 199_210, 10


def trimmed(kept):
    return kept[WRONG:UPDATES - WRONG].mean(axis=0)


def gram(x):
    """Squared distances by |a|² + |b|² - 2ab, and the update of least Krum score."""
    products = x @ x.T
    squares = np.diag(products)
    return krum(x, squares[:, None] + squares[None, :] - 2 * products)


def pairwise(x):
    distances = np.zeros((UPDATES, UPDATES))
    for i in range(UPDATES):
        for j in range(i):
            distances[i, j] = distances[j, i] = np.linalg.norm(x[i] - x[j]) ** 2
    return krum(x, distances)


def krum(x, distances):
    nearest = np.sort(distances, axis=1)[:, 1:UPDATES - WRONG - 1]
    return x[np.argmin(nearest.sum(axis=1))]


WORKS = {
    'mean': lambda x: x.mean(axis=0),
    'mean as a product': lambda x: np.full(UPDATES, 1 / UPDATES, np.float32) @ x,
    'median': lambda x: np.median(x, axis=0),
    'trimmed mean by partition': lambda x: trimmed(np.partition(x, (WRONG, UPDATES - WRONG - 1), axis=0)),
    'trimmed mean by sort': lambda x: trimmed(np.sort(x, axis=0)),
    'krum by Gram matrix': gram,
    'krum by pairs': pairwise,
}


def main():
    if sys.argv[1:] == ['version']:
        print(np.__version__)
        return
    x = np.random.default_rng(1).standard_normal((UPDATES, LENGTH), dtype=np.float32)
    for name, work in WORKS.items():
        times = []
        begin = time.monotonic()
        while len(times) < 3 or time.monotonic() - begin < 2:
            before = time.perf_counter()
            work(x)
            times.append(time.perf_counter() - before)
        print(f'{name.replace(" ", "_")} {1000 * min(times):.3f}')


main()
