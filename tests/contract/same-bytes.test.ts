import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { openTestDesk } from "./desk-harness.ts";

vi.setConfig({ testTimeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), "desk-same-"));
afterAll(() => rmSync(folder, { recursive: true }));

const examples = join(process.cwd(), "examples");
const dossier = join(examples, "private-start-up-complete.json");
const evidence = join(examples, "evidence");

/** The payload manifest of a packet that a process of its own builds on the command line, somewhere on earth. */
function byCommandLine(set: string, zone: Readonly<Record<string, string>>): string {
  const out = join(folder, `${set}-${(zone["TZ"] ?? "").replace("/", "-")}`);
  const script = `
    import { run } from "./electron/cli/main.ts";
    const io = { out: () => {}, err: (words) => process.stderr.write(words), today: () => "2026-11-23", cwd: process.cwd(), root: process.cwd() };
    process.exitCode = await run(${JSON.stringify(["packet", "build", dossier, "--set", set, "--out", out, "--as-of", "2026-08-20", "--evidence", evidence])}, io);`;
  execFileSync(process.execPath, ["--input-type=module-typescript", "-e", script], {
    env: { ...process.env, ...zone },
    encoding: "utf8",
  });
  const [name = ""] = readdirSync(out);
  return `${name}\n${readFileSync(join(out, name, "manifest-sha256.txt"), "utf8")}`;
}

/** The same from the desk that serves the browser. */
async function byBrowserHost(set: string): Promise<string> {
  const desk = await openTestDesk();
  try {
    const { order } = await desk.call<{ order: string }>("orders", "import", {
      fileName: "x.json",
      text: readFileSync(dossier, "utf8"),
      onConflict: "take-theirs",
    });
    for (const name of readdirSync(evidence)) {
      const grant = await desk.upload(name, readFileSync(join(evidence, name)));
      const { id } = await desk.call<{ id: string }>("evidence", "add", {
        grant,
        kind: "other",
        side: "internal",
      });
      await desk.call("evidence", "remove", { id });
    }
    const { job } = await desk.call<{ job: string }>("packets", "build", {
      order,
      set,
      asOf: "2026-08-20",
    });
    let status: { state: string; result?: { id: string; fingerprint: string } };
    do status = await desk.call("jobs", "status", { job, waitMs: 5_000 });
    while (status.state === "running");
    const { id = "", fingerprint = "" } = status.result ?? {};
    const { grant } = await desk.call<{ grant: string }>("packets", "offer", {
      id,
      path: "manifest-sha256.txt",
    });
    const bytes = await desk.desk.grants.redeem(grant)?.bytes();
    const text = Buffer.from(bytes?.ok ? bytes.value : []).toString("utf8");
    return `${set}-2026-08-20-${fingerprint.slice(0, 8)}\n${text}`;
  } finally {
    await desk.close();
  }
}

// The filing is built by the bundled program in `tests/e2e/same-bytes.spec.ts`; this is the other outgoing set, with evidence.
test.each(["us-exporter"])(
  "%s has the same bytes from the command line in two time zones and locales and from the browser host",
  async (set) => {
    const shanghai = byCommandLine(set, {
      TZ: "Asia/Shanghai",
      LANG: "zh_CN.UTF-8",
      LC_ALL: "zh_CN.UTF-8",
    });
    const california = byCommandLine(set, { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" });
    expect(shanghai.split("\n").length).toBeGreaterThan(12);
    expect(california).toBe(shanghai);
    expect(await byBrowserHost(set)).toBe(shanghai);
  },
);
