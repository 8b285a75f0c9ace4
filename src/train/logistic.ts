/** Training rows in compressed form: row i has features index[start[i]…start[i+1]) with their values. */
export interface Matrix {
  start: Int32Array
  index: Int32Array
  value: Float64Array
  /** Number of features. */
  size: number
}

/** Newton steps at most. */
const STEPS = 12

/**
 * L2-regularised logistic regression by truncated Newton: min ½|w|² + C Σ log(1 + e^(−y·wx)).
 * Deterministic. `y` is ±1 per row, `rows` names the rows used. Returns the weights; the last is the intercept.
 */
export function train(x: Matrix, y: Int8Array, rows: Int32Array, cost: number | Float64Array): Float64Array {
  const { start, index, value, size } = x
  const n = rows.length
  const C = typeof cost === 'number' ? new Float64Array(n).fill(cost) : cost
  const w = new Float64Array(size + 1)
  const dot = (u: Float64Array, row: number): number => {
    let sum = u[size]!
    for (let k = start[row]!; k < start[row + 1]!; k++) sum += u[index[k]!]! * value[k]!
    return sum
  }
  const addTo = (g: Float64Array, row: number, a: number): void => {
    for (let k = start[row]!; k < start[row + 1]!; k++) g[index[k]!]! += a * value[k]!
    g[size]! += a
  }
  const loss = (u: Float64Array): number => {
    let sum = 0
    for (let k = 0; k < u.length; k++) sum += 0.5 * u[k]! * u[k]!
    for (let i = 0; i < n; i++) {
      const margin = y[i]! * dot(u, rows[i]!)
      sum += C[i]! * (margin > 0 ? Math.log1p(Math.exp(-margin)) : -margin + Math.log1p(Math.exp(margin)))
    }
    return sum
  }
  let f = loss(w)
  const h = new Float64Array(n)
  for (let step = 0; step < STEPS; step++) {
    const g = Float64Array.from(w)
    for (let i = 0; i < n; i++) {
      const s = 1 / (1 + Math.exp(-y[i]! * dot(w, rows[i]!)))
      addTo(g, rows[i]!, -C[i]! * y[i]! * (1 - s))
      h[i] = C[i]! * s * (1 - s)
    }
    const d = new Float64Array(size + 1)
    const r = new Float64Array(size + 1)
    let rr = 0
    for (let k = 0; k <= size; k++) {
      r[k] = -g[k]!
      rr += r[k]! * r[k]!
    }
    const p = Float64Array.from(r)
    const stop = 0.01 * rr
    for (let cg = 0; cg < 40 && rr > stop; cg++) {
      const hp = Float64Array.from(p)
      for (let i = 0; i < n; i++) if (h[i]! > 1e-9) addTo(hp, rows[i]!, h[i]! * dot(p, rows[i]!))
      let php = 0
      for (let k = 0; k <= size; k++) php += p[k]! * hp[k]!
      const a = rr / php
      let next = 0
      for (let k = 0; k <= size; k++) {
        d[k]! += a * p[k]!
        r[k]! -= a * hp[k]!
        next += r[k]! * r[k]!
      }
      for (let k = 0; k <= size; k++) p[k] = r[k]! + (next / rr) * p[k]!
      rr = next
    }
    let moved = false
    let t = 1
    for (let tries = 0; tries < 12; tries++, t /= 2) {
      const u = w.map((v, k) => v + t * d[k]!)
      const fu = loss(u)
      if (fu < f) {
        moved = f - fu > 1e-4 * Math.abs(f)
        w.set(u)
        f = fu
        break
      }
    }
    if (!moved) break
  }
  return w
}
