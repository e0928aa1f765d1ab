import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  Dialog,
  Empty,
  ErrorNotice,
  errorOf,
  Field,
  IconButton,
  momentText,
  Skeleton,
  useAnswer,
  useChange,
  useDesk,
  useToasts,
} from "#ui";
import { CaseDialog } from "./case-dialog.tsx";

/** Filed packets and what has become of them. */
export function CasesPage() {
  const { t, lang } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const [opened, setOpened] = useState<{ id?: string; order: string } | undefined>(undefined);
  const [choosing, setChoosing] = useState(false);
  const cases = useAnswer(["cases"], async () => await client.cases.list({}));
  const remove = useChange(client.cases.remove, [["cases"]]);
  const restore = useChange(client.cases.restore, [["cases"]]);
  const failed = (fault: unknown) => toasts.fail(errorOf(fault));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t("screen.nav.cases")}</h1>
        <Button look="primary" icon="add" onClick={() => setChoosing(true)}>
          {t("cases.new")}
        </Button>
      </div>
      {cases.error === null ? null : (
        <ErrorNotice error={errorOf(cases.error)} onRetry={() => void cases.refetch()} />
      )}
      {cases.isPending ? <Skeleton /> : null}
      {cases.data?.length === 0 ? (
        <Empty title={t("cases.empty.title")} text={t("cases.empty.text")} />
      ) : null}
      <ul className="plain-list stack">
        {(cases.data ?? []).map((item) => (
          <li key={item.id} className="card row">
            <Button look="link" onClick={() => setOpened({ id: item.id, order: "" })}>
              {item.name}
            </Button>
            <span className="muted">{momentText(item.savedAt, lang)}</span>
            <span className="grow" />
            <IconButton
              size="small"
              icon="trash"
              label={t("screen.delete.named", { name: item.name })}
              onClick={() =>
                remove.mutate(
                  { id: item.id },
                  {
                    onSuccess: () =>
                      toasts.say(t("screen.deleted", { name: item.name }), () =>
                        restore.mutate({ id: item.id }, { onError: failed }),
                      ),
                    onError: failed,
                  },
                )
              }
            />
          </li>
        ))}
      </ul>
      {choosing ? (
        <ChooseOrder
          onClose={() => setChoosing(false)}
          onChoose={(order) => {
            setChoosing(false);
            setOpened({ order });
          }}
        />
      ) : null}
      {opened === undefined ? null : (
        <CaseDialog
          target={opened.id === undefined ? {} : { id: opened.id }}
          order={opened.order}
          onDone={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

type ChooseProps = { readonly onClose: () => void; readonly onChoose: (order: string) => void };

function ChooseOrder({ onClose, onChoose }: ChooseProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [order, setOrder] = useState("");
  const orders = useAnswer(["orders"], async () => await client.orders.list({}));
  return (
    <Dialog
      title={t("cases.new")}
      onClose={onClose}
      foot={
        <Button look="primary" disabled={order === ""} onClick={() => onChoose(order)}>
          {t("screen.create")}
        </Button>
      }
    >
      <Field label={t("cases.order")}>
        {(ids) => (
          <select
            id={ids.id}
            className="input"
            value={order}
            onChange={(event) => setOrder(event.target.value)}
          >
            <option value="">{t("screen.choose")}</option>
            {(orders.data ?? []).map((item) => (
              <option key={item.id} value={item.id}>
                {item.title}
              </option>
            ))}
          </select>
        )}
      </Field>
    </Dialog>
  );
}
