import { useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  Dialog,
  errorOf,
  Field,
  TextControl,
  unwrap,
  useDesk,
  useInvalidate,
  useToasts,
} from "#ui";
import type { Hit } from "./hit.ts";

type Props = {
  readonly order: string;
  readonly hit: Hit;
  readonly onClose: () => void;
  readonly onDecided?: () => void;
};

/** Asks whether a near match is this party, and why; the desk binds the answer to both sides as they stand. */
export function Decide({ order, hit, onClose, onDecided }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const invalidate = useInvalidate();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const { party } = hit;
  const decide = async (decision: "true-match" | "not-this-party" | "unsure") => {
    if (party === undefined) return;
    setBusy(true);
    try {
      const { list, entry } = hit;
      await unwrap(
        client.lists.decide({ order, party, list, entry, decision, reason: reason.trim() }),
      );
      invalidate(["check", order], ["screening", order], ["order", order]);
      toasts.say(t("check.answered"));
      onDecided?.();
      onClose();
    } catch (fault) {
      toasts.fail(errorOf(fault));
      setBusy(false);
    }
  };
  const ready = reason.trim() !== "" && !busy;
  return (
    <Dialog
      title={`${hit.query} ↔ ${hit.name}`}
      onClose={onClose}
      foot={
        <>
          <Button disabled={!ready} onClick={() => void decide("unsure")}>
            {t("check.screening.unsure")}
          </Button>
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
