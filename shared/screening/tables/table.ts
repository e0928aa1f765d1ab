/** A table of the desk: what it holds and where that comes from, and its rows. */
export type Table<T> = { readonly about: string; readonly rows: Readonly<Record<string, T>> };

/** The alternatives of a row, each in words. */
export function alternatives(row: string): readonly (readonly string[])[] {
  return row.split(";").map((one) => one.split(" "));
}
