import { useCallback, useEffect, useRef, useState } from "react";
import { useI18n } from "#i18n";
import { MOST_DROPPED, type Verification } from "#shared/ipc";
import type { AppError } from "#shared/kernel";
import {
  Button,
  bytesText,
  ErrorNotice,
  errorOf,
  FilePick,
  Skeleton,
  unwrap,
  useDesk,
  useDropTarget,
  usePlace,
} from "#ui";
import { chosenFolder, type Dropped, type DroppedFile, droppedFrom } from "./dropped-files.ts";
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
  const uploadFolder = async (folder: string, files: readonly DroppedFile[]) => {
    if (files.length > MOST_DROPPED) {
      const params = { count: files.length, most: MOST_DROPPED };
      return setState({ kind: "failed", error: { code: "verify-folder-too-many", params } });
    }
    const total = files.reduce((sum, { file }) => sum + file.size, 0);
    let sent = 0;
    try {
      const granted: { path: string; grant: string }[] = [];
      for (const { path, file } of files) {
        setState({ kind: "busy", name: folder, sent, total });
        granted.push({ path, ...(await unwrap(desk.upload(file, file.name))) });
        sent += file.size;
      }
      const result = await unwrap(desk.client.packets.verifyFolder({ files: granted }));
      setState({ kind: "done", name: folder, result });
    } catch (fault) {
      setState({ kind: "failed", error: errorOf(fault) });
    }
  };
  const take = (dropped: Dropped | undefined) => {
    if (dropped?.kind === "file") upload(dropped.file);
    else if (dropped?.kind === "folder") void uploadFolder(dropped.name, dropped.files);
  };
  const drop = useDropTarget((data) => void droppedFrom(data).then(take));
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
          className={drop.over ? "drop-zone drop-zone-over" : "drop-zone"}
          aria-label={t("verify.drop")}
          {...drop.handlers}
        >
          <span>{t("verify.drop")}</span>
          <FilePick label={t("verify.pick")} accept=".zip" onFile={upload} />
          <FolderPick onFolder={(list) => take(chosenFolder(list))} />
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

/** A button that asks for a folder; React has no name for the attribute that makes a folder of a file field. */
function FolderPick({ onFolder }: { readonly onFolder: (list: FileList) => void }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.setAttribute("webkitdirectory", ""), []);
  return (
    <>
      <Button icon="upload" onClick={() => input.current?.click()}>
        {t("verify.pick.folder")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("verify.pick.folder")}
        onChange={(event) => {
          const { files } = event.target;
          if (files !== null && files.length > 0) onFolder(files);
          event.target.value = "";
        }}
      />
    </>
  );
}
