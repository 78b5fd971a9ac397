"""Rows and the figures that scikit-learn computes of them. Needs Debian's python3-sklearn.

Writes <case>.csv (truth, then one score a class; or truth and prediction) and expected.csv beside itself.
"""

import os

import numpy as np
from sklearn import calibration, metrics

HERE = os.path.dirname(os.path.abspath(__file__))
BINS = 15
expected = []


def tell(case, name, value):
    expected.append((case, name, repr(float(value))))


def write(case, rows):
    with open(os.path.join(HERE, case + ".csv"), "w") as out:
        for row in rows:
            out.write(",".join(repr(float(x)) for x in row) + "\n")


def softmax(scores):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def classification(case, classes, rows, seed, decimals, absent=()):
    random = np.random.RandomState(seed)
    present = [c for c in range(classes) if c not in absent]
    truth = random.choice(present, rows)
    scores = random.normal(size=(rows, classes))
    scores[np.arange(rows), truth] += 1.2
    scores = np.round(scores, decimals).astype(np.float32)
    write(case, [[t, *s] for t, s in zip(truth, scores)])
    probabilities = softmax(scores.astype(np.float64))
    # Of equal scores the lowest class index wins: numpy's argmax does the same.
    predicted = scores.argmax(axis=1)
    labels = list(range(classes))
    for i, line in enumerate(metrics.confusion_matrix(truth, predicted, labels=labels)):
        for j, count in enumerate(line):
            tell(case, f"confusion.{i}.{j}", count)
    per_class = metrics.precision_recall_fscore_support(truth, predicted, labels=labels, zero_division=0)
    for label in labels:
        for name, values in zip(("precision", "recall", "f1", "support"), per_class):
            tell(case, f"{name}.{label}", values[label])
    for average in ("micro", "macro", "weighted"):
        p, r, f, _ = metrics.precision_recall_fscore_support(
            truth, predicted, average=average, zero_division=0)
        tell(case, f"precision.{average}", p)
        tell(case, f"recall.{average}", r)
        tell(case, f"f1.{average}", f)
    tell(case, "accuracy", metrics.accuracy_score(truth, predicted))
    tell(case, "logLoss", metrics.log_loss(truth, probabilities, labels=labels))
    areas = [metrics.roc_auc_score(truth == c, probabilities[:, c]) for c in present]
    for label, area in zip(present, areas):
        tell(case, f"auc.{label}", area)
    tell(case, "auc", np.mean(areas))
    if classes == 2:
        tell(case, "brier", metrics.brier_score_loss(truth, probabilities[:, 1]))
    else:
        # Brier 1950: over the classes, which scikit-learn 1.2 does not offer; by its binary score a class
        tell(case, "brier", sum(
            metrics.brier_score_loss(truth == c, probabilities[:, c], pos_label=True) for c in labels))
    if decimals > 3:  # scikit-learn breaks ties of a rank otherwise
        for k in (3, 5):
            if classes > k:
                tell(case, f"top{k}", metrics.top_k_accuracy_score(truth, scores, k=k, labels=labels))
    confidence = probabilities.max(axis=1)
    right = predicted == truth
    true_share, mean_confidence = calibration.calibration_curve(right, confidence, n_bins=BINS)
    edges = np.linspace(0, 1, BINS + 1)
    counts = np.histogram(np.searchsorted(edges[1:-1], confidence), np.arange(BINS + 1))[0]
    counts = counts[counts > 0]
    for i, (a, c, n) in enumerate(zip(true_share, mean_confidence, counts)):
        tell(case, f"bin.{i}.accuracy", a)
        tell(case, f"bin.{i}.confidence", c)
        tell(case, f"bin.{i}.rows", n)
    tell(case, "ece", np.sum(counts * np.abs(true_share - mean_confidence)) / rows)


def regression(case, rows, seed):
    random = np.random.RandomState(seed)
    truth = (1000 + random.normal(size=rows)).astype(np.float32)
    predicted = (truth + random.normal(size=rows) * 0.5).astype(np.float32)
    write(case, zip(truth, predicted))
    t, p = truth.astype(np.float64), predicted.astype(np.float64)
    tell(case, "mae", metrics.mean_absolute_error(t, p))
    tell(case, "rmse", metrics.mean_squared_error(t, p, squared=False))
    tell(case, "r2", metrics.r2_score(t, p))


classification("binary", 2, 200, 1, 6)
classification("binary-ties", 2, 200, 2, 0)
classification("four-ties", 4, 300, 3, 1)
classification("twelve", 12, 400, 4, 6)
classification("two-absent", 5, 90, 5, 6, absent=(1, 4))
regression("regression", 250, 6)
with open(os.path.join(HERE, "expected.csv"), "w") as out:
    for line in expected:
        out.write(",".join(line) + "\n")
