import { useState } from "react";
import { useI18n } from "#i18n";
import { BATCH_SHOWN, type Batch, batchSchema } from "#shared/ipc";
import { Button, ErrorNotice, FilePick, Notice, unwrap, useDesk, useToasts } from "#ui";
import { JobProgress } from "./job-progress.tsx";
import { useJob } from "./use-job.ts";

/** Every name of a file, with progress, and a workbook of all of them in the end. */
export function BatchSearch({ ready }: { readonly ready: boolean }) {
  const { t, lang } = useI18n();
  const { client, upload } = useDesk();
  const job = useJob();
  const [batch, setBatch] = useState<Batch | undefined>(undefined);
  const take = async (file: File) => {
    setBatch(undefined);
    const result = await job.run(async () => {
      const { grant } = await unwrap(upload(file, file.name));
      return await client.lists.batch({ grant, fileName: file.name, language: lang });
    });
    const read = batchSchema.safeParse(result);
    if (read.success) setBatch(read.data);
  };
  return (
    <div className="stack">
      <p className="muted">{t("screening.batch.hint")}</p>
      <div className="row">
        <FilePick
          label={t("screening.batch.pick")}
          accept=".csv,.txt,.xlsx"
          disabled={!ready || job.progress !== undefined}
          onFiles={([file]) => (file === undefined ? undefined : void take(file))}
        />
      </div>
      <JobProgress progress={job.progress} label={t("screening.searching")} onStop={job.stop} />
      {job.error === undefined ? null : <ErrorNotice error={job.error} />}
      {batch === undefined ? null : <Result batch={batch} />}
    </div>
  );
}

function Result({ batch }: { readonly batch: Batch }) {
  const { t } = useI18n();
  const { save } = useDesk();
  const toasts = useToasts();
  const [saved, setSaved] = useState(false);
  const { fileName, names, hit, hits, table } = batch;
  const keep = async () => {
    const done = await save(table);
    if (!done.ok) toasts.fail(done.error);
    else if (done.value.saved) setSaved(true);
  };
  return (
    <section className="stack" aria-label={fileName}>
      <Notice tone={hit === 0 ? "plain" : "warn"}>
        {t("screening.batch.done", { file: fileName, names, count: hit })}
      </Notice>
      <div className="row">
        <Button icon="download" disabled={saved} onClick={() => void keep()}>
          {t(saved ? "screening.batch.saved" : "screening.batch.save")}
        </Button>
      </div>
      {hits.length === 0 ? null : (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                {(["name", "strength", "score", "list", "entry"] as const).map((head) => (
                  <th key={head} scope="col">
                    {t(`screening.batch.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {hits.map((one) => (
                <tr key={`${one.query} ${one.list} ${one.entry}`}>
                  <td>{one.query}</td>
                  <td>{t(`screening.strength.${one.strength}`)}</td>
                  <td className="number">{one.score.toFixed(2)}</td>
                  <td>{one.list}</td>
                  <td>{one.name}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hits.length < BATCH_SHOWN ? null : (
        <p className="muted">{t("screening.batch.more", { count: BATCH_SHOWN })}</p>
      )}
    </section>
  );
}
