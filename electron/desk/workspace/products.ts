import { z } from "zod";
import alternativesFile from "#packs/alternatives/2026-11-30/alternatives.json" with {
  type: "json",
};
import productsFile from "#packs/products/2026-11-30/products.json" with { type: "json" };
import type { DeskHandlers } from "#shared/ipc";
import { ok, type Result } from "#shared/kernel";
import { type Product, productSchema } from "#shared/model";
import type { DeskAdapters } from "../session/adapters.ts";
import { bookHandlers, namedList } from "./books.ts";
import type { Store } from "./collections.ts";
import type { Books } from "./desk-workspace.ts";

/** The product book as it is delivered: figures of published data sheets, each with its source (section A4). */
export function seedProducts(): readonly Product[] {
  return z.object({ products: z.array(productSchema) }).parse(productsFile).products;
}

/** Fills an empty product book. What a person changed or removed later is left alone. */
export async function seedWorkspace(
  { mode }: Pick<Store, "mode">,
  products: Books["products"],
): Promise<Result<void>> {
  if (mode === "read" || products.list().length > 0) return ok(undefined);
  for (const product of seedProducts()) {
    const saved = await products.save(product, 0);
    // Removed products keep their id in the trash; a workspace emptied by hand stays empty.
    if (!saved.ok) return saved.error.code === "revision-conflict" ? ok(undefined) : saved;
  }
  return ok(undefined);
}

/** Accelerators, boards and servers, and the published figures of domestic alternatives. */
export function productHandlers({ workspace }: DeskAdapters): DeskHandlers["products"] {
  const { products } = workspace.books;
  return {
    ...bookHandlers(products),
    list: () => Promise.resolve(ok(namedList(products))),
    alternatives: () => Promise.resolve(ok(alternativesFile.alternatives)),
  };
}
