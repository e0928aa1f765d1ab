import { useRef, useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import { errorOf, unwrap, useDesk, useInvalidate, useToasts } from "#ui";

/** How far the reading of list files has come; `undefined` while none is read. */
export type ImportProgress = { readonly done: number; readonly total: number };

/** Imports list files together: OFAC's three are one list. Followed, stopped, told as one error. */
export function useListImport() {
  const { t } = useI18n();
  const desk = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [progress, setProgress] = useState<ImportProgress | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const abort = useRef<AbortController | undefined>(undefined);
  const take = async (files: readonly File[]) => {
    setError(undefined);
    setProgress({ done: 0, total: 1 });
    abort.current = new AbortController();
    try {
      const given: { fileName: string; grant: string }[] = [];
      for (const file of files) {
        const { grant } = await unwrap(desk.upload(file, file.name));
        given.push({ fileName: file.name, grant });
      }
      const { job } = await unwrap(desk.client.lists.importFiles({ files: given }));
      const { signal } = abort.current;
      const ended = await unwrap(desk.follow(job, { signal, onProgress: setProgress }));
      invalidate(["lists"], ["check"], ["screening"]);
      if (ended.state === "done")
        toasts.say(
          t("settings.lists.imported", { name: files.map(({ name }) => name).join(", ") }),
        );
    } catch (fault) {
      setError(errorOf(fault));
    }
    setProgress(undefined);
  };
  return { progress, error, take, stop: () => abort.current?.abort() };
}
