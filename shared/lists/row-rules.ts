import { type AppError, appError, err, ok, type Result } from "#shared/kernel";
import type { EntryDraft, ListNote } from "./list-entry.ts";

/** Words of legal forms of many countries, in lower case without full stops: a name of these alone names nobody. */
const FORM_WORDS = new Set(
  "and co company corp corporation inc incorporated limited ltd llc llp lp plc pte pty pvt private public group holding holdings the gmbh ag kg kgaa mbh ohg ug se sa sas sarl srl spa snc sca nv bv cv vof as asa ab oy oyj aps is hf ooo oao zao pao ao jsc ojsc cjsc pjsc tov dooel doo dd ad ead eood ood sp zoo kft zrt bt rt sro spol sdn bhd tbk pt cv fze fzc fzco fzllc dmcc wll bsc ksc saoc saog sal kk gk yk kabushiki kaisha godo yugen co-op ltda eireli cia de cv sab sapi anonim sirketi sti foundation trust".split(
    " ",
  ),
);
const FORM_CHINESE =
  /^(?:股份|有限|责任|無限|责任公司|有限公司|公司|集团|控股|合伙|企业|普通|特殊|厂|責任|集團|合夥|企業)+$/u;

/** Whether a name consists of words of legal forms alone, so that no comparison with it says anything. */
function isFormOnly(name: string): boolean {
  // Names of forms alone are short.
  if (name.length > 60) return false;
  const plain = name.normalize("NFKC").toLowerCase().replace(/\./g, "");
  const words = plain.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== "");
  if (words.length === 0) return true;
  return words.every((word) => FORM_WORDS.has(word) || FORM_CHINESE.test(word));
}

/** A cell that a spreadsheet should have reckoned, or could not: `=A1`, `@SUM(`, `#REF!`. */
export function isFormula(cell: string): boolean {
  return /^(?:=|[+\-@][A-Z][A-Z.]*\()|^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)/.test(cell);
}

/** The longest name that a list may hold. */
const LONGEST_NAME = 2_000;

/** What is wrong with the name of a row, so that the file is refused; undefined when nothing is. */
export function nameFault(
  name: string,
  at: { readonly file: string; readonly line: number; readonly column: string },
): AppError | undefined {
  if (name === "") return appError("list-row", at);
  if (isFormula(name)) return appError("list-formula", { ...at, value: name.slice(0, 40) });
  if (name.length > LONGEST_NAME) return appError("list-name-long", { ...at, limit: LONGEST_NAME });
  if (!/[\p{L}\p{N}]/u.test(name))
    return appError("list-name-signs", { ...at, value: name.slice(0, 40) });
  return undefined;
}

/** What a person should know of the names of a row: a name that is a legal form alone can only be compared by its codes. */
export function nameNotes({ line, entry: { name, aliases } }: EntryDraft): readonly ListNote[] {
  const notes: ListNote[] = [];
  if (isFormOnly(name)) notes.push({ kind: "name-form-only", line, what: name });
  for (const what of aliases)
    if (isFormOnly(what)) notes.push({ kind: "alias-form-only", line, what });
  return notes;
}

/** Refuses a header in which a column that is read stands twice: which of the two holds could only be guessed. */
export function checkHeader(
  header: readonly string[],
  file: string,
  line: number,
): Result<readonly string[]> {
  const names = header.map((name) => name.trim());
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  return twice === undefined
    ? ok(names)
    : err(appError("csv-header-twice", { file, line, column: twice.slice(0, 80) }));
}
