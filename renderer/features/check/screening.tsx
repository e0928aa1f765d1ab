import { useState } from "react";
import { useI18n } from "#i18n";
import { sha256Hex } from "#shared/kernel";
import {
  Badge,
  Button,
  Dialog,
  ErrorNotice,
  errorOf,
  Field,
  hrefOf,
  Notice,
  newId,
  Skeleton,
  TextControl,
  unwrap,
  useAnswer,
  useBooks,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import { saveAnswer } from "./save-answer.ts";

type Client = ReturnType<typeof useDesk>["client"];
type Hit = Extract<Awaited<ReturnType<Client["lists"]["screen"]>>, { ok: true }>["value"][number];

/** Names near to entries of imported lists; a person decides, and the decision is kept with its reason. */
export function Screening({ order }: { readonly order: string }) {
  const { t, td } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const [deciding, setDeciding] = useState<Hit | undefined>(undefined);
  const lists = useAnswer(["lists"], async () => await client.lists.list({}));
  const hits = useAnswer(["screening", order], async () => await client.lists.screen({ order }), {
    enabled: (lists.data?.length ?? 0) > 0,
  });
  const nameOf = (hit: Hit) =>
    books.entries("party").find((entry) => entry.id === hit.party)?.label ?? hit.query;
  return (
    <div className="stack">
      <p className="muted">{t("check.screening.about")}</p>
      {lists.data?.length === 0 ? (
        <Notice
          tone="warn"
          action={
            <a className="button button-small" href={hrefOf(["settings"])}>
              {t("settings.lists.import")}
            </a>
          }
        >
          {t("check.screening.nolists")}
        </Notice>
      ) : null}
      {hits.error === null ? null : <ErrorNotice error={errorOf(hits.error)} />}
      {hits.isFetching ? <Skeleton lines={2} /> : null}
      {hits.data?.length === 0 ? <p className="muted">{t("check.screening.none")}</p> : null}
      {(hits.data ?? []).map((hit) => (
        <div
          key={`${hit.list}-${hit.entry}-${hit.party ?? hit.query}`}
          className="entry stack-tight"
        >
          <div className="row">
            <strong>{`${nameOf(hit)} ↔ ${hit.name}`}</strong>
            <Badge tone={hit.status === "dismissed" ? "plain" : "warn"}>
              {t(`check.hit.${hit.status}`)}
            </Badge>
            <Badge>{t(`check.match.${hit.matched}`)}</Badge>
            <span className="muted small">
              {`${hit.list} · ${hit.program} · ${t("check.screening.score", { score: Math.round(hit.score * 100) })}`}
            </span>
          </div>
          <ul className="small">
            {hit.explanation.map((line) => (
              <li key={line}>{td(line)}</li>
            ))}
          </ul>
          {hit.party === undefined ? null : (
            <div className="row">
              <Button size="small" onClick={() => setDeciding(hit)}>
                {t("check.screening.save")}
              </Button>
            </div>
          )}
        </div>
      ))}
      {deciding === undefined ? null : (
        <Decide order={order} hit={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </div>
  );
}

type DecideProps = { readonly order: string; readonly hit: Hit; readonly onClose: () => void };

function Decide({ order, hit, onClose }: DecideProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [reason, setReason] = useState("");
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const settings = useAnswer(["settings"], async () => await client.settings.get({}));
  const decide = async (decision: "true-match" | "not-this-party") => {
    try {
      const stored = await unwrap(client.orders.get({ id: order }));
      const person = settings.data?.currentPerson;
      const entry = {
        id: newId("scr"),
        party: hit.party,
        list: hit.list,
        entry: hit.entry,
        entryHash: hit.entryHash,
        partyHash: sha256Hex(hit.query),
        decision,
        reason,
        date: host.data?.today,
        ...(person === undefined ? {} : { person }),
      };
      await unwrap(
        saveAnswer(client, order, "order.screening", [...(stored.value.screening ?? []), entry]),
      );
      invalidate(["check", order], ["screening", order], ["order", order]);
      toasts.say(t("check.answered"));
      onClose();
    } catch (fault) {
      toasts.fail(errorOf(fault));
    }
  };
  const ready = reason.trim() !== "" && host.data !== undefined;
  return (
    <Dialog
      title={t("check.screening.save")}
      onClose={onClose}
      foot={
        <>
          <Button disabled={!ready} onClick={() => void decide("true-match")}>
            {t("check.screening.is")}
          </Button>
          <Button look="primary" disabled={!ready} onClick={() => void decide("not-this-party")}>
            {t("check.screening.isnot")}
          </Button>
        </>
      }
    >
      <Field label={t("check.screening.reason")}>
        {(ids) => (
          <TextControl
            ids={ids}
            disabled={false}
            rows={4}
            value={reason}
            onChange={(next) => setReason(next ?? "")}
          />
        )}
      </Field>
    </Dialog>
  );
}
