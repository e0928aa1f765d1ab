import type { Issue, StoreEvent } from "../documents/types.ts";

/** What the user should know, and who is told when something is added. */
export interface IssueList {
  readonly all: Issue[];
  readonly listeners: Set<(event: StoreEvent) => void>;
  emit(event: StoreEvent): void;
  /** Adds an issue, or brings the same one up to date. */
  report(issue: Issue): void;
  /** Takes off what a fresh save of a document has dealt with. */
  settle(collection: string, id: string): void;
}

function isSame(a: Issue, b: Issue): boolean {
  return a.collection === b.collection && a.id === b.id && a.error.code === b.error.code;
}

/** Creates the list of one opened workspace. */
export function createIssueList(): IssueList {
  const all: Issue[] = [];
  const listeners = new Set<(event: StoreEvent) => void>();
  const emit = (event: StoreEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  return {
    all,
    listeners,
    emit,
    report: (issue) => {
      const at = all.findIndex((other) => isSame(other, issue));
      if (at >= 0) {
        all[at] = issue;
        return;
      }
      all.push(issue);
      emit({ kind: "issue", issue });
    },
    settle: (collection, id) => {
      // What was kept of another program's work stays on the list until a person has looked.
      const stays = (issue: Issue) => issue.error.code === "store.changed-outside-kept";
      const left = all.filter(
        (issue) => issue.collection !== collection || issue.id !== id || stays(issue),
      );
      all.splice(0, all.length, ...left);
    },
  };
}
