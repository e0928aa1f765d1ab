import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { looksLikeFirm } from "#shared/identity";
import type { PartyRecord, Site } from "#shared/model";
import {
  type Books,
  BooksContext,
  errorOf,
  newId,
  unwrap,
  useBooks,
  useDesk,
  useToasts,
} from "#ui";

/** What a name that was just typed most likely belongs to; holders may be people, the other parties are firms. */
function kindOfName(name: string, mayBePerson: boolean): PartyRecord["party"]["kind"] {
  return mayBePerson && !looksLikeFirm(name) ? "person" : "company";
}

function named(name: string): { readonly zh?: string; readonly en?: string } {
  return { [/\p{Script=Han}/u.test(name) ? "zh" : "en"]: name };
}

type Props = {
  /** The names typed here may be those of natural persons. */
  readonly persons?: boolean;
  readonly children: ReactNode;
};

/** Makes a party or a site of a name that was typed into a picker, at once and in place: its fields follow on the page. */
export function QuickBooks({ persons = false, children }: Props) {
  const above = useBooks();
  const { client } = useDesk();
  const toasts = useToasts();
  const queries = useQueryClient();
  const books = useMemo<Books>(() => {
    const make = async (kind: "party" | "site", name: string): Promise<string | undefined> => {
      try {
        if (kind === "party") {
          const id = newId("pty");
          const party = { id, kind: kindOfName(name, persons), names: named(name) };
          await unwrap(client.parties.save({ value: { party, holders: [] }, revision: 0 }));
          await queries.refetchQueries({ queryKey: ["parties"] });
          return id;
        }
        const id = newId("ste");
        const site: Site = { id, names: named(name) };
        await unwrap(client.sites.save({ value: site, revision: 0 }));
        await queries.refetchQueries({ queryKey: ["sites"] });
        return id;
      } catch (fault) {
        toasts.fail(errorOf(fault));
        return undefined;
      }
    };
    return {
      entries: above.entries,
      open: async (kind, target) => {
        const { id, name = "" } = target;
        const inPlace = (kind === "party" || kind === "site") && id === undefined && name !== "";
        return inPlace ? await make(kind, name) : await above.open(kind, target);
      },
    };
  }, [above, client, persons, queries, toasts]);
  return <BooksContext value={books}>{children}</BooksContext>;
}
