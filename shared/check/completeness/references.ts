import { type AppError, appError } from "#shared/kernel";
import type { Dossier } from "#shared/model";

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const UNSAFE_NAME = /[\\/:\u0000-\u001f\u007f]|^\.{1,2}$|^\s|[\s.]$/;

function unsafeFileName(dossier: Dossier): AppError | undefined {
  const index = dossier.evidence.findIndex((item) => UNSAFE_NAME.test(item.fileName));
  if (index < 0) return undefined;
  const name = dossier.evidence[index]?.fileName ?? "";
  return appError("dossier-file-name", { at: `evidence.${index}.fileName`, name });
}

function translationLoop(dossier: Dossier): AppError | undefined {
  const original = new Map(dossier.evidence.map((item) => [item.id, item.translationOf]));
  // Whatever was followed to its end once leads into no circle: long chains are walked once.
  const sound = new Set<string>();
  for (const [index, item] of dossier.evidence.entries()) {
    const seen = new Set<string>();
    for (let id: string | undefined = item.id; id !== undefined; id = original.get(id)) {
      if (sound.has(id)) break;
      if (seen.has(id))
        return appError("dossier-loop", { at: `evidence.${index}.translationOf`, id: item.id });
      seen.add(id);
    }
    for (const id of seen) sound.add(id);
  }
  return undefined;
}

function selfHolding(dossier: Dossier): AppError | undefined {
  const index = dossier.links.findIndex(
    (item) => item.owner === item.target || item.nomineeFor === item.owner,
  );
  const link = dossier.links[index];
  return link === undefined
    ? undefined
    : appError("dossier-loop", {
        at: `links.${index}.${link.owner === link.target ? "owner" : "nomineeFor"}`,
        id: link.id,
      });
}

/**
 * What a schema cannot see: file names that are paths, papers that translate each other in a circle, an interest held in
 * oneself or as nominee for oneself. Cross-holdings between different parties are lawful and no fault.
 */
export function inspectReferences(dossier: Dossier): AppError | undefined {
  return unsafeFileName(dossier) ?? translationLoop(dossier) ?? selfHolding(dossier);
}
