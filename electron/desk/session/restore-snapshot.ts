import { nodeFileSystem } from "#node/files";
import type { Result } from "#shared/kernel";
import { type BackupInfo, inspectFolder, restoreSnapshotTo } from "#store";

/**
 * Rebuilds a whole workspace from a snapshot in a new or empty folder. A person names the workspace, or the folder its
 * snapshots lie in; both lead to them.
 */
export async function restoreSnapshot(options: {
  readonly from: string;
  readonly id: string;
  readonly target: string;
}): Promise<Result<BackupInfo>> {
  const { from, id, target } = options;
  const look = await inspectFolder(from);
  const backupDir = look.ok ? (look.value.backupDir ?? from) : from;
  return await restoreSnapshotTo({ fs: nodeFileSystem, backupDir, id, target });
}
