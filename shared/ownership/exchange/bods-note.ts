/** Something of a file that the record has no place for, or that is derived and therefore not taken twice. */
export type BodsNote = {
  readonly kind:
    | "indirect-interest"
    | "no-ownership"
    | "unspecified-party"
    | "closed-record"
    | "superseded"
    | "type-not-stated";
  readonly statementId: string;
  readonly recordId: string;
  /** The kind of interest, or the reason that the file gives. */
  readonly detail?: string;
};
