import { useMemo } from "react";
import { useI18n } from "#i18n";
import { useAnswer, useDesk } from "#ui";
import { askedOf } from "./asked-of.ts";

/** Lanes, causes and open questions of an order as it is on the disk. */
export function useGlance(order: string) {
  const { client } = useDesk();
  return useAnswer(["glance", order], async () => await client.check.glance({ order }), {
    keep: true,
  });
}

/** What both outgoing sets still lack. */
export function useCompleteness(order: string) {
  const { client } = useDesk();
  return useAnswer(
    ["completeness", order],
    async () => await client.check.completeness({ order }),
    { keep: true },
  );
}

/** What waits for each field of an order, with why. */
export function useAskedFields(order: string) {
  const { t, td, pick } = useI18n();
  const completeness = useCompleteness(order).data;
  const glance = useGlance(order).data;
  return useMemo(
    () =>
      askedOf({
        completeness,
        questions: [
          ...(glance?.tracks["cn-import"].questions ?? []),
          ...(glance?.tracks["us-export"].questions ?? []),
        ],
        words: {
          why: ({ why, params }) => td(`completeness.why.${why}`, params),
          set: (set) => t(`set.${set}`),
          title: pick,
          source: ({ id, authority, date }) =>
            [id, td(`authority.${authority}`), date].filter((part) => part !== null).join(" "),
        },
      }),
    [completeness, glance, t, td, pick],
  );
}
