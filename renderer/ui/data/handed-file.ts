import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

/** What a file that the system handed over is meant for. */
export type HandedKind = "order" | "pack";

const waiting = new Map<HandedKind, File>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a file that the system handed to the program until the page that takes such files is there. */
export function handFile(kind: HandedKind, file: File): void {
  waiting.set(kind, file);
  for (const listener of [...listeners]) listener();
}

/** Takes a handed file as if the person had picked it here; each file once. */
export function useHandedFile(kind: HandedKind, take: (file: File) => void): void {
  const file = useSyncExternalStore(subscribe, () => waiting.get(kind));
  const taken = useEffectEvent((handed: File) => {
    waiting.delete(kind);
    take(handed);
  });
  useEffect(() => {
    if (file !== undefined) taken(file);
  }, [file]);
}

/** A handed file that a person must decide about first: it stays until `done`, also when the page is drawn anew meanwhile. */
export function useWaitingFile(kind: HandedKind): {
  readonly file: File | undefined;
  readonly done: () => void;
} {
  const file = useSyncExternalStore(subscribe, () => waiting.get(kind));
  return {
    file,
    done: () => {
      waiting.delete(kind);
      for (const listener of [...listeners]) listener();
    },
  };
}
