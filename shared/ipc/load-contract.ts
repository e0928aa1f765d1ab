import type { Contract } from "./contract.ts";

/** The whole contract, for who can wait: the page is drawn before the schemas of orders, reports and packs are made. */
export async function loadContract(): Promise<Contract> {
  return (await import("./contract.ts")).contract;
}
