import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Badge,
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  NewPassphrase,
  Notice,
  PassphraseBox,
  PathBox,
  Skeleton,
  unwrap,
  useAnswer,
  useChange,
  useDesk,
  useInvalidate,
  useTellCode,
  useToasts,
} from "#ui";
import { AutoLock } from "./auto-lock.tsx";

type Open = "encrypt" | "change" | "code" | "plain";

/** Whether the workspace is encrypted, and everything that changes how it is closed to others. */
export function EncryptionSettings() {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const encryption = useAnswer(["encryption"], async () => await client.encryption.state({}), {
    fresh: true,
  });
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const start = useAnswer(["start"], async () => await client.start.state({}));
  // A plain workspace that the firm's rules let a person only read may be copied encrypted all the same.
  const mustEncrypt = start.data?.encryptionRequired ?? false;
  const remember = useChange(client.encryption.setKeyStore, [["encryption"]]);
  const lock = async () => {
    const locked = await client.start.lock({});
    if (!locked.ok) return toasts.fail(locked.error);
    invalidate(["start"]);
  };
  if (encryption.error !== null) return <ErrorNotice error={errorOf(encryption.error)} />;
  if (encryption.data === undefined) return <Skeleton />;
  const { encrypted, ways, keyStore } = encryption.data;
  const readOnly = host.data?.readOnly ?? false;
  const inSystem = ways.includes("key-store");
  const close = () => setOpen(undefined);
  return (
    <div className="stack">
      <div className="row">
        <h2>{t("encryption.title")}</h2>
        <Badge tone={encrypted ? "good" : "plain"} icon="lock">
          {t(encrypted ? "encryption.on" : "encryption.off")}
        </Badge>
      </div>
      <p className="muted">{t("encryption.about")}</p>
      {encrypted ? (
        <>
          <div className="row">
            <Button look="primary" icon="lock" onClick={() => void lock()}>
              {t("encryption.lock")}
            </Button>
            <Button disabled={readOnly} onClick={() => setOpen("change")}>
              {t("encryption.change")}
            </Button>
            <Button disabled={readOnly} onClick={() => setOpen("code")}>
              {t("encryption.renew")}
            </Button>
          </div>
          <AutoLock readOnly={readOnly} />
          {keyStore ? (
            <label className="row">
              <input
                type="checkbox"
                disabled={readOnly || remember.isPending}
                checked={inSystem}
                onChange={(event) =>
                  remember.mutate(
                    { use: event.target.checked },
                    { onError: (fault) => toasts.fail(errorOf(fault)) },
                  )
                }
              />
              {t("encryption.keystore.use")}
            </label>
          ) : (
            <p className="muted small">{t("encryption.keystore.none")}</p>
          )}
          <h3>{t("encryption.plain")}</h3>
          <p className="muted">{t("encryption.plain.text")}</p>
          <div className="row">
            <Button look="danger" disabled={readOnly} onClick={() => setOpen("plain")}>
              {t("encryption.plain")}
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          <Button
            look="primary"
            icon="lock"
            disabled={readOnly && !mustEncrypt}
            onClick={() => setOpen("encrypt")}
          >
            {t("encryption.encrypt")}
          </Button>
          <Button onClick={() => void lock()}>{t("encryption.close")}</Button>
        </div>
      )}
      {open === "encrypt" ? (
        <Encrypt keyStore={keyStore} path={host.data?.workspace ?? ""} onClose={close} />
      ) : null}
      {open === "change" ? <ChangePassphrase onClose={close} /> : null}
      {open === "code" ? <RenewCode path={host.data?.workspace ?? ""} onClose={close} /> : null}
      {open === "plain" ? <PlainCopy path={host.data?.workspace ?? ""} onClose={close} /> : null}
    </div>
  );
}

/** Runs one piece of work of a dialog; what went wrong is shown in it. */
function useWork() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (fault) {
      setError(errorOf(fault));
    }
    setBusy(false);
  };
  return { busy, error, run };
}

type PathProps = { readonly path: string; readonly onClose: () => void };

