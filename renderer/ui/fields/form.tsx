import {
  createContext,
  type ReactNode,
  useContext,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { z } from "zod";
import { type Draft, readPath } from "./draft.ts";
import { type Issue, savable } from "./savable.ts";

type FormValue = {
  readonly draft: Draft<unknown>;
  /** What stands before a field's path in `data-path`, so that messages can point at it. */
  readonly address: (path: string) => string;
  readonly issues: (value: unknown) => ReadonlyMap<string, Issue>;
  readonly readOnly: boolean;
};

const FormContext = createContext<FormValue | undefined>(undefined);

type Props<T> = {
  readonly draft: Draft<T>;
  readonly schema: z.ZodType<T>;
  readonly address: (path: string) => string;
  readonly readOnly?: boolean;
  /** Finds no fault with the draft while it is as it was: a new entry is not wrong before anything was entered. */
  readonly quietAtFirst?: boolean;
  readonly children: ReactNode;
};

const nothing: ReadonlyMap<string, Issue> = new Map();

/** One schema run per state of the draft, however many fields look at it. */
function issuesOf(
  schema: z.ZodType,
  start: unknown,
): (value: unknown) => ReadonlyMap<string, Issue> {
  let seen: unknown;
  let found: ReadonlyMap<string, Issue> = new Map();
  return (value) => {
    if (value === start) return nothing;
    if (value === seen) return found;
    seen = value;
    found = new Map(savable(schema, value).issues.map((issue) => [issue.path, issue]));
    return found;
  };
}

/** Puts a draft over the fields inside; each field reads and writes its own path. */
export function Form<T>({
  draft,
  schema,
  address,
  readOnly = false,
  quietAtFirst = false,
  children,
}: Props<T>) {
  const [start] = useState(() => (quietAtFirst ? draft.get() : undefined));
  const value = useMemo<FormValue>(
    () => ({ draft: draft as Draft<unknown>, address, issues: issuesOf(schema, start), readOnly }),
    [draft, schema, address, readOnly, start],
  );
  return <FormContext value={value}>{children}</FormContext>;
}

function useForm(): FormValue {
  const value = useContext(FormContext);
  if (value === undefined) throw new Error("no form above this component");
  return value;
}

/** One path of the draft above: its value, how to change it, and what is wrong with it. */
export type FieldState = {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
  readonly issue: Issue | undefined;
  readonly address: string;
  readonly readOnly: boolean;
};

/** Follows one path of the form's draft. */
export function useField(path: string): FieldState {
  const { draft, address, issues, readOnly } = useForm();
  const value = useSyncExternalStore(draft.subscribe, () => readPath(draft.get(), path));
  const issue = useSyncExternalStore(draft.subscribe, () => issues(draft.get()).get(path));
  return {
    value,
    set: (next) => draft.set(path, next),
    issue,
    address: address(path),
    readOnly,
  };
}

/** Follows something computed from the whole draft; the result is compared by identity, so return plain values. */
export function useDraftValue<T, R extends string | number | boolean | undefined>(
  draft: Draft<T>,
  compute: (value: T) => R,
): R {
  return useSyncExternalStore(draft.subscribe, () => compute(draft.get()));
}

/** Follows the list at a path; always a list, the same one while nothing in it changes. */
export function useRows(path: string): readonly unknown[] {
  const { value } = useField(path);
  return Array.isArray(value) ? value : none;
}

/**
 * Takes an entry out of the list at a path and answers how to put it back where it was, whatever else of the list has
 * changed since. `empty` is what an emptied list becomes: no answer, unless its schema wants a list in any case.
 */
export function useRemoval(
  path: string,
  empty?: readonly unknown[],
): (index: number) => () => void {
  const { draft } = useForm();
  const rows = () => {
    const value = draft.at(path);
    return Array.isArray(value) ? (value as readonly unknown[]) : none;
  };
  const put = (next: readonly unknown[]) => draft.set(path, next.length === 0 ? empty : next);
  return (index) => {
    const entry = rows()[index];
    put(rows().toSpliced(index, 1));
    return () => put(rows().toSpliced(Math.min(index, rows().length), 0, entry));
  };
}

const none: readonly unknown[] = [];
