/** What a run on the real clock makes anew each time, longest kinds first. */
const fresh = [
  ["grant", /\bgrt_[A-Za-z0-9_-]{20,60}/g],
  ["time", /\b\d{4}-\d\d-\d\dT\d\d[:-]?\d\d[:-]?\d\d(?:\.\d+)?Z/g],
  ["time", /\b\d{8}T\d{6}Z/g],
  ["id", /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g],
  ["hex", /\b[0-9a-f]{40,}\b/g],
  ["id", /(?<=[a-z]{2,4}_)[0-9a-f]{12,40}\b/g],
  ["hex8", /(?<=\d{4}-\d\d-\d\d-)[0-9a-f]{8}\b/g],
  ["key", /(?<=recoveryCode\W{1,4})[A-Z0-9-]{20,}/g],
  ["key", /\b(?:[0-9a-f]{4} ){7}[0-9a-f]{4}\b/g],
] as const;

/** Sizes of signed papers: the fingerprint printed in them decides how well they compress. */
const largeSize = /(?<="bytes":)\d{5,}\b/g;

/** Fields that hold the day on which the session ran. */
const dayOfRun = /(?<="(?:date|keySince|today)":")\d{4}-\d\d-\d\d(?=")/g;

/** Replaces what is new in each run; the same thing gets the same number wherever it stands. */
export type Normaliser = <T>(value: T) => T;

/** A normaliser that leaves `known` texts (hashes of files that never change) as they are. */
export function createNormaliser(known: ReadonlySet<string>): Normaliser {
  const numbers = new Map<string, string>();
  const today = new Date().toISOString().slice(0, 10);
  const plain = (text: string) =>
    fresh.reduce(
      (done, [kind, pattern]) =>
        done.replaceAll(pattern, (match) => {
          if (known.has(match)) return match;
          // Times are many and their order says nothing; only that there is one is kept.
          if (kind === "time") return "<time>";
          const number = numbers.get(match) ?? `<${kind}-${numbers.size + 1}>`;
          numbers.set(match, number);
          return number;
        }),
      text
        .replaceAll(dayOfRun, (day) => (day === today ? "<today>" : day))
        .replaceAll(largeSize, "0"),
    );
  return <T>(value: T) => JSON.parse(plain(JSON.stringify(value))) as T;
}

/** The paths of the files below a folder, sorted, without what each run names anew and without the backups' objects. */
export function plainPaths(paths: readonly string[]): readonly string[] {
  return [
    ...new Set(
      paths
        .map((path) =>
          path
            .replaceAll(/[0-9a-f]{12,}/g, "<hex>")
            .replaceAll(/(?<=-)[0-9a-f]{8}\b/g, "<hex8>")
            .replaceAll(/\b\d{8}T\d{6}Z/g, "<time>")
            .replaceAll(/\/[0-9a-f]{2}\//g, "/<hh>/"),
        )
        .toSorted(),
    ),
  ];
}
