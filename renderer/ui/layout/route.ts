import { useSyncExternalStore } from "react";

/** Where the page is: `#/orders/ord_x/edit/lines?focus=…`. */
export type Place = { readonly steps: readonly string[]; readonly query: URLSearchParams };

function read(): string {
  return globalThis.location.hash.startsWith("#/") ? globalThis.location.hash.slice(2) : "";
}

function subscribe(listener: () => void): () => void {
  globalThis.addEventListener("hashchange", listener);
  return () => globalThis.removeEventListener("hashchange", listener);
}

function parsed(address: string): Place {
  const [path = "", query = ""] = address.split("?");
  const steps = path.split("/").filter((step) => step !== "");
  return { steps: steps.map(decodeURIComponent), query: new URLSearchParams(query) };
}

/** The place the address bar names; follows it. */
export function usePlace(): Place {
  return parsed(useSyncExternalStore(subscribe, read));
}

/** The address of a place, for links. */
export function hrefOf(
  steps: readonly string[],
  query: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams(query).toString();
  return `#/${steps.map(encodeURIComponent).join("/")}${search === "" ? "" : `?${search}`}`;
}

/** Goes to a place as if its link had been followed. */
export function goTo(steps: readonly string[], query: Readonly<Record<string, string>> = {}): void {
  globalThis.location.hash = hrefOf(steps, query);
}
