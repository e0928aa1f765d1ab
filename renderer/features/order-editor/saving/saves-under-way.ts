const underWay = new Map<string, Promise<unknown>>();

/** Notes a save that is on its way, so that whoever asks for the same document next waits for it. */
export function noteSave<T>(key: string, save: Promise<T>): Promise<T> {
  const before = underWay.get(key);
  const mine = Promise.allSettled([before, save]);
  underWay.set(key, mine);
  void mine.then(() => {
    if (underWay.get(key) === mine) underWay.delete(key);
  });
  return save;
}

/** Resolves when no save of this document is on its way. */
export async function savesDone(key: string): Promise<void> {
  for (let save = underWay.get(key); save !== undefined; save = underWay.get(key)) await save;
}

/** Does something after the saves that are on their way; whoever asks for the document next waits for it too. */
export function afterSaves<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(key) ?? Promise.resolve();
  return noteSave(key, before.then(work));
}
