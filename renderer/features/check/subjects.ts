import { useI18n } from "#i18n";
import type { Dossier } from "#shared/model";
import { useAnswer, useDesk } from "#ui";

type Subject = { readonly kind: string; readonly id: string };

/** Names for what findings speak of. */
export function useSubjectNames(order: string): (subject: Subject) => string {
  const { client } = useDesk();
  const { td, pick } = useI18n();
  const dossier = useAnswer(
    ["check", order, "dossier"],
    async () => await client.orders.dossier({ id: order }),
    { keep: true },
  );
  return ({ kind, id }) => {
    const name = dossier.data === undefined ? id : nameOf(dossier.data, kind, id, { td, pick });
    return td(`check.subject.${kind}`, { name });
  };
}

type Words = Pick<ReturnType<typeof useI18n>, "td" | "pick">;

function nameOf(dossier: Dossier, kind: string, id: string, { td, pick }: Words): string {
  const { order, parties, sites, products } = dossier;
  switch (kind) {
    case "party": {
      const party = parties.find((item) => item.id === id);
      return (party && pick(party.names)) || id;
    }
    case "site": {
      const site = sites.find((item) => item.id === id);
      return (site && pick(site.names)) || id;
    }
    case "line": {
      const line = order.lines.find((item) => item.id === id);
      const product = products.find((item) => item.id === line?.product);
      const number = order.lines.findIndex((item) => item.id === id) + 1;
      return [number, product?.model ?? line?.description].filter(Boolean).join(" · ");
    }
    case "tenant": {
      const tenant = order.tenantMix?.find((item) => item.id === id);
      return tenant === undefined ? id : td(`tenant.class.${tenant.class}`);
    }
    case "end-use": {
      const use = order.endUses?.find((item) => item.id === id);
      return use === undefined ? id : td(`use.kind.${use.kind}`);
    }
    default:
      return id;
  }
}
