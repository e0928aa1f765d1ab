/** What a piece of a name says: who it is, what it is called in words, where it sits, what it does, what kind of body it is. */
export type TokenClass =
  | "brand"
  | "word"
  | "place"
  | "country"
  | "trade"
  | "kind"
  | "group"
  | "state"
  | "number"
  | "form";

/** A way in which a list may have written a Chinese piece: by the brand table, or translated. */
export type Alternative = {
  readonly how: "brand-table" | "translation";
  readonly stems: readonly string[];
  readonly bits: number;
};

/** One piece of a name. `from` and `to` count characters of a Chinese run, and one for every other word. */
export type Token = {
  readonly text: string;
  /** The form compared; of a Chinese piece the piece itself. */
  readonly stem: string;
  readonly cls: TokenClass;
  readonly han: boolean;
  /** How much it tells when both names have it. */
  readonly bits: number;
  readonly from: number;
  readonly to: number;
  readonly alternatives: readonly Alternative[];
  /** Words that a longer Chinese word is made of, where a list may have translated them one by one. */
  readonly parts?: readonly Token[];
};
