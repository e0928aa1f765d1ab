import { add, minus, ONE, over, type Rational, times, ZERO } from "../graph/rational.ts";

/** One equation `x = constant + Σ coefficient · x_j` of a system; `terms` maps unknowns to coefficients. */
export type Equation = { constant: Rational; readonly terms: Map<number, Rational> };

/**
 * The least solution of a system of shares (coefficients and constants not negative, rows summing to at most one):
 * unknowns that no constant feeds are zero, the rest has exactly one solution, found by elimination.
 */
export function solveExactly(equations: ReadonlyMap<number, Equation>): Map<number, Rational> {
  const fed = fedBy(equations);
  const solution = new Map<number, Rational>();
  for (const key of equations.keys()) if (!fed.has(key)) solution.set(key, ZERO);
  const system = new Map<number, Equation>();
  for (const key of fed) {
    const equation = equations.get(key);
    if (!equation) continue;
    const terms = new Map([...equation.terms].filter(([other]) => fed.has(other)));
    system.set(key, { constant: equation.constant, terms });
  }
  const keys = [...system.keys()];
  for (const key of keys) eliminate(system, key);
  for (const key of keys.reverse()) solution.set(key, settled(system.get(key), solution));
  return solution;
}

/** Unknowns that a positive constant reaches through positive coefficients. */
function fedBy(equations: ReadonlyMap<number, Equation>): Set<number> {
  const fed = new Set<number>();
  for (const [key, equation] of equations) if (equation.constant.num > 0n) fed.add(key);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [key, equation] of equations) {
      if (fed.has(key)) continue;
      const reached = [...equation.terms].some(([other, by]) => by.num > 0n && fed.has(other));
      if (!reached) continue;
      fed.add(key);
      grew = true;
    }
  }
  return fed;
}

/** Solves the equation of `key` for itself and puts it into the equations that still come. */
function eliminate(system: Map<number, Equation>, key: number): void {
  const own = system.get(key);
  if (!own) return;
  const self = own.terms.get(key) ?? ZERO;
  own.terms.delete(key);
  if (self.num !== 0n) {
    const scale = minus(ONE, self);
    own.constant = over(own.constant, scale);
    for (const [other, by] of own.terms) own.terms.set(other, over(by, scale));
  }
  let behind = false;
  for (const [other, equation] of system) {
    if (other === key) behind = true;
    else if (behind) substitute(equation, key, own);
  }
}

function substitute(into: Equation, key: number, by: Equation): void {
  const weight = into.terms.get(key);
  if (!weight) return;
  into.terms.delete(key);
  into.constant = add(into.constant, times(weight, by.constant));
  for (const [other, coefficient] of by.terms)
    into.terms.set(other, add(into.terms.get(other) ?? ZERO, times(weight, coefficient)));
}

function settled(equation: Equation | undefined, known: ReadonlyMap<number, Rational>): Rational {
  let value = equation?.constant ?? ZERO;
  for (const [other, by] of equation?.terms ?? [])
    value = add(value, times(by, known.get(other) ?? ZERO));
  return value;
}
