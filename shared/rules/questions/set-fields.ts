import { appError, err, ok, type Result } from "#shared/kernel";

/** One field set to another value; null removes it. */
export type FieldSetting = { readonly path: string; readonly value?: unknown };

type Json = { [key: string]: unknown };

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
}

function indexIn(list: readonly unknown[], step: string): number {
  const byId = list.findIndex((item) => isObject(item) && item["id"] === step);
  if (byId !== -1) return byId;
  return /^\d{1,6}$/.test(step) && Number(step) <= list.length ? Number(step) : -1;
}

function child(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[indexIn(value, step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function put(target: unknown, step: string, value: unknown): boolean {
  const removes = value === null || value === undefined;
  if (Array.isArray(target)) {
    const index = indexIn(target, step);
    // An item that names itself as the step is new to the list.
    if (index === -1 && isObject(value) && value["id"] === step) {
      target.push(copy(value));
      return true;
    }
    if (index === -1) return false;
    if (removes) target.splice(index, 1);
    else target[index] = copy(value);
    return true;
  }
  if (!isObject(target)) return false;
  if (removes) delete target[step];
  else target[step] = copy(value);
  return true;
}

function setOne(root: unknown, { path, value }: FieldSetting): boolean {
  const steps = path.split(".");
  const last = steps.pop();
  if (last === undefined || [...steps, last].some((step) => FORBIDDEN.has(step) || step === ""))
    return false;
  let target = root;
  for (const step of steps) {
    let next = child(target, step);
    if (next === undefined && isObject(target)) {
      next = {};
      target[step] = next;
    }
    target = next;
  }
  return put(target, last, value);
}

/**
 * A copy of a plain value with some fields set otherwise. Steps of a path are keys, places in a list, or the id of the list's item
 * (`parties.pty_buyer.uscc`); missing objects on the way are made. `set-path` names a path that leads nowhere.
 */
export function setFields(value: unknown, settings: readonly FieldSetting[]): Result<unknown> {
  const result = copy(value);
  for (const setting of settings)
    if (!setOne(result, setting)) return err(appError("set-path", { path: setting.path }));
  return ok(result);
}
