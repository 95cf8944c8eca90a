/** NumPy as a trainer: a model and rules as climin has them, in place where that is natural. */
import { startPython } from "../numpy.ts";
import { d, imageFile, k, labelFile, N } from "./digits.ts";
import { partNames, type Parts, type Task, type Trainer } from "./parts.ts";

/** `update(x, g, t)` of each rule, with the defaults of this package. */
const rules: Readonly<Record<string, string>> = {
  gradientDescent: `
step = zeros()
def update(x, g, t):
    x -= 0.1 * g`,
  rmsProp: `
r = zeros() + 1
def update(x, g, t):
    global r
    r *= 0.9; r += 0.1 * g**2
    x -= 0.001 * g / np.sqrt(r + 1e-8)`,
  adam: `
m, v = zeros(), zeros()
def update(x, g, t):
    global m, v
    m *= 0.9; m += (1 - 0.9) * g
    v *= 0.999; v += (1 - 0.999) * g**2
    x -= 0.001 * np.sqrt(1 - 0.999**t) / (1 - 0.9**t) * m / (np.sqrt(v) + 1e-8)`,
  adamW: `
m, v = zeros(), zeros()
def update(x, g, t):
    global m, v
    m *= 0.9; m += (1 - 0.9) * g
    v *= 0.999; v += (1 - 0.999) * g**2
    x -= 0.001 * (m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8) + 0.01 * x)`,
  adadelta: `
r, s = zeros(), zeros()
def update(x, g, t):
    global r, s
    r *= 0.9; r += 0.1 * g**2
    step = np.sqrt(s + 1e-4) / np.sqrt(r + 1e-4) * g
    s *= 0.9; s += 0.1 * step**2
    x -= step`,
  rprop: `
size, last = zeros() + 0.1, zeros()
def update(x, g, t):
    global size, last
    agree = np.sign(g) * np.sign(last)
    size = np.clip(size * np.where(agree > 0, 1.2, np.where(agree < 0, 0.5, 1)).astype(x.dtype), 1e-6, 1)
    x -= size * np.sign(g)
    last = g.copy()`,
};

const modelText = ({ rule, dtype, size }: Task): string => `
N, d, k, n = ${N}, ${d}, ${k}, ${size}
images = np.fromfile(${JSON.stringify(imageFile)}, np.uint8, N * d, offset=16).reshape(N, d) * ${dtype === "float64" ? "(1 / 255)" : "np.float32(1 / 255)"}
labels = np.fromfile(${JSON.stringify(labelFile)}, np.uint8, N, offset=8).astype(np.intp)
def zeros(*shape): return np.zeros(shape or d * k + k, "${dtype}")
assert images.dtype == "${dtype}"
x, g = zeros(), zeros()
w, b = x[:d * k].reshape(d, k), x[d * k:]
dw, db = g[:d * k].reshape(d, k), g[d * k:]
batch, p, rows = zeros(n, d), zeros(n, k), np.arange(n)
rng, order, place, t, loss = np.random.default_rng(1), np.arange(N), N, 0, 0.0
now = time.perf_counter
${rules[rule]}
def train(count, shuffled=True):
    global place, t, loss
    spent = [0.0] * 5
    for _ in range(count):
        t0 = now()
        if place + n > N:
            if shuffled: rng.shuffle(order)
            place = 0
        chosen = order[place:place + n]
        place += n
        np.take(images, chosen, axis=0, out=batch, mode="clip")
        y = labels[chosen]
        t1 = now()
        np.dot(batch, w, out=p)
        t2 = now()
        np.add(p, b, out=p)
        np.subtract(p, p.max(axis=1, keepdims=True), out=p)
        np.exp(p, out=p)
        np.divide(p, p.sum(axis=1, keepdims=True), out=p)
        loss = -np.log(p[rows, y]).mean()
        p[rows, y] -= 1
        np.multiply(p, p.dtype.type(1 / n), out=p)
        np.sum(p, axis=0, out=db)
        t3 = now()
        np.dot(batch.T, p, out=dw)
        t4 = now()
        t += 1
        update(x, g, t)
        t5 = now()
        for i, part in enumerate((t1 - t0, t2 - t1, t3 - t2, t4 - t3, t5 - t4)): spent[i] += part
    return " ".join(str(s / count * 1e6) for s in spent)
`;

export function numpyTrainer(version: string, task: Task, batches: number): Trainer {
  const python = startPython(modelText(task));
  const round = async (): Promise<Parts> => {
    const spent = (await python.ask(`print(train(${batches}))`)).split(" ").map(Number);
    return Object.fromEntries(partNames.map((name, i) => [name, spent[i]!])) as unknown as Parts;
  };
  const check = async (count: number): Promise<number> =>
    Number(await python.ask(`place = N; train(${count}, False); print(float(loss))`));
  return { name: `NumPy ${version}`, round, check, close: python.close };
}
