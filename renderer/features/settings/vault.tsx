import { useState } from "react";
import { useI18n } from "#i18n";
import type { AppError } from "#shared/kernel";
import {
  Badge,
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  Field,
  NewPassphrase,
  Notice,
  PassphraseBox,
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
export function Vault() {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [open, setOpen] = useState<Open | undefined>(undefined);
  const vault = useAnswer(["vault"], async () => await client.vault.state({}), { fresh: true });
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const start = useAnswer(["start"], async () => await client.start.state({}));
  // A plain workspace that the firm's rules let a person only read may be copied encrypted all the same.
  const mustEncrypt = start.data?.encryptionRequired ?? false;
  const remember = useChange(client.vault.setKeyStore, [["vault"]]);
  const lock = async () => {
    const locked = await client.start.lock({});
    if (!locked.ok) return toasts.fail(locked.error);
    invalidate(["start"]);
  };
  if (vault.error !== null) return <ErrorNotice error={errorOf(vault.error)} />;
  if (vault.data === undefined) return <Skeleton />;
  const { encrypted, ways, keyStore } = vault.data;
  const readOnly = host.data?.readOnly ?? false;
  const inSystem = ways.includes("key-store");
  const close = () => setOpen(undefined);
  return (
    <div className="stack">
      <div className="row">
        <h2>{t("vault.title")}</h2>
        <Badge tone={encrypted ? "good" : "plain"} icon="lock">
          {t(encrypted ? "vault.on" : "vault.off")}
        </Badge>
      </div>
      <p className="muted">{t("vault.about")}</p>
      {encrypted ? (
        <>
          <div className="row">
            <Button look="primary" icon="lock" onClick={() => void lock()}>
              {t("vault.lock")}
            </Button>
            <Button disabled={readOnly} onClick={() => setOpen("change")}>
              {t("vault.change")}
            </Button>
            <Button disabled={readOnly} onClick={() => setOpen("code")}>
              {t("vault.renew")}
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
              {t("vault.keystore.use")}
            </label>
          ) : (
            <p className="muted small">{t("vault.keystore.none")}</p>
          )}
          <h3>{t("vault.plain")}</h3>
          <p className="muted">{t("vault.plain.text")}</p>
          <div className="row">
            <Button look="danger" disabled={readOnly} onClick={() => setOpen("plain")}>
              {t("vault.plain")}
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
            {t("vault.encrypt")}
          </Button>
          <Button onClick={() => void lock()}>{t("vault.close")}</Button>
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
    <Field label={t("vault.target")} hint={t("vault.target.hint")}>
      {(ids) => (
        <input
          id={ids.id}
          className="input"
          aria-describedby={ids.describedBy}
          maxLength={1000}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
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
      const made = await unwrap(client.vault.encrypt(wish));
      tell({ code: made.recoveryCode, workspace: made.path, plain: made.plain });
    });
  return (
    <Dialog title={t("vault.encrypt")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <p>{t("vault.encrypt.text")}</p>
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
            {t("vault.keystore.use")}
          </label>
        ) : null}
        <Notice tone="warn">{t("vault.encrypt.warn")}</Notice>
        <div className="row">
          <Button submit look="primary" disabled={!ready}>
            {t(busy ? "vault.working" : "vault.encrypt")}
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
      await unwrap(client.vault.changePassphrase({ current, next }));
      toasts.say(t("vault.changed"));
      onClose();
    });
  return (
    <Dialog title={t("vault.change")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <p className="muted">{t("vault.change.text")}</p>
        {error === undefined ? null : <ErrorNotice error={error} />}
        <PassphraseBox label={t("vault.current")} value={current} onChange={setCurrent} />
        <NewPassphrase onChange={setNext} />
        <div className="row">
          <Button submit look="primary" disabled={!ready}>
            {t("vault.change")}
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
      const made = await unwrap(client.vault.renewRecoveryCode({ passphrase }));
      tell({ code: made.recoveryCode, workspace: path });
    });
  return (
    <Dialog title={t("vault.renew")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && passphrase !== "") void send();
        }}
      >
        <p className="muted">{t("vault.renew.text")}</p>
        {error === undefined ? null : <ErrorNotice error={error} />}
        <PassphraseBox label={t("vault.current")} value={passphrase} onChange={setPassphrase} />
        <div className="row">
          <Button submit look="primary" disabled={busy || passphrase === ""}>
            {t("vault.renew")}
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
      setMade(await unwrap(client.vault.plainCopy({ target: target.trim(), passphrase })));
    });
  if (made !== undefined)
    return (
      <Dialog title={t("vault.plain")} onClose={onClose}>
        <Notice tone="good" role="status">
          {t("vault.plain.done", made)}
        </Notice>
      </Dialog>
    );
  return (
    <Dialog title={t("vault.plain")} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <Notice tone="warn">{t("vault.plain.warn")}</Notice>
        {error === undefined ? null : <ErrorNotice error={error} />}
        <FolderBox value={target} onChange={setTarget} />
        <PassphraseBox label={t("vault.current")} value={passphrase} onChange={setPassphrase} />
        <div className="row">
          <Button submit look="danger" disabled={!ready}>
            {t(busy ? "vault.working" : "vault.plain")}
          </Button>
          <Button onClick={onClose}>{t("screen.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
