import {
  isDict,
  isRef,
  type PdfFile,
  PdfReader,
  type PdfValue,
  reference,
} from "#node/pdf-reading";
import type { AppendedObject, Dict, Revision } from "./appended.ts";

/** Members of the document's root that signing adds; all others stay as they were. */
const ROOT_MEMBERS = new Set(["AcroForm", "DSS", "Extensions", "Perms", "Version", "Metadata"]);
const FORM_MEMBERS = new Set(["Fields", "SigFlags", "DR", "DA", "NeedAppearances", "Q"]);

/** One way of writing a value, for telling whether two are the same. */
function written(value: PdfValue | undefined): string {
  if (value === undefined) return "-";
  if (value instanceof Uint8Array) return `(${Buffer.from(value).toString("hex")})`;
  if (Array.isArray(value)) return `[${value.map(written).join(" ")}]`;
  if (isRef(value)) return `${value.ref} R`;
  if (isDict(value)) {
    const members = [...value].map(([key, member]) => `${key} ${written(member)}`);
    return `<<${members.toSorted().join(" ")}>>`;
  }
  return JSON.stringify(value);
}

/** The document as its last update leaves it. */
export class Final {
  readonly #original: PdfFile;
  readonly #added = new Map<number, AppendedObject>();

  constructor(original: PdfFile, revisions: readonly Revision[]) {
    this.#original = original;
    for (const revision of revisions)
      for (const object of revision.objects) this.#added.set(object.number, object);
  }

  /** What an object was in the original. */
  before(number: number): PdfValue | undefined {
    const range = this.#original.objects.get(number);
    if (range === undefined) return undefined;
    const start = this.#original.bytes.indexOf("obj", range.from) + 3;
    return new PdfReader(this.#original.bytes, start).next();
  }

  object(number: number): PdfValue | undefined {
    return this.#added.get(number)?.value ?? this.before(number);
  }

  value(value: PdfValue | undefined): PdfValue | undefined {
    return isRef(value) ? this.object(value.ref) : value;
  }

  dict(value: PdfValue | undefined): Dict {
    const found = this.value(value);
    return isDict(found) ? found : new Map();
  }

  get added(): ReadonlyMap<number, AppendedObject> {
    return this.#added;
  }
}

function sameBut(one: Dict, other: Dict, except: ReadonlySet<string>): boolean {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].every(
    (key) => except.has(key) || written(one.get(key)) === written(other.get(key)),
  );
}

type Field = { readonly number: number | undefined; readonly dict: Dict };

/** Fields of the form, those below others among them. Throws a RangeError where they nest beyond belief. */
function fieldsOf(final: Final, form: Dict): readonly Field[] {
  const found: Field[] = [];
  const walk = (value: PdfValue | undefined, depth: number) => {
    const list = final.value(value);
    if (!Array.isArray(list)) return;
    if (depth > 10) throw new RangeError("form fields nest too deeply");
    for (const item of list as readonly PdfValue[]) {
      const dict = final.dict(item);
      found.push({ number: isRef(item) ? item.ref : undefined, dict });
      walk(dict.get("Kids"), depth + 1);
    }
  };
  walk(form.get("Fields"), 0);
  return found;
}

/** The fields that hold signatures, in the order of the form. */
export function signatureFields(final: Final, root: number): readonly Dict[] {
  return fieldsOf(final, final.dict(final.dict({ ref: root }).get("AcroForm"))).map(
    ({ dict }) => dict,
  );
}

const isSignatureField = (field: Dict) =>
  field.get("FT") === "/Sig" &&
  ["/Widget", undefined].includes(field.get("Subtype") as string | undefined) &&
  !field.has("A") &&
  !field.has("AA");

/** A note of any other kind draws what it likes, whatever field it calls itself. */
const isSignatureWidget = (note: Dict) =>
  note.get("Subtype") === "/Widget" && isSignatureField(note);

/** What a page carries upon its content. */
function notesOn(final: Final, page: Dict): readonly PdfValue[] {
  const notes = final.value(page.get("Annots"));
  return Array.isArray(notes) ? (notes as readonly PdfValue[]) : [];
}

