/** The environment that a packaging run sees. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a platform's packages are signed, or what is missing to do so. */
export type SigningPlan =
  | { readonly kind: "unsigned" }
  | { readonly kind: "signed" }
  | { readonly kind: "half"; readonly missing: readonly string[] };

/** What each platform's signing needs, all together or not at all. */
const needed = {
  win: ["WIN_CSC_LINK", "WIN_CSC_KEY_PASSWORD"],
  mac: ["CSC_LINK", "CSC_KEY_PASSWORD", "APPLE_API_KEY", "APPLE_API_KEY_ID", "APPLE_API_ISSUER"],
  linux: [],
} as const;

/** The platforms that packages are made for. */
export type PackagePlatform = keyof typeof needed;

/** Reads the plan from the environment. A half-configured one is no plan: an unsigned package must be meant. */
export function signingPlan(platform: PackagePlatform, environment: Environment): SigningPlan {
  const missing = needed[platform].filter((name) => !environment[name]);
  if (missing.length === needed[platform].length) return { kind: "unsigned" };
  return missing.length === 0 ? { kind: "signed" } : { kind: "half", missing };
}
