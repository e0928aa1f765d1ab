import { appError, err, ok, type Result } from "#shared/kernel";

const STEP = /^[A-Za-z0-9_-]{1,80}$/;

/** The position a step names in a list: a number, or the id of a member. */
function positionIn(list: readonly unknown[], step: string): number {
  if (/^\d+$/.test(step)) return Number(step);
  return list.findIndex(
    (item) => typeof item === "object" && item !== null && "id" in item && item.id === step,
  );
}

/** A copy of the value with one field set. `path` is dotted; members of lists are named by place or by id. */
export function setPath(root: unknown, path: string, value: unknown): Result<unknown> {
  const steps = path.split(".");
  const wrong = () => err(appError("what-if-path", { path }));
  if (steps.some((step) => !STEP.test(step) || step === "__proto__")) return wrong();
  const set = (at: unknown, depth: number): Result<unknown> => {
    const step = steps[depth];
    if (step === undefined) return ok(value);
    if (Array.isArray(at)) {
      const index = positionIn(at, step);
      if (index < 0 || index > at.length) return wrong();
      const inner = set(at[index], depth + 1);
      if (!inner.ok) return inner;
      return ok(index === at.length ? [...at, inner.value] : at.with(index, inner.value));
    }
    if (at !== undefined && (typeof at !== "object" || at === null)) return wrong();
    const inner = set((at as Record<string, unknown> | undefined)?.[step], depth + 1);
    return inner.ok ? ok({ ...(at as object | undefined), [step]: inner.value }) : inner;
  };
  return set(root, 0);
}
