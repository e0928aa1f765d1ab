/** So many files are on their way to the disk at a time; it settles them together. */
const AT_ONCE = 32;

/** Runs the task for each item, some at a time; after a failure no further one begins, and those begun are awaited. */
export async function eachOf<T>(
  items: readonly T[],
  task: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  let failure: { readonly cause: unknown } | undefined;
  const work = async () => {
    for (const item of waiting) {
      if (failure) return;
      try {
        await task(item);
      } catch (cause) {
        failure ??= { cause };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
  if (failure) throw failure.cause;
}
