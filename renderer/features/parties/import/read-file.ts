import { appError, err, ok, type Result } from "#shared/kernel";
import { readTextFile, type useDesk } from "#ui";

type Client = ReturnType<typeof useDesk>["client"];
type ImportInput = Parameters<Client["parties"]["import"]>[0];

/** A chosen file as the contract takes it. */
export type ChosenFile = Pick<ImportInput, "fileName" | "format" | "text" | "base64">;

/** Largest workbook that the contract takes in one call. */
const MOST_WORKBOOK = 20_000_000;
const PIECE = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/** Reads what a person chose: a workbook as bytes, all else as text; the name tells which. */
export async function readChosen(file: File): Promise<Result<ChosenFile>> {
  const fileName = file.name;
  const ending = fileName.toLowerCase().split(".").at(-1);
  if (ending !== "xlsx") {
    const text = await readTextFile(file);
    if (!text.ok) return text;
    return ok({ fileName, format: ending === "csv" ? "csv" : "bods", text: text.value });
  }
  if (file.size > MOST_WORKBOOK) {
    const megabytes = Math.ceil(file.size / 1_000_000);
    return err(appError("file-too-large-to-read", { fileName, megabytes, most: 20 }));
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return ok({ fileName, format: "xlsx", base64: base64Of(bytes) });
  } catch {
    return err(appError("file-unreadable", { fileName }));
  }
}
