import { distance } from "fastest-levenshtein";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import type { ListSnapshot } from "#shared/lists";
import { normalName } from "#shared/screening";

/** A search of other make on the same names: which of them a query finds. */
export type Rival = {
  readonly name: string;
  readonly find: (query: string) => ReadonlySet<string>;
};

type Row = { readonly id: number; readonly entry: string; readonly text: string };

const rowsOf = (snapshot: ListSnapshot): readonly Row[] =>
  snapshot.entries
    .flatMap((entry) =>
      [entry.name, ...entry.aliases].map((name) => ({ entry: entry.id, text: normalName(name) })),
    )
    .map((row, id) => ({ id, ...row }));

/** fuse.js, minisearch (fuzzy) and a full scan by edit distance, each at the setting that served it best in its own documentation. */
export function rivalsOf(snapshot: ListSnapshot): readonly Rival[] {
  const rows = rowsOf(snapshot);
  const fuse = new Fuse(rows, { keys: ["text"], threshold: 0.25, ignoreLocation: true });
  const mini = new MiniSearch<Row>({ fields: ["text"], storeFields: ["entry"] });
  mini.addAll(rows);
  const scan = (query: string) =>
    rows.filter(({ text }) => {
      const most = Math.max(text.length, query.length);
      return (
        Math.abs(text.length - query.length) <= most * 0.25 && distance(text, query) <= most * 0.25
      );
    });
  return [
    {
      name: "fuse.js",
      find: (query) => new Set(fuse.search(normalName(query)).map(({ item }) => item.entry)),
    },
    {
      name: "minisearch",
      find: (query) =>
        new Set(
          mini
            .search(normalName(query), { fuzzy: 0.2, combineWith: "AND" })
            .map((hit) => String(hit["entry"])),
        ),
    },
    {
      name: "edit distance",
      find: (query) => new Set(scan(normalName(query)).map(({ entry }) => entry)),
    },
  ];
}
