import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  Dialog,
  Empty,
  ErrorNotice,
  errorOf,
  Field,
  Skeleton,
  useAnswer,
  useChange,
  useDesk,
  useToasts,
} from "#ui";
import { CaseDialog } from "./case-dialog.tsx";
import { CasesTable } from "./cases-table.tsx";

/** Filed packets and what has become of them. */
export function CasesPage() {
  const { t } = useI18n();
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
      {cases.data === undefined || cases.data.length === 0 ? null : (
        <CasesTable
          cases={cases.data}
          onOpen={(id) => setOpened({ id, order: "" })}
          onRemove={({ id, name }) =>
            remove.mutate(
              { id },
              {
                onSuccess: () =>
                  toasts.say(t("screen.deleted", { name }), () =>
                    restore.mutate({ id }, { onError: failed }),
                  ),
                onError: failed,
              },
            )
          }
        />
      )}
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
