import { useEffect, useEffectEvent, useState } from "react";
import { z } from "zod";
import { type AppError, appError } from "#shared/kernel";
import { readTextFile, useWaitingFile } from "#ui";

const some = z.array(z.unknown());
/** As much of a dossier as a person is shown before it is taken in; the desk reads it strictly when it is. */
const outline = z.object({
  order: z.object({ title: z.string() }),
  parties: some,
  links: some,
  sites: some,
  products: some,
  evidence: some,
  persons: some,
});

/** What a file that the system handed over holds, with the file itself. */
export type SeenOrder = {
  readonly file: File;
  readonly title: string;
  readonly counts: Readonly<
    Record<"parties" | "links" | "sites" | "products" | "evidence" | "persons", number>
  >;
};

function outlineOf(file: File, text: string): SeenOrder | undefined {
  try {
    const { order, ...books } = outline.parse(JSON.parse(text));
    const counts = {
      parties: books.parties.length,
      links: books.links.length,
      sites: books.sites.length,
      products: books.products.length,
      evidence: books.evidence.length,
      persons: books.persons.length,
    };
    return { file, title: order.title.slice(0, 200), counts };
  } catch {
    return undefined;
  }
}

/** Shows what an order file holds that somebody opened outside the desk; it is imported only when a person says so. */
export function useHandedOrder(refuse: (error: AppError) => void) {
  const { file, done } = useWaitingFile("order");
  const [seen, setSeen] = useState<SeenOrder | undefined>(undefined);
  const look = useEffectEvent(async (handed: File, isWanted: () => boolean) => {
    const text = await readTextFile(handed);
    if (!isWanted()) return;
    const found = text.ok ? outlineOf(handed, text.value) : undefined;
    if (found !== undefined) return setSeen(found);
    refuse(text.ok ? appError("file-no-order", { fileName: handed.name }) : text.error);
    done();
  });
  useEffect(() => {
    if (file === undefined) return;
    let isWanted = true;
    void look(file, () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [file]);
  const close = () => {
    setSeen(undefined);
    done();
  };
  return {
    seen,
    take: (importFile: (file: File) => void) => {
      if (seen !== undefined) importFile(seen.file);
      close();
    },
    close,
  };
}
