import type { Product } from "#shared/model";

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-/()（）]+/gu, " ")
    .trim();

/**
 * Whether a product's model or part number bears one of these names as words of its own: "H200" in "HGX H200 8-GPU" and in
 * "H200-NVL", never in "GH200".
 */
export function namesModel(
  { model, partNumber }: Pick<Product, "model" | "partNumber">,
  names: readonly string[],
): boolean {
  const texts = [model, partNumber].flatMap((one) => (one === undefined ? [] : [` ${fold(one)} `]));
  return names.some((name) => texts.some((text) => text.includes(` ${fold(name)} `)));
}