/** A page keeps all it had; only fields of the form, which hold signatures alone, were laid upon it. */
function pageKept(
  final: Final,
  before: Dict,
  after: Dict,
  fields: ReadonlySet<number | undefined>,
): boolean {
  const old = new Set(notesOn(final, before).map(written));
  const now = notesOn(final, after);
  const more = now.filter((item) => !old.has(written(item)));
  return (
    sameBut(before, after, new Set(["Annots"])) &&
    now.length - more.length === old.size &&
    more.every((item) => isRef(item) && fields.has(item.ref) && isSignatureWidget(final.dict(item)))
  );
}

type Places = {
  readonly root: number;
  readonly info: number | undefined;
  readonly fields: ReadonlySet<number | undefined>;
};

function objectKept(final: Final, number: number, { root, info, fields }: Places): boolean {
  const [before, after] = [final.before(number), final.object(number)];
  // An object that was not there before is reached through a signature field only.
  if (before === undefined || number === info) return true;
  if (!isDict(before) || !isDict(after)) return false;
  if (number === root) return sameBut(before, after, ROOT_MEMBERS);
  if (before.get("Type") === "/Metadata") return after.get("Type") === "/Metadata";
  return before.get("Type") === "/Page" && pageKept(final, before, after, fields);
}

/**
 * The table of each update names exactly the objects of this update, each once and where it lies, takes none away and goes on at
 * the table before it: so that every viewer finds what is judged here.
 */
function tablesTrue(original: PdfFile, revisions: readonly Revision[]): boolean {
  const tail = original.bytes.toString("latin1", original.bytes.lastIndexOf("startxref"));
  let before = Number(/startxref\s+(\d+)/.exec(tail)?.[1]);
  for (const { objects, table, trailer, tableAt } of revisions) {
    const places = new Map(objects.map(({ number, at }) => [number, at]));
    if (trailer.get("Prev") !== before || places.size !== objects.length) return false;
    for (const [number, at] of table)
      if (at === undefined ? number !== 0 : places.get(number) !== at) return false;
    // An object that the table does not name is not part of the document, whatever it holds.
    if (objects.some(({ number }) => table.get(number) === undefined)) return false;
    before = tableAt;
  }
  return true;
}

/**
 * Whether updates behind a PDF add signatures and nothing that changes what is seen or what happens: pages keep their content, the
 * root its members, the form holds signature fields alone.
 */
export function onlySignatures(
  original: PdfFile,
  revisions: readonly Revision[],
  final: Final,
): boolean {
  const root = reference(original.trailer, "Root");
  const info = /\/Info (\d+) 0 R/.exec(original.trailer)?.[1];
  const trailers = revisions.every(({ trailer }) => {
    const at = trailer.get("Root");
    return isRef(at) && at.ref === root && !trailer.has("Encrypt") && !trailer.has("XRefStm");
  });
  if (!trailers || !tablesTrue(original, revisions)) return false;
  const form = final.dict(final.dict({ ref: root }).get("AcroForm"));
  const formPlain =
    [...form.keys()].every((key) => FORM_MEMBERS.has(key)) && form.get("NeedAppearances") !== true;
  const fields = fieldsOf(final, form);
  const places = {
    root,
    info: info === undefined ? undefined : Number(info),
    fields: new Set(fields.map(({ number }) => number)),
  };
  return (
    formPlain &&
    fields.every(({ dict }) => isSignatureField(dict)) &&
    [...final.added.keys()].every((number) => objectKept(final, number, places))
  );
}

function takesRoom(final: Final, field: Dict): boolean {
  const rect = final.value(field.get("Rect"));
  if (!field.has("Rect")) return false;
  const sides = Array.isArray(rect) ? rect.map((side) => final.value(side)) : [];
  // A place that cannot be read may be anywhere.
  if (sides.length !== 4 || sides.some((side) => typeof side !== "number")) return true;
  const [left, bottom, right, top] = sides;
  return left !== right && bottom !== top;
}

/**
 * Whether any signature field takes room on a page: it may lie over what the page says. Those that an update lays upon a page are looked
 * at whether or not the form names them, for that is what is drawn.
 */
export function anyVisible(final: Final, fields: readonly Dict[]): boolean {
  const laid = [...final.added].flatMap(([number, { value }]) => {
    if (!isDict(value)) return [];
    const before = final.before(number);
    const old = new Set(isDict(before) ? notesOn(final, before).map(written) : []);
    return notesOn(final, value)
      .filter((note) => !old.has(written(note)))
      .map((note) => final.dict(note));
  });
  return [...fields, ...laid].some((field) => takesRoom(final, field));
}
