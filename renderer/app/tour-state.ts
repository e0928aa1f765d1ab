import { useSyncExternalStore } from "react";

const KEY = "desk-tour";
const listeners = new Set<() => void>();

function read(): string {
  return globalThis.sessionStorage.getItem(KEY) ?? "";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to a step of the tour, or ends it with -1. Kept with the window, so that a reload goes on where it was. */
export function setTourStep(step: number): void {
  if (step < 0) globalThis.sessionStorage.removeItem(KEY);
  else globalThis.sessionStorage.setItem(KEY, String(step));
  for (const listener of [...listeners]) listener();
}

/** The step that the tour is at; undefined while nobody is on it. */
export function useTourStep(): number | undefined {
  const text = useSyncExternalStore(subscribe, read);
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}
