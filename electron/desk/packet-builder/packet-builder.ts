import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evidencePaths } from "#node/editions";
import {
  keyFingerprint,
  type PacketFile,
  type PacketSigner,
  readPacketFile,
  writePacket,
  zipPacket,
} from "#node/packets";
import { findWords, pagePicture } from "#node/pdf-reading";
import { appError, err, ok, type Result } from "#shared/kernel";
import {
  contentText,
  type EnclosedFile,
  evidenceOf,
  type SetContent,
  setContentOf,
} from "#shared/papers";
import { ActiveContent } from "#store";
import { verifyPlace } from "../packet-verify/packet-verify.ts";
import { bagInfoOf } from "./bag-info.ts";
import type { BuiltPacket, PacketBuilder, PacketRequest, Seal } from "./packet-request.ts";
import { digest, type PacketPlaces, type Paper, type Remarks, Typesetting } from "./typesetting.ts";

/** Evidence on its way into a packet, and what is known of it once it went by. */
type Enclosed = {
  readonly files: readonly PacketFile[];
  readonly enclosed: readonly EnclosedFile[];
  readonly remarks: () => Remarks;
};

/**
 * Evidence stays as it was given and is copied in pieces, however large: its hash is checked on the way, and that a PDF
 * acts when it is opened is noted for whoever sends it.
 */
async function encloseEvidence(
  content: SetContent,
  open: PacketRequest["evidence"],
): Promise<Enclosed> {
  const items = evidenceOf(content);
  const paths = evidencePaths(items);
  const active = new Set<string>();
  const files: PacketFile[] = [];
  const enclosed: EnclosedFile[] = [];
  for (const [index, item] of items.entries()) {
    const source = await open(item.sha256);
    // A paper whose bytes are not at hand is named in the index, which says so; nothing stands in for it.
    if (source === undefined) continue;
    const path = paths[index] ?? `evidence/${item.sha256}`;
    const stream = () => watched(source(), () => active.add(path));
    files.push({ path, content: { stream, sha256: item.sha256, name: item.fileName } });
    enclosed.push({ path, sha256: item.sha256 });
  }
  const remarks = () =>
    [...active].map((file) => ({ code: "evidence-active", params: { file } }) as const);
  return { files, enclosed, remarks };
}

async function* watched(
  source: AsyncIterable<Uint8Array>,
  onActive: () => void,
): AsyncGenerator<Uint8Array> {
  const content = new ActiveContent();
  for await (const piece of source) {
    content.take(piece);
    yield piece;
  }
  if (content.end()) onActive();
}

/** What is to be bound: everything but where it goes. */
type Binding = {
  readonly name: string;
  readonly files: readonly PacketFile[];
  readonly info: readonly (readonly [string, string])[];
  readonly papers: ReadonlyMap<string, Paper>;
  /** Known once everything was written. */
  readonly remarks: () => Remarks;
  readonly fingerprint: string;
};

function signerOf({ seal, set }: PacketRequest, content: string): PacketSigner | undefined {
  if (seal === undefined) return undefined;
  const { signer, by, role, signedAt } = seal;
  const { publicKey, sign } = signer;
  return { name: by, role, signedAt, set, content, publicKey, sign };
}

