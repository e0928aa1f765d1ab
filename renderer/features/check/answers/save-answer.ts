import { appError, err, type Result } from "#shared/kernel";
import { type useDesk, writePath } from "#ui";

type Client = ReturnType<typeof useDesk>["client"];

/** Puts one answer into the document that a path names, on top of its latest revision. */
export async function saveAnswer(
  client: Client,
  order: string,
  path: string,
  answer: unknown,
): Promise<Result<unknown>> {
  const [root = "", id = "", ...rest] = path.split(".");
  const below = rest.join(".");
  switch (root) {
    case "order": {
      const stored = await client.orders.get({ id: order });
      if (!stored.ok) return stored;
      const value = writePath(stored.value.value, path.slice("order.".length), answer);
      return await client.orders.save({ value, revision: stored.value.revision });
    }
    case "parties": {
      const stored = await client.parties.get({ id });
      if (!stored.ok) return stored;
      const value = writePath(stored.value.value, `party.${below}`, answer);
      return await client.parties.save({ value, revision: stored.value.revision });
    }
    case "sites": {
      const stored = await client.sites.get({ id });
      if (!stored.ok) return stored;
      const value = writePath(stored.value.value, below, answer);
      return await client.sites.save({ value, revision: stored.value.revision });
    }
    case "products": {
      const stored = await client.products.get({ id });
      if (!stored.ok) return stored;
      const value = writePath(stored.value.value, below, answer);
      return await client.products.save({ value, revision: stored.value.revision });
    }
    default:
      return err(appError("not-found", { id: path }));
  }
}
