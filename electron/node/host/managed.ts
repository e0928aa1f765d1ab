import { readFile, realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, win32 } from "node:path";
import { z } from "zod";
import { type AppError, appError, err, ok, type Result, shapeProblem } from "#shared/kernel";

const keySchema = z.strictObject({
  name: z.string().min(1).max(200),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a firm's IT department decides for every desk on its machines; `docs/guide/managed.md` explains each line. */
const managedSchema = z.strictObject({
  schema: z.literal("h200-desk/managed@1"),
  /** Where the workspace is; `~/` stands for the home folder of whoever is signed in. */
  workspace: z.string().min(1).max(1_000).optional(),
  /** What a fresh workspace speaks. */
  language: z.enum(["zh", "en"]).optional(),
  /** Keys whose rule packs are taken in without asking. */
  trustedPackKeys: z.array(keySchema).max(100).optional(),
  /** Takes in rule packs under these keys and no others. */
  onlyTheseKeys: z.boolean().optional(),
  encryptionRequired: z.boolean().optional(),
  /** The longest that an encrypted workspace may stay open untouched. */
  autoLockMinutes: z.number().int().min(1).max(1_440).optional(),
  /** Where update files are put, and under whose keys they are believed. */
  updates: z.string().min(1).max(1_000).optional(),
  updateKeys: z.array(keySchema).max(20).optional(),
});
export type Managed = z.infer<typeof managedSchema>;

/** A key with the name its owner goes by. */
export type NamedKey = z.infer<typeof keySchema>;

/**
 * Where the file is looked for: places that an ordinary user cannot write to. They are fixed: whoever starts a program
 * sets its environment, and could point a variable at a file of their own.
 */
export function managedPlace(platform: NodeJS.Platform): string {
  if (platform === "win32") return win32.join("C:\\ProgramData", "H200 Desk", "managed.json");
  if (platform === "darwin") return "/Library/Application Support/H200 Desk/managed.json";
  return "/etc/h200-desk/managed.json";
}

const inHome = (path: string) => (/^~[/\\]/.test(path) ? join(homedir(), path.slice(2)) : path);

function withPlaces(managed: Managed, file: string): Result<Managed> {
  const places = { workspace: managed.workspace, updates: managed.updates };
  const made: { workspace?: string; updates?: string } = {};
  for (const name of ["workspace", "updates"] as const) {
    const place = places[name];
    if (place === undefined) continue;
    made[name] = inHome(place);
    if (!isAbsolute(made[name]))
      return err(appError("managed-file", { file, at: name, problem: place }));
  }
  return ok({ ...managed, ...made });
}

const WRITABLE_BY_OTHERS = 0o022;
const STICKY = 0o1000;

/** Who could have written here beside the administrator and this user; undefined where nobody. Windows does not tell. */
async function othersAt(path: string, isFolder: boolean): Promise<string | undefined> {
  const { uid, mode } = await stat(path);
  const own = process.getuid?.();
  if (own === undefined) return undefined;
  if (uid !== 0 && uid !== own) return `owner ${uid}`;
  const mayWrite = (mode & WRITABLE_BY_OTHERS) !== 0 && !(isFolder && (mode & STICKY) !== 0);
  return mayWrite ? `mode ${(mode & 0o7777).toString(8)}` : undefined;
}

/** Rules count only where nobody else on the machine can change them. */
async function whyNotBelieved(file: string): Promise<AppError | undefined> {
  const real = await realpath(file);
  const problem = (await othersAt(real, false)) ?? (await othersAt(dirname(real), true));
  return problem === undefined ? undefined : appError("managed-writable", { file, problem });
}

/**
 * Reads the file where there is one. One that is there and cannot be read is an error and not an absence: a rule of the
 * firm must not fall silently.
 */
export async function readManaged(file: string): Promise<Result<Managed | undefined, AppError>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
    const problem = await whyNotBelieved(file);
    if (problem !== undefined) return err(problem);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
    if (code === "ENOENT" || code === "ENOTDIR") return ok(undefined);
    return err(appError("managed-file", { file, at: "-", problem: code }));
  }
  try {
    const parsed = managedSchema.safeParse(JSON.parse(text.replace(/^\uFEFF/, "")));
    if (parsed.success) return withPlaces(parsed.data, file);
    const issue = parsed.error.issues[0];
    const at = issue?.path.map(String).join(".") || "(top)";
    return err(appError("managed-file", { file, at, ...shapeProblem(issue) }));
  } catch {
    return err(appError("managed-file", { file, at: "(top)", problem: "not JSON" }));
  }
}
