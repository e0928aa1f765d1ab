import { createContext, useContext } from "react";

/** The books that fields point into. */
export type BookKind = "party" | "site" | "product" | "evidence" | "person";

/** One entry as pickers show it. */
export type BookEntry = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  /** What a search goes through, in lower case: names, codes, pinyin. */
  readonly search: string;
};

/** What pickers need of the books; the app provides it, so that no field knows where the books come from. */
export type Books = {
  readonly entries: (kind: BookKind) => readonly BookEntry[];
  /** Opens the editor of an entry, or of a new one, over the page; answers its id once it is saved. */
  readonly open: (
    kind: BookKind,
    target: { readonly id?: string; readonly name?: string; readonly focus?: string },
  ) => Promise<string | undefined>;
};

/** Where the app puts the books. */
export const BooksContext = createContext<Books | undefined>(undefined);

/** The books that fields point into. */
export function useBooks(): Books {
  const value = useContext(BooksContext);
  if (value === undefined) throw new Error("no books above this component");
  return value;
}
