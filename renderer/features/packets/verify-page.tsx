import { useCallback, useEffect, useState } from "react";
import { useI18n } from "#i18n";
import type { Verification } from "#shared/ipc";
import type { AppError } from "#shared/kernel";
import {
  bytesText,
  ErrorNotice,
  errorOf,
  FilePick,
  Skeleton,
  unwrap,
  useDesk,
  usePlace,
} from "#ui";
import { VerificationView } from "./verification-view.tsx";
import "./packets.css";

type State =
  | { readonly kind: "idle" }
  | { readonly kind: "busy"; readonly name: string; readonly sent: number; readonly total: number }
  | { readonly kind: "done"; readonly name: string; readonly result: Verification }
  | { readonly kind: "failed"; readonly error: AppError };

/** Verifies any packet from its zip file alone. */
export function VerifyPage() {
  const { t } = useI18n();
  const desk = useDesk();
  const { query } = usePlace();
  const [state, setState] = useState<State>({ kind: "idle" });
  const [over, setOver] = useState(false);
  const check = useCallback(
    async (fileName: string, offered: () => Promise<string>) => {
      try {
        const grant = await offered();
        const result = await unwrap(desk.client.packets.verifyUpload({ grant }));
        setState({ kind: "done", name: fileName, result });
      } catch (fault) {
        setState({ kind: "failed", error: errorOf(fault) });
      }
    },
    [desk],
  );
  const upload = (file: File) => {
    setState({ kind: "busy", name: file.name, sent: 0, total: file.size });
    const onProgress = (sent: number, total: number) =>
      setState({ kind: "busy", name: file.name, sent, total });
    void check(
      file.name,
      async () => (await unwrap(desk.upload(file, file.name, { onProgress }))).grant,
    );
  };
  const grant = query.get("grant");
  const name = query.get("name") ?? "";
  useEffect(() => {
    if (grant !== null) void check(name, () => Promise.resolve(grant));
  }, [grant, name, check]);
  return (
    <div className="page">
      <h1>{t("verify.title")}</h1>
      <section className="card stack">
        <p className="muted">{t("verify.about")}</p>
        <fieldset
          className={over ? "drop-zone drop-zone-over" : "drop-zone"}
          aria-label={t("verify.drop")}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            const file = event.dataTransfer.files[0];
            if (file !== undefined) upload(file);
          }}
        >
          <span>{t("verify.drop")}</span>
          <FilePick label={t("verify.pick")} accept=".zip" onFile={upload} />
        </fieldset>
        {state.kind === "busy" ? (
          <div className="stack-tight">
            <span>{`${state.name} · ${bytesText(state.sent)} / ${bytesText(state.total)}`}</span>
            <Skeleton lines={2} />
          </div>
        ) : null}
        {state.kind === "failed" ? <ErrorNotice error={state.error} /> : null}
        {state.kind === "done" ? (
          <>
            <h2>{state.name}</h2>
            <VerificationView result={state.result} />
          </>
        ) : null}
      </section>
    </div>
  );
}
