import { useEffect, useEffectEvent, useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  Empty,
  ErrorNotice,
  errorOf,
  FilePick,
  goTo,
  Skeleton,
  useAnswer,
  useChange,
  useDesk,
  usePlace,
  useToasts,
} from "#ui";
import { ImportBundle } from "./import-bundle.tsx";
import { ImportConflicts } from "./import-conflicts.tsx";
import { LookIntoOrder } from "./look-into-order.tsx";
import { NewOrder } from "./new-order.tsx";
import { OrdersTable } from "./orders-table.tsx";
import { isBundle, useBundle } from "./use-bundle.ts";
import { useHandedOrder } from "./use-handed-order.ts";
import { useImport } from "./use-import.ts";

/** All drafts of this workspace, and the ways to begin one. */
export function OrdersPage() {
  const { t } = useI18n();
  const { client } = useDesk();
  const { query } = usePlace();
  const toasts = useToasts();
  const [creating, setCreating] = useState(query.get("start") === "new");
  const [search, setSearch] = useState("");
  const orders = useAnswer(["orders"], async () => await client.orders.list({}));
  const create = useChange(client.orders.create, [["orders"]]);
  const importing = useImport();
  const handedFile = useHandedOrder(importing.refuse);
  const bundle = useBundle();
  const take = async (file: File) => {
    if (await isBundle(file)) await bundle.file(file);
    else importing.file(file);
  };
  // A bundle that the system handed to the program is looked into once.
  const handed = query.get("bundle");
  const inspect = useEffectEvent((grant: string) => {
    goTo(["orders"]);
    void bundle.grant(grant);
  });
  useEffect(() => {
    if (handed !== null) inspect(handed);
  }, [handed]);

  const start = (title: string) =>
    create.mutate(
      { title },
      {
        onSuccess: ({ id }) => goTo(["orders", id, "edit", "guide", "start"]),
        onError: (fault) => toasts.fail(errorOf(fault)),
      },
    );
  const actions = (
    <>
      <Button look="primary" icon="add" onClick={() => setCreating(true)}>
        {t("screen.orders.new")}
      </Button>
      <FilePick
        label={t("screen.orders.import")}
        accept=".json,.h200order,application/json"
        disabled={importing.busy || bundle.busy}
        onFile={(file) => void take(file)}
      />
      <Button icon="book" disabled={importing.busy} onClick={importing.sample}>
        {t("screen.orders.sample")}
      </Button>
    </>
  );
  const wanted = search.trim().toLowerCase();
  const found = (orders.data ?? []).filter((order) =>
    `${order.title} ${order.reference ?? ""} ${order.buyer?.search ?? ""}`
      .toLowerCase()
      .includes(wanted),
  );
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t("screen.nav.orders")}</h1>
        {orders.data?.length === 0 ? null : <div className="row">{actions}</div>}
      </div>
      {importing.error === undefined ? null : <ErrorNotice error={importing.error} />}
      {bundle.error === undefined ? null : <ErrorNotice error={bundle.error} />}
      {importing.restore === undefined ? null : (
        <div className="row">
          <Button icon="undo" onClick={importing.restore}>
            {t("screen.orders.bring.back")}
          </Button>
        </div>
      )}
      {orders.error === null ? null : (
        <ErrorNotice error={errorOf(orders.error)} onRetry={() => void orders.refetch()} />
      )}
      {orders.isPending ? <Skeleton /> : null}
      {orders.data?.length === 0 ? (
        <Empty title={t("screen.orders.empty.title")} text={t("screen.orders.empty.text")}>
          {actions}
          <Button icon="question" onClick={() => goTo(["tour"])}>
            {t("tour.title")}
          </Button>
        </Empty>
      ) : null}
      {orders.data === undefined || orders.data.length === 0 ? null : (
        <section className="card stack" aria-label={t("screen.nav.orders")}>
          <div className="row">
            <input
              className="input"
              type="search"
              aria-label={t("screen.orders.search")}
              placeholder={t("screen.orders.search")}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          {found.length === 0 ? (
            <p className="muted">{t("screen.nothing.found", { text: search })}</p>
          ) : (
            <OrdersTable orders={found} />
          )}
        </section>
      )}
      {creating ? (
        <NewOrder busy={create.isPending} onCreate={start} onClose={() => setCreating(false)} />
      ) : null}
      {bundle.preview === undefined ? null : (
        <ImportBundle preview={bundle.preview} onClose={bundle.close} />
      )}
      {handedFile.seen === undefined ? null : (
        <LookIntoOrder
          seen={handedFile.seen}
          onTake={() => handedFile.take(importing.file)}
          onClose={handedFile.close}
        />
      )}
      {importing.conflicts === undefined ? null : (
        <ImportConflicts
          conflicts={importing.conflicts}
          onDecide={importing.decide}
          onClose={importing.giveUp}
        />
      )}
    </div>
  );
}
