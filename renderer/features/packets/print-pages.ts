import { useState } from "react";
import type { AppError } from "#shared/kernel";
import { errorOf, unwrap, useDesk } from "#ui";

type Paper = { readonly path: string; readonly pages: number };

async function loaded(image: HTMLImageElement): Promise<void> {
  await image.decode();
}

/**
 * Prints papers from the same pictures that the preview shows: each page on a sheet of its own, nothing else of the
 * screen. The system's own dialog chooses the printer.
 */
export function usePrint(packet: string) {
  const { client } = useDesk();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const start = async (papers: readonly Paper[]) => {
    setBusy(true);
    setError(undefined);
    const root = document.createElement("div");
    root.className = "print-root";
    const addresses: string[] = [];
    try {
      for (const { path, pages } of papers)
        for (let page = 1; page <= pages; page += 1) {
          const { svg } = await unwrap(client.packets.page({ id: packet, path, page }));
          const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
          addresses.push(address);
          const image = document.createElement("img");
          image.className = "print-page";
          image.src = address;
          root.append(image);
        }
      document.body.append(root);
      await Promise.all([...root.querySelectorAll("img")].map(loaded));
      window.print();
    } catch (fault) {
      setError(errorOf(fault));
    } finally {
      root.remove();
      for (const address of addresses) URL.revokeObjectURL(address);
      setBusy(false);
    }
  };
  return { busy, error, start };
}
