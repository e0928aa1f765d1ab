import { useState } from "react";
import type { AppError } from "#shared/kernel";
import { errorOf, unwrap, useDesk } from "#ui";

type Client = ReturnType<typeof useDesk>["client"];
type Answer = Awaited<ReturnType<Client["bundles"]["inspect"]>>;
/** A bundle looked into; nothing of it is taken in yet. */
export type BundlePreview = Extract<Answer, { readonly ok: true }>["value"];

/** Whether a file is a bundle: those are archives, dossiers are text. */
export async function isBundle(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return head[0] === 0x50 && head[1] === 0x4b;
}

/** Looks into a bundle that a person chose or the system handed over. */
export function useBundle() {
  const desk = useDesk();
  const [preview, setPreview] = useState<BundlePreview | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const look = async (grant: () => Promise<string>) => {
    setBusy(true);
    setError(undefined);
    try {
      setPreview(await unwrap(desk.client.bundles.inspect({ grant: await grant() })));
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  return {
    preview,
    busy,
    error,
    file: (file: File) => look(async () => (await unwrap(desk.upload(file, file.name))).grant),
    grant: (grant: string) => look(() => Promise.resolve(grant)),
    close: () => setPreview(undefined),
  };
}
