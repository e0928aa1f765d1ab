import { isAbsolute } from "node:path";
import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { inspectFolder } from "#store";
import { done, mapOk } from "../workspace/books.ts";
import { wireError } from "../workspace/file-issues.ts";
import type { HostPort } from "./adapters.ts";
import { restoreSnapshot } from "./restore-snapshot.ts";

/** What the session must be able to do for the names of `start`. */
export type Opening = {
  readonly describe: DeskHandlers["start"]["state"];
  readonly open: DeskHandlers["start"]["open"];
  readonly lock: () => Promise<Result<void>>;
  readonly touch: () => void;
};

/** Looking at folders, opening and locking: what answers before a workspace is open. */
export function startHandlers(
  { describe, open, lock, touch }: Opening,
  chooseFolder: HostPort["chooseFolder"],
): DeskHandlers["start"] {
  return {
    state: describe,
    look: async ({ path }) => {
      if (!isAbsolute(path)) return err(appError("start-path-relative", { path }));
      return mapOk(await inspectFolder(path), (look) => {
        const { kind, ways, holder, problem, manifest, backupDir } = look;
        return {
          path,
          kind,
          encrypted: manifest?.encryption !== undefined,
          ways: [...ways],
          backups: look.backups.map(({ id, at, documents, bytes }) => ({
            id,
            at,
            documents,
            bytes,
          })),
          ...(backupDir === undefined ? {} : { backupDir }),
          ...(problem === undefined ? {} : { problem: wireError(problem) }),
          ...(holder === undefined
            ? {}
            : {
                holder: {
                  owner: holder.owner,
                  host: holder.host,
                  pid: holder.pid,
                  program: holder.program,
                  since: holder.openedAt,
                },
              }),
        };
      });
    },
    choose: async () => {
      const path = await chooseFolder?.();
      return ok(path === undefined ? {} : { path });
    },
    open,
    lock: async () => done(await lock()),
    touch: () => {
      touch();
      return Promise.resolve(ok({}));
    },
    restore: async ({ backupDir, id, target }) => {
      if (!isAbsolute(target)) return err(appError("start-path-relative", { path: target }));
      const restored = await restoreSnapshot({ from: backupDir, id, target });
      return mapOk(restored, ({ documents }) => ({ path: target, documents }));
    },
  };
}
