import { useState } from "react";
import { useI18n } from "#i18n";
import type { ReportValue } from "#shared/check";
import { type Track, tracks } from "#shared/rules";
import {
  Button,
  ChoiceControl,
  DateInput,
  Dialog,
  EntryControl,
  Field,
  newId,
  TextControl,
  useAnswer,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import type { Law } from "./law.ts";
import { saveAnswer } from "./save-answer.ts";
import { SourceView } from "./source-view.tsx";

type Props = { readonly order: string; readonly report: ReportValue; readonly law: Law };

/** Parameters that nobody has confirmed for the day: what to look up, and where to enter what was found. */
export function VerifyList({ order, report, law }: Props) {
  const { t, pick } = useI18n();
  const [entering, setEntering] = useState<{ track: Track; parameter: string } | undefined>();
  return (
    <div className="stack">
      <p className="muted">{t("check.verify.about")}</p>
      {tracks.map((track) => (
        <section key={track} className="stack" aria-label={t(`track.${track}`)}>
          <h2>{t(`track.${track}`)}</h2>
          {report.tracks[track].verify.length === 0 ? (
            <p className="muted">{t("check.verify.none")}</p>
          ) : null}
          {report.tracks[track].verify.map(({ parameter, sources }) => {
            const found = law.parameter(parameter);
            return (
              <div key={parameter} className="entry stack-tight">
                <strong>{found === undefined ? parameter : pick(found.title)}</strong>
                {found?.lookup === undefined ? null : <p>{pick(found.lookup)}</p>}
                {sources.map((id) => {
                  const source = law.source(id);
                  return source === undefined ? (
                    <code key={id}>{id}</code>
                  ) : (
                    <SourceView
                      key={id}
                      citation={{ id, authority: source.authority, date: source.date }}
                      source={source}
                    />
                  );
                })}
                <div className="row">
                  <Button
                    size="small"
                    icon="edit"
                    onClick={() => setEntering({ track, parameter })}
                  >
                    {t("check.verify.enter")}
                  </Button>
                </div>
              </div>
            );
          })}
        </section>
      ))}
      {entering === undefined ? null : (
        <EnterLookup
          order={order}
          track={entering.track}
          parameter={entering.parameter}
          asOf={report.asOf}
          onClose={() => setEntering(undefined)}
        />
      )}
    </div>
  );
}

type EnterProps = {
  readonly order: string;
  readonly track: Track;
  readonly parameter: string;
  readonly asOf: string;
  readonly onClose: () => void;
};

function EnterLookup({ order, track, parameter, asOf, onClose }: EnterProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const host = useAnswer(["host"], async () => await client.host.info({}));
  const stored = useAnswer(["order", order], async () => await client.orders.get({ id: order }));
  const [form, setForm] = useState({ state: "", value: "", from: asOf, citation: "", person: "" });
  const put = (name: keyof typeof form) => (value: string | undefined) =>
    setForm((before) => ({ ...before, [name]: value ?? "" }));
  const save = async () => {
    const lookup = {
      id: newId("lkp"),
      track,
      parameter,
      state: form.state,
      ...(form.value === "" ? {} : { value: form.value }),
      from: form.from,
      citation: form.citation,
      seenOn: host.data?.today ?? asOf,
      ...(form.person === "" ? {} : { person: form.person }),
    };
    const lookups = [...(stored.data?.value.lookups ?? []), lookup];
    const result = await saveAnswer(client, order, "order.lookups", lookups);
    if (!result.ok) return toasts.fail(result.error);
    toasts.say(t("check.answered"));
    invalidate(["check", order], ["order", order], ["completeness", order]);
    onClose();
  };
  const ready = form.state !== "" && form.from !== "" && form.citation.trim() !== "";
  return (
    <Dialog
      title={t("check.verify.enter")}
      onClose={onClose}
      foot={
        <Button
          look="primary"
          disabled={!ready || stored.data === undefined}
          onClick={() => void save()}
        >
          {t("screen.save")}
        </Button>
      }
    >
      <div className="form-grid">
        <Field label={t("field.lookup.state")}>
          {(ids) => (
            <ChoiceControl
              ids={ids}
              disabled={false}
              value={form.state}
              options={["in-force", "suspended", "repealed", "not-enforced"]}
              words="parameter.state"
              onChange={put("state")}
            />
          )}
        </Field>
        <Field label={t("field.lookup.value")}>
          {(ids) => (
            <TextControl ids={ids} disabled={false} value={form.value} onChange={put("value")} />
          )}
        </Field>
        <Field label={t("field.lookup.from")}>
          {(ids) => <DateInput id={ids.id} value={form.from} onChange={put("from")} />}
        </Field>
        <Field label={t("field.lookup.person")}>
          {(ids) => (
            <EntryControl
              ids={ids}
              disabled={false}
              book="person"
              value={form.person}
              onChange={put("person")}
            />
          )}
        </Field>
        <Field label={t("field.lookup.citation")} wide>
          {(ids) => (
            <TextControl
              ids={ids}
              disabled={false}
              rows={2}
              value={form.citation}
              onChange={put("citation")}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
