"""PyTorch's part of peers: prints milliseconds a step, CPU time of the thread, the best of many passes."""
import gzip
import sys
import time

import numpy
import torch

torch.set_num_threads(1)


def blas():
    libraries = {line.split("/")[-2] for line in open("/proc/self/maps") if "blas" in line}
    return ", ".join(sorted(libraries)) or "no BLAS"


def sgemm():
    n = 2048
    a, b = torch.randn(n, n), torch.randn(n, n)
    best = 1e9
    for _ in range(8):
        begin = time.thread_time()
        a @ b
        best = min(best, time.thread_time() - begin)
    return 2 * n**3 / best / 1e9


def client(folder, rows=600):
    def read(name, offset):
        with gzip.open(f"{folder}/train-{name}-ubyte.gz") as file:
            return numpy.frombuffer(file.read(), numpy.uint8, offset=offset)
    pixels = read("images-idx3", 16)[: rows * 784].reshape(rows, 784).astype(numpy.float32) / 255
    return torch.from_numpy(pixels), torch.from_numpy(read("labels-idx1", 8)[:rows].astype(numpy.int64))


def network(kind):
    torch.manual_seed(1)
    if kind == "softmax":
        return torch.nn.Linear(784, 10)
    if kind == "cnn":
        return torch.nn.Sequential(
            torch.nn.Unflatten(1, (1, 28, 28)),
            torch.nn.Conv2d(1, 32, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
            torch.nn.Conv2d(32, 64, 5, padding=2), torch.nn.ReLU(), torch.nn.MaxPool2d(2),
            torch.nn.Flatten(), torch.nn.Linear(64 * 7 * 7, 512), torch.nn.ReLU(),
            torch.nn.Linear(512, 10))
    return torch.nn.Sequential(
        torch.nn.Linear(784, 200), torch.nn.ReLU(),
        torch.nn.Linear(200, 200), torch.nn.ReLU(),
        torch.nn.Linear(200, 10))


def clipped_step(model, loss, x, y, clip, noise, rate):
    """DP-SGD by a loop over the rows."""
    parameters = list(model.parameters())
    sums = [torch.zeros_like(p) for p in parameters]
    for i in range(len(x)):
        gradients = torch.autograd.grad(loss(model(x[i : i + 1]), y[i : i + 1]), parameters)
        norm = torch.sqrt(sum((g * g).sum() for g in gradients))
        factor = torch.clamp(clip / norm, max=1.0)
        for s, g in zip(sums, gradients):
            s.add_(g * factor)
    with torch.no_grad():
        for p, s in zip(parameters, sums):
            if noise > 0:
                s.add_(torch.randn_like(s), alpha=noise * clip)
            p.add_(s, alpha=-rate / len(x))


def train_privately(folder, noise, batch, seconds=3):
    x, y = client(folder)
    model = network("mlp")
    loss = torch.nn.CrossEntropyLoss()
    best = 1e9
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        begin = time.thread_time()
        order = torch.randperm(len(x))
        steps = 0
        for at in range(0, len(x), batch):
            index = order[at : at + batch]
            clipped_step(model, loss, x[index], y[index], 1.0, noise, 0.05)
            steps += 1
        best = min(best, (time.thread_time() - begin) * 1e3 / steps)
    return best


def train(folder, kind, batch, seconds=3):
    x, y = client(folder)
    model = network(kind)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.05)
    loss = torch.nn.CrossEntropyLoss()
    best = 1e9
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        begin = time.thread_time()
        steps = 0
        for _ in range(1 if batch < 300 else 3):
            order = torch.randperm(len(x))
            for at in range(0, len(x), batch):
                index = order[at : at + batch]
                optimizer.zero_grad()
                loss(model(x[index]), y[index]).backward()
                optimizer.step()
                steps += 1
        best = min(best, (time.thread_time() - begin) * 1e3 / steps)
    return best


if __name__ == "__main__":
    if sys.argv[1] == "blas":
        torch.randn(64, 64) @ torch.randn(64, 64)
        print(blas())
    elif sys.argv[2] == "sgemm":
        print("%.0f" % sgemm())
    elif sys.argv[2].startswith("dp"):
        noise = 1.0 if sys.argv[2] == "dpnoise" else 0.0
        print("%.5f" % train_privately(sys.argv[1], noise, int(sys.argv[3])))
    else:
        print("%.5f" % train(sys.argv[1], sys.argv[2], int(sys.argv[3])))
