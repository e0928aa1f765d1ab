import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { keysOfPersons } from "#desk";
import { LARGEST_LIST, readInput } from "#node/input";
import { translate, translateData } from "#shared/i18n";
import type { PaperOfSeal } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { type Arguments, type ExitCode, type Io, writeJson } from "../command.ts";
import { withDesk } from "../desk/with-desk.ts";
import { placeOf, renamed } from "../inputs.ts";
import { table } from "../table.ts";

function row(args: Arguments, paper: PaperOfSeal): readonly string[] {
  const state = paper.signed === undefined ? "papers.unsigned" : "papers.signed";
  return [
    translate(args.lang, state),
    translateData(args.lang, `set.${paper.set}`),
    paper.packet,
    paper.path,
    paper.sha256,
    paper.signed?.sha256 ?? "",
  ];
}

/** `packet papers`: what is to be signed by hand, and what of it has come back; 1 while anything is open. */
export async function listPapers(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  return await withDesk({ args, io, mode: "read" }, async ({ group }) => {
    const packets = await group("packets");
    if (!packets.ok) return packets;
    const listed = await packets.value.list({});
    if (!listed.ok) return listed;
    const wanted = args.text("order");
    const orders = [...new Set(listed.value.map((packet) => packet.order))].filter(
      (order) => wanted === undefined || order === wanted,
    );
    const papers: PaperOfSeal[] = [];
    for (const order of orders) {
      const found = await packets.value.papers({ order });
      if (!found.ok) return found;
      papers.push(...found.value);
    }
    const open = papers.filter((paper) => paper.signed === undefined).length;
    if (args.has("json")) writeJson(io, { open, papers });
    else {
      io.out(table(papers.map((paper) => row(args, paper))));
      io.out(`${translate(args.lang, "cli.packet.papers", { open, count: papers.length })}\n`);
    }
    return ok(open === 0 ? 0 : 1);
  });
}

/** `packet attach`: files a scan beside its unsigned original, as the screen does. */
export async function attachScan(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, file = ""] = args.positionals;
  const packet = args.needed("packet");
  if (!packet.ok) return packet;
  const paper = args.needed("paper");
  if (!paper.ok) return paper;
  const bytes = await readInput(placeOf(io, file), LARGEST_LIST);
  if (!bytes.ok) return renamed(bytes.error, file);
  return await withDesk({ args, io, mode: "write" }, async ({ group, hand }) => {
    const grant = hand(basename(file), bytes.value);
    if (!grant.ok) return grant;
    const packets = await group("packets");
    if (!packets.ok) return packets;
    const attached = await packets.value.attach({
      id: packet.value,
      path: paper.value,
      grant: grant.value,
    });
    if (!attached.ok) return attached;
    if (args.has("json")) writeJson(io, attached.value);
    else {
      const { sha256, signed } = attached.value;
      const words = { original: sha256, scan: signed?.sha256 ?? "" };
      io.out(`${translate(args.lang, "cli.packet.attached", words)}\n`);
    }
    return ok(0);
  });
}

/** `packet key-card`: a colleague's public key as a page to compare in person, and as a file of known keys for `verify`. */
export async function writeKeyCard(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const person = args.needed("person");
  if (!person.ok) return person;
  const out = args.needed("out");
  if (!out.ok) return out;
  return await withDesk({ args, io, mode: "read" }, async ({ group, offered }) => {
    const packets = await group("packets");
    if (!packets.ok) return packets;
    const asked = { person: person.value, lang: args.lang };
    const bytes = await offered(packets.value.keyCard(asked));
    if (!bytes.ok) return bytes;
    const book = await group("persons");
    const persons = book.ok ? await book.value.list({}) : book;
    if (!persons.ok) return persons;
    const own = persons.value.map(({ value }) => value).filter(({ id }) => id === person.value);
    const file = { schema: "h200-desk/known-keys@1", keys: keysOfPersons(own) };
    const folder = placeOf(io, out.value);
    const [card, keys] = ["key-card.pdf", "known-keys.json"].map((name) =>
      join(folder, `${person.value}-${name}`),
    );
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(card ?? folder, bytes.value, { flag: "wx" });
      await writeFile(keys ?? folder, `${JSON.stringify(file, null, 2)}\n`, { flag: "wx" });
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? "";
      return err(
        appError(code === "EEXIST" ? "cli-out-exists" : "cli-out", {
          file: folder,
          reason: code,
        }),
      );
    }
    io.out(
      `${translate(args.lang, "cli.packet.keycard", { card: card ?? "", keys: keys ?? "" })}\n`,
    );
    return ok(0);
  });
}
