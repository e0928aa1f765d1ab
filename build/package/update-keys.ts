/** A key under which update files are believed, with the name its owner goes by. */
export interface UpdateKey {
  readonly name: string;
  readonly publicKey: string;
}

/**
 * Reads `Name=<64 hex digits>` pairs, separated by commas, as the environment gives them. A pair that is no key stops the
 * packaging: a program that silently trusts nobody would only be noticed at its first update.
 */
export function updateKeys(text: string | undefined): readonly UpdateKey[] {
  const pairs = (text ?? "").split(",").filter((pair) => pair.trim() !== "");
  return pairs.map((pair) => {
    const [name = "", publicKey = ""] = pair.split("=").map((part) => part.trim());
    if (name === "" || !/^[0-9a-f]{64}$/.test(publicKey))
      throw new Error(`UPDATE_PUBLIC_KEYS: "${pair.slice(0, 60)}" is no Name=<64 hex digits>`);
    return { name, publicKey };
  });
}
