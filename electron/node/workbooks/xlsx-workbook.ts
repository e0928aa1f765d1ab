import { readXml, XmlReader } from "./read-xml.ts";
import type { OfficeParts } from "./zip-parts.ts";

const nothing = { open: () => undefined, close: () => undefined, text: () => undefined };
const OFFICE_DOCUMENT = /\/officeDocument$/;

type Relation = { readonly id: string; readonly type: string; readonly target: string };

function relationsOf(text: string | undefined): Relation[] {
  const found: Relation[] = [];
  readXml(text, {
    ...nothing,
    open: (name, attributes) => {
      if (name !== "Relationship" || attributes["TargetMode"] === "External") return;
      found.push({
        id: attributes["Id"] ?? "",
        type: attributes["Type"] ?? "",
        target: attributes["Target"] ?? "",
      });
    },
  });
  return found;
}

/** A target as a path of the archive: absolute, or beside the part that names it. */
function pathFrom(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps = `${folder}${target}`.split("/");
  const path: string[] = [];
  for (const step of steps) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);
const relationsPath = (path: string) =>
  `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

/** The parts of a workbook, by what they are for. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  readonly date1904: boolean;
};

/** Finds the sheets of a workbook; undefined where the file is none. */
export async function readWorkbook(parts: OfficeParts): Promise<Workbook | undefined> {
  const top = relationsOf(await parts.text("_rels/.rels"));
  const main = top.find(({ type }) => OFFICE_DOCUMENT.test(type))?.target ?? "xl/workbook.xml";
  const path = pathFrom("", main);
  const text = await parts.text(path);
  if (text === undefined) return undefined;
  const relations = relationsOf(await parts.text(relationsPath(path)));
  const byId = new Map(relations.map((one) => [one.id, pathFrom(folderOf(path), one.target)]));
  const ofType = (name: string) => {
    const found = relations.find(({ type }) => type.endsWith(`/${name}`));
    return found === undefined ? undefined : pathFrom(folderOf(path), found.target);
  };
  const sheets: { name: string; path: string }[] = [];
  let date1904 = false;
  readXml(text, {
    ...nothing,
    open: (tag, attributes) => {
      if (tag === "workbookPr") date1904 = /^(1|true)$/.test(attributes["date1904"] ?? "");
      if (tag !== "sheet") return;
      const relation = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
      sheets.push({ name: attributes["name"] ?? "", path: byId.get(relation) ?? "" });
    },
  });
  return { sheets, strings: ofType("sharedStrings"), styles: ofType("styles"), date1904 };
}

/** The shared texts: runs of one text are joined, readings in other scripts (`rPh`) are left out. */
export async function readStrings(parts: OfficeParts, path: string | undefined): Promise<string[]> {
  const found: string[] = [];
  if (path === undefined || !parts.has(path)) return found;
  let current = "";
  let inText = false;
  let aside = 0;
  const reader = new XmlReader({
    open: (name) => {
      if (name === "t") inText = true;
      else if (name === "rPh") aside += 1;
      else if (name === "si") current = "";
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") aside -= 1;
      else if (name === "si") found.push(current);
    },
    text: (text) => {
      if (inText && aside === 0) current += text;
    },
  });
  for await (const piece of parts.pieces(path)) reader.write(piece);
  reader.end();
  return found;
}