function FolderBox({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useI18n();
  return (
    <PathBox
      label={t("encryption.target")}
      hint={t("encryption.target.hint")}
      value={value}
      onChange={onChange}
    />
  );
}

function Encrypt({ path, keyStore, onClose }: PathProps & { readonly keyStore: boolean }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const { busy, error, run } = useWork();
  const [target, setTarget] = useState(`${path}-encrypted`);
  const [passphrase, setPassphrase] = useState<string | undefined>(undefined);
  const [remember, setRemember] = useState(false);
  const tell = useTellCode();
  const ready = !busy && passphrase !== undefined && target.trim() !== "";
  const send = () =>
    run(async () => {
      if (passphrase === undefined) return;
      const wish = { target: target.trim(), passphrase, keyStore: remember };
      const made = await unwrap(client.encryption.encrypt(wish));
      tell({ code: made.recoveryCode, workspace: made.path, plain: made.plain });
    });
  return (
    <Dialog title={t("encryption.encrypt")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <p>{t("encryption.encrypt.text")}</p>
        {error === undefined ? null : <ErrorNotice error={error} />}
        <FolderBox value={target} onChange={setTarget} />
        <NewPassphrase onChange={setPassphrase} />
        {keyStore ? (
          <label className="row">
            <input
              type="checkbox"
              checked={remember}
              onChange={(event) => setRemember(event.target.checked)}
            />
            {t("encryption.keystore.use")}
          </label>
        ) : null}
        <Notice tone="warn">{t("encryption.encrypt.warn")}</Notice>
        <div className="row">
          <Button submit look="primary" disabled={!ready}>
            {t(busy ? "encryption.working" : "encryption.encrypt")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function ChangePassphrase({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const { busy, error, run } = useWork();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState<string | undefined>(undefined);
  const ready = !busy && current !== "" && next !== undefined;
  const send = () =>
    run(async () => {
      if (next === undefined) return;
      await unwrap(client.encryption.changePassphrase({ current, next }));
      toasts.say(t("encryption.changed"));
      onClose();
    });
  return (
    <Dialog title={t("encryption.change")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <p className="muted">{t("encryption.change.text")}</p>
        {error === undefined ? null : <ErrorNotice error={error} />}
        <PassphraseBox label={t("encryption.current")} value={current} onChange={setCurrent} />
        <NewPassphrase onChange={setNext} />
        <div className="row">
          <Button submit look="primary" disabled={!ready}>
            {t("encryption.change")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function RenewCode({ path, onClose }: PathProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const tell = useTellCode();
  const { busy, error, run } = useWork();
  const [passphrase, setPassphrase] = useState("");
  const send = () =>
    run(async () => {
      const made = await unwrap(client.encryption.renewRecoveryCode({ passphrase }));
      tell({ code: made.recoveryCode, workspace: path });
    });
  return (
    <Dialog title={t("encryption.renew")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && passphrase !== "") void send();
        }}
      >
        <p className="muted">{t("encryption.renew.text")}</p>
        {error === undefined ? null : <ErrorNotice error={error} />}
        <PassphraseBox
          label={t("encryption.current")}
          value={passphrase}
          onChange={setPassphrase}
        />
        <div className="row">
          <Button submit look="primary" disabled={busy || passphrase === ""}>
            {t("encryption.renew")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function PlainCopy({ path, onClose }: PathProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const { busy, error, run } = useWork();
  const [target, setTarget] = useState(`${path}-plain`);
  const [passphrase, setPassphrase] = useState("");
  const [made, setMade] = useState<{ path: string; documents: number } | undefined>(undefined);
  const ready = !busy && passphrase !== "" && target.trim() !== "";
  const send = () =>
    run(async () => {
      setMade(await unwrap(client.encryption.plainCopy({ target: target.trim(), passphrase })));
    });
  if (made !== undefined)
    return (
      <Dialog title={t("encryption.plain")} onClose={onClose}>
        <Notice tone="good" role="status">
          {t("encryption.plain.done", made)}
        </Notice>
      </Dialog>
    );
  return (
    <Dialog title={t("encryption.plain")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <Notice tone="warn">{t("encryption.plain.warn")}</Notice>
        {error === undefined ? null : <ErrorNotice error={error} />}
        <FolderBox value={target} onChange={setTarget} />
        <PassphraseBox
          label={t("encryption.current")}
          value={passphrase}
          onChange={setPassphrase}
        />
        <div className="row">
          <Button submit look="danger" disabled={!ready}>
            {t(busy ? "encryption.working" : "encryption.plain")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