/** Binds in a folder of its own and hands over what was asked: a folder, a zip file, or the bytes of a zip. */
async function bind(binding: Binding, request: PacketRequest): Promise<Result<BuiltPacket>> {
  const { name, files, info, papers, remarks, fingerprint } = binding;
  const { into, signal } = request;
  const scratch = await mkdtemp(join(tmpdir(), "desk-packet-"));
  try {
    if (into !== undefined) await mkdir(into.folder, { recursive: true });
    const folder = into?.as === "folder" ? into.folder : scratch;
    const signer = signerOf(request, fingerprint);
    const written = await writePacket({
      into: folder,
      name,
      files,
      info,
      signal,
      ...(signer === undefined ? {} : { signer }),
    });
    if (!written.ok) return written;
    const summary = written.value.files.map((file) => {
      const paper = papers.get(file.path.replace(/^data\//, ""));
      if (paper === undefined) return file;
      const { title, pages, toSign } = paper;
      return { ...file, title, pages, ...(toSign ? { toSign } : {}) };
    });
    const place = written.value.folder;
    const done = { zip: new Uint8Array(), summary, fingerprint, remarks: remarks(), place };
    if (into?.as === "folder") return ok(done);
    request.progress("zip", 0, 1);
    const target = join(into?.folder ?? scratch, `${name}.zip`);
    if (into !== undefined && existsSync(target))
      return err(appError("packet-exists", { place: target }));
    const zipped = await zipPacket(written.value.folder, target);
    if (!zipped.ok) return zipped;
    if (into !== undefined) return ok({ ...done, place: target });
    return ok({ ...done, place: `${name}.zip`, zip: await readFile(target) });
  } catch (cause) {
    const problem = (cause as NodeJS.ErrnoException).code ?? "";
    return err(appError("packet-write-failed", { place: into?.folder ?? name, problem }));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function sealedBy({ signer, by, role, signedAt }: Seal): NonNullable<SetContent["sealedBy"]> {
  const { publicKey } = signer;
  return { by, role, signedAt, publicKey, keyFingerprint: keyFingerprint(publicKey) };
}

/** Packets made with the typesetter and the bag writer of this machine. The same request gives the same bytes. */
export function createPacketBuilder(places: PacketPlaces): PacketBuilder {
  const typesetting = new Typesetting(places);
  return {
    build: async (request) => {
      const { seal, report } = request;
      typesetting.warm();
      // The words are those of the very packs that the check was made with, whatever else is at hand.
      const named = new Set(report.packs.map(({ sha256 }) => sha256));
      const packs = (await places.packs()).filter(({ sha256 }) => named.has(sha256));
      const madeWith = `h200-desk ${places.version}`;
      const bare = setContentOf({
        ...request,
        draft: seal === undefined,
        madeWith,
        packs,
        ...(seal?.onePerson === true ? { onePerson: true } : {}),
        ...(seal === undefined ? {} : { sealedBy: sealedBy(seal) }),
      });
      const evidence = await encloseEvidence(bare, request.evidence);
      const content: SetContent = { ...bare, enclosed: [...evidence.enclosed] };
      // Hashing fonts and compiler takes as long as a page; it goes on beside the typesetting.
      const engine = typesetting.engine();
      const text = contentText(content);
      const fingerprint = digest(Buffer.from(text));
      const papers = await typesetting.papers(
        content,
        request.signal,
        request.progress,
        fingerprint,
      );
      if (!papers.ok) return papers;
      const files: PacketFile[] = [
        { path: `${content.set}.json`, content: text },
        ...papers.value.files,
        ...evidence.files,
      ];
      const info = bagInfoOf({
        set: content.set,
        draft: content.draft,
        asOf: content.asOf,
        fingerprint,
        commitment: content.internalRecord.commitment,
        madeWith,
        typesetter: await engine,
      });
      const name = `${content.set}-${content.asOf}-${fingerprint.slice(0, 8)}`;
      const remarks = () => [...papers.value.remarks, ...evidence.remarks()];
      return await bind(
        { name, files, info, papers: papers.value.papers, remarks, fingerprint },
        request,
      );
    },
    verify: (place, wish) => verifyPlace({ ...places, typesetting }, place, wish),
    page: async (zip, path, page) => {
      const file = await readPacketFile(zip, path);
      return file.ok ? pagePicture(file.value, page) : file;
    },
    find: async (zip, path, words) => {
      const file = await readPacketFile(zip, path);
      if (!file.ok) return file;
      try {
        return ok(findWords(file.value, words));
      } catch (cause) {
        const problem = cause instanceof Error ? cause.message : "";
        return err(appError("pdf-preview-foreign", { problem }));
      }
    },
    keyCard: typesetting.keyCard,
    warm: typesetting.warm,
    dispose: typesetting.dispose,
  };
}
