/** One record of a table with the line it begins on. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };
