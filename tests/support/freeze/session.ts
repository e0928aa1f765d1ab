import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { OPEN_DAY } from "./days.ts";
import { answerValue } from "./desk-terminal.ts";
import { type HostClient, startHost } from "./host-client.ts";
import { createNormaliser, type Normaliser, plainPaths } from "./normal.ts";
import { type Parts, sha256 } from "./recorder.ts";

const passphrase = "an invented passphrase";
const example = "examples/private-start-up-complete.json";

type Session = {
  readonly host: HostClient;
  /** Calls, keeps the answer as a record, and gives its value. */
  readonly step: <T = Record<string, string>>(path: string, input: object) => Promise<T>;
};

function createSession({ recorder }: Parts, host: HostClient, normal: Normaliser): Session {
  let count = 0;
  return {
    host,
    step: async <T>(path: string, input: object) => {
      count += 1;
      const reply = await host.call(path, input);
      const name = `session/${String(count).padStart(2, "0")}-${path}`;
      recorder.keepSplit(name, normal(reply));
      return reply.value as T;
    },
  };
}

async function finished<T>({ host }: Session, job: string): Promise<T> {
  for (;;) {
    const { value } = await host.call("jobs/status", { job, waitMs: 5000 });
    const { state, result, error } = value as { state: string; result?: T; error?: object };
    if (state === "running") continue;
    if (state !== "done") throw new Error(`A job ended as ${state}: ${JSON.stringify(error)}`);
    return result as T;
  }
}

const people = [
  { id: "psn_drafter", role: "drafter" },
  { id: "psn_second", role: "reviewer" },
  { id: "psn_legal", role: "legal" },
] as const;

async function addPeople({ step }: Session): Promise<void> {
  for (const { id, role } of people) {
    const value = { id, name: `${id} 姓名（虚构）`, nameEn: `Name of ${id}`, roles: [role] };
    await step("persons/save", { value, revision: 0 });
  }
  for (const { id } of people) await step("persons/createKey", { person: id, passphrase });
  const { persons } = await step<{ persons: { person: string; fingerprint: string }[] }>(
    "persons/register",
    {},
  );
  // The reviewers confirm each other first, then the drafter: each of the three is then known without any other one.
  for (const [of, person] of [
    ["psn_second", "psn_legal"],
    ["psn_legal", "psn_second"],
    ["psn_drafter", "psn_second"],
    ["psn_drafter", "psn_legal"],
  ] as const) {
    const fingerprint = persons.find((one) => one.person === of)?.fingerprint ?? "";
    await step("persons/confirm", { of, person, passphrase, fingerprint });
  }
}

async function addEvidence({ host, step }: Session, root: string): Promise<void> {
  for (const path of globSync("examples/evidence/*", { cwd: root }).toSorted()) {
    const grant = await host.upload(basename(path), readFileSync(join(root, path)));
    const added = await step<{ id: string }>("evidence/add", {
      grant,
      kind: "other",
      side: "internal",
    });
    // The dossier names the same bytes by their hash; the second reference is not needed.
    await step("evidence/remove", { id: added.id });
  }
}

async function work(session: Session, root: string): Promise<string> {
  const { step } = session;
  const text = readFileSync(join(root, example), "utf8");
  const { order } = await step<{ order: string }>("orders/import", {
    fileName: basename(example),
    text,
    onConflict: "take-theirs",
  });
  await addEvidence(session, root);
  await addPeople(session);
  const got = await step<{ value: object; revision: number }>("orders/get", { id: order });
  await step("orders/save", {
    value: { ...got.value, title: "第二稿（虚构）" },
    revision: got.revision,
  });
  await step("orders/save", {
    value: { ...got.value, title: "迟到的稿（虚构）" },
    revision: got.revision,
  });
  await step("check/run", { order, asOf: OPEN_DAY });
  const { id } = await step<{ id: string }>("orders/create", { title: "空白采购单（虚构）" });
  await step("orders/remove", { id });
  await step("orders/restore", { id });
  const review = { id: order, passphrase, decision: "ready-to-file", comments: [] };
  await step("orders/addReview", { ...review, kind: "compliance", person: "psn_second" });
  await step("orders/addReview", { ...review, kind: "legal", person: "psn_legal" });
  return order;
}

type Packet = { readonly id: string; readonly set: string };

/** Seals all sets and keeps each as a ZIP; where they lie. */
async function seal(session: Session, order: string, folder: string): Promise<readonly string[]> {
  const { host } = session;
  const started = await host.call("packets/seal", {
    order,
    person: "psn_second",
    passphrase,
    asOf: OPEN_DAY,
  });
  const { job } = started.value as { job: string };
  const packets = await finished<readonly Packet[]>(session, job);
  const places: string[] = [];
  for (const { id, set } of packets.toSorted((a, b) => (a.set < b.set ? -1 : 1))) {
    const { value } = await host.call("packets/offer", { id });
    const place = join(folder, `${set}.zip`);
    writeFileSync(place, await host.download((value as { grant: string }).grant));
    places.push(place);
  }
  return places;
}

/** The names of the files below a folder; which folder of its shelf an object lies in follows from its hash. */
function namesBelow(folder: string): readonly string[] {
  const files = globSync("**", { cwd: folder }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return plainPaths(files);
}

async function inTerminal(
  { folder, terminal, recorder }: Parts,
  normal: Normaliser,
  order: string,
): Promise<void> {
  const files = join(folder, "files");
  const at = (name: string) => join(files, name);
  const [workspace, second] = [at("workspace"), at("second")];
  writeFileSync(at("passphrase.txt"), `${passphrase}\n`);
  const own = ["--workspace", workspace, "--json"];
  const bundle = at("order.bundle.zip");
  const closed = ["--workspace", at("closed"), "--passphrase-file", at("passphrase.txt"), "--json"];
  const into = ["--into", at("closed"), "--new-passphrase-file", at("passphrase.txt")];
  const asks = [
    ["journal", "verify", ...own],
    ["journal", "export", "--workspace", workspace],
    ["workspace", "info", ...own],
    ["workspace", "backup", ...own],
    ["workspace", "unused-evidence", ...own],
    ["bundle", "export", order, "--out", bundle, "--workspace", workspace],
    ["bundle", "inspect", bundle, "--workspace", second, "--json"],
    ["bundle", "import", bundle, "--workspace", second, "--json"],
    ["journal", "export", "--workspace", second],
    ["workspace", "encrypt", "--workspace", second, "--json", ...into],
    ["workspace", "info", ...closed],
    ["journal", "show", ...closed],
  ];
  for (const [number, words] of asks.entries()) {
    const answer = normal(answerValue(await terminal.desk(...words)));
    recorder.keepSplit(
      `session/terminal-${String(number + 1).padStart(2, "0")}-${words[0]}-${words[1]}`,
      answer,
    );
  }
  for (const name of ["workspace", "second", "closed"])
    recorder.keep("facts", `session/names-on-disk/${name}`, namesBelow(at(name)));
}

/**
 * One day's work on a workspace of its own through the loopback host and the terminal: what each step answered, the
 * journal, what lies on the disk. Workspace, bundle and sealed packets stay under `files` for a look or as new fixtures.
 */
export async function recordSession(parts: Parts): Promise<void> {
  const { root, folder, recorder, terminal } = parts;
  const files = join(folder, "files");
  for (const name of ["workspace", "second", "sealed"])
    mkdirSync(join(files, name), { recursive: true });
  const stable = globSync("examples/evidence/*", { cwd: root });
  const normal = createNormaliser(
    new Set(stable.map((path) => sha256(readFileSync(join(root, path))))),
  );
  const host = await startHost(join(files, "workspace"));
  let order = "";
  try {
    const session = createSession(parts, host, normal);
    order = await work(session, root);
    const places = await seal(session, order, join(files, "sealed"));
    for (const path of ["orders/list", "trash/list", "cases/list", "persons/list", "settings/get"])
      await session.step(path, {});
    await session.step("packets/list", { order });
    await session.step("journal/show", { limit: 200 });
    for (const place of places) {
      const answer = normal(answerValue(await terminal.desk("packet", "verify", place, "--json")));
      recorder.keepSplit(`session/verify/${basename(place)}`, answer);
    }
  } finally {
    await host.close();
  }
  await (await startHost(join(files, "second"))).close();
  await inTerminal(parts, normal, order);
}
