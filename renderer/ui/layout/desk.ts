import { createContext, useContext } from "react";
import type { Desk } from "#bridge";

/** Where the app puts the desk that the page is connected to. */
export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk that the page is connected to. */
export function useDesk(): Desk {
  const value = useContext(DeskContext);
  if (value === undefined) throw new Error("no desk above this component");
  return value;
}
