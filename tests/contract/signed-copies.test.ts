import { beforeAll, describe, expect, test } from "vitest";
import { createTypesetter, loadTypesetterAssets } from "#node/pdf";
import { readPdf } from "#node/pdf-reading";
import { type SignedCopy, signedCopyOf } from "#node/signed-pdf";
import { sampleDocument } from "../support/pdf/samples.ts";
import {
  canInspect,
  canSign,
  inspected,
  sampleCertificate,
  signedPdf,
} from "../support/pdf/signing.ts";

let paper: Uint8Array;
let signed: Uint8Array;
let twice: Uint8Array;

/** Lays one more update behind a PDF: objects under numbers, and a table that names them. */
function update(
  pdf: Uint8Array,
  objects: readonly (readonly [number, string])[],
  { root = "", table }: { root?: string; table?: string } = {},
): Buffer {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  const previous = [...text.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1] ?? "0";
  const place = root === "" ? (/\/Root (\d+ \d+ R)/.exec(text)?.[1] ?? "") : root;
  let at = bytes.length;
  const rows: string[] = [];
  const parts = objects.map(([number, body]) => {
    const object = `${number} 0 obj\n${body}\nendobj\n`;
    rows.push(`${number} 1\n${String(at).padStart(10, "0")} 00000 n\r\n`);
    at += object.length;
    return object;
  });
  const end = `xref\n${table ?? rows.join("")}trailer\n<< /Size 9000 /Root ${place} /Prev ${previous} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(parts.join("") + end, "latin1")]);
}

const look = (copy: Uint8Array): SignedCopy => signedCopyOf(paper, copy);

/** The text of an object of the paper, as it is written there. */
function objectOf(kind: RegExp): readonly [number, string] {
  const file = readPdf(paper);
  for (const [number, { from, to }] of file.objects) {
    const text = file.bytes.toString("latin1", from, to);
    const body = /^\d+ 0 obj\s*([\s\S]*?)\s*endobj/.exec(text)?.[1];
    if (body !== undefined && kind.test(body)) return [number, body];
  }
  throw new Error(`no object like ${kind.source}`);
}

/** The newest text of an object in the signed paper, where signing wrote it anew. */
function currentObject(number: number): string | undefined {
  const added = Buffer.from(signed.subarray(paper.length)).toString("latin1");
  return new RegExp(`(?:^|\\n)${number} 0 obj\\s*([\\s\\S]*?)\\s*endobj`).exec(added)?.[1];
}

/** The signature's field as signing wrote it. */
function signatureField(): readonly [number, string] {
  const added = Buffer.from(signed.subarray(paper.length)).toString("latin1");
  const found = /(\d+) 0 obj\s*(<<\s*\/FT \/Sig[\s\S]*?>>)\s*endobj/.exec(added);
  return [Number(found?.[1]), found?.[2] ?? ""];
}

/** The root with the form that signing gave it. */
function rootWithForm(root: string): string {
  const added = Buffer.from(signed.subarray(paper.length)).toString("latin1");
  const form = /\/AcroForm \d+ 0 R/.exec(added)?.[0] ?? "";
  return root.replace(/>>\s*$/, `${form} >>`);
}

/** A page with what signing laid upon it, and one thing more. */
function pageOfSigned(number: number, page: string, more: string): string {
  const now = currentObject(number) ?? page;
  return /\/Annots \[/.test(now)
    ? now.replace(/\/Annots \[/, `/Annots [${more} `)
    : now.replace(/>>\s*$/, `/Annots [${more}] >>`);
}

describe.skipIf(!canSign)("a paper that was signed in another program", { timeout: 60_000 }, () => {
  beforeAll(async () => {
    const typesetter = await createTypesetter(await loadTypesetterAssets());
    const set = await typesetter.typeset(sampleDocument("zh"));
    if (!set.ok) throw new Error(set.error.code);
    paper = set.value.pdf;
    await typesetter.dispose();
    const firm = "/C=CN/O=贵阳样例科技有限公司/CN=示例人甲";
    signed = await signedPdf(paper, sampleCertificate("rsa", firm));
    twice = await signedPdf(signed, sampleCertificate("ec", "/C=CN/O=Sample/CN=Sample Signer"));
  }, 60_000);

  test("begins with the bytes of the paper and adds a signature, whose subject and time are named", () => {
    expect(look(signed)).toEqual({
      begins: true,
      adds: "signatures",
      visible: false,
      signatures: [
        {
          subject: "C=CN, O=贵阳样例科技有限公司, CN=示例人甲",
          claimedAt: "2026-11-24T03:04:05Z",
          fits: "yes",
          coversAll: true,
        },
      ],
    });
  });

  test("may be signed twice; the first signature covers the file as it was", () => {
    const { adds, signatures } = look(twice);
    expect(adds).toBe("signatures");
    expect(signatures.map(({ fits, coversAll }) => [fits, coversAll])).toEqual([
      ["yes", false],
      ["yes", true],
    ]);
    expect(signatures[1]?.subject).toContain("Sample Signer");
  });

  test.skipIf(!canInspect)("another program finds the same signatures valid", () => {
    const told = inspected(twice);
    expect(told.match(/Signature is Valid/g)).toHaveLength(2);
    expect(told).toContain("示例人甲");
  });

  test("the paper itself, another paper and no PDF are told apart", () => {
    expect(look(paper)).toMatchObject({ begins: true, adds: "nothing", signatures: [] });
    const changed = Buffer.from(signed);
    changed[900] = (changed[900] ?? 0) ^ 1;
    expect(look(changed)).toMatchObject({ begins: false, signatures: [] });
    expect(look(Buffer.from("no PDF"))).toMatchObject({ begins: false });
  });

  const attacks: readonly (readonly [what: string, copy: () => Uint8Array])[] = [
    [
      "a page that shows another content after signing",
      () => {
        const [number, page] = objectOf(/\/Type\s*\/Page\b(?!s)/);
        const turned = page.replace(/\/Contents \d+ 0 R/, "/Contents 8000 0 R");
        const stream = "<< /Length 0 >>\nstream\n\nendstream";
        return update(signed, [
          [number, turned],
          [8000, stream],
        ]);
      },
    ],
    [
      "another content under the number of the page's own",
      () => {
        const page = objectOf(/\/Type\s*\/Page\b(?!s)/)[1];
        const number = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
        return update(signed, [[number, "<< /Length 0 >>\nstream\n\nendstream"]]);
      },
    ],
    [
      "a note laid upon a page",
      () => {
        const [number, page] = objectOf(/\/Type\s*\/Page\b(?!s)/);
        const noted = page.replace(/>>\s*$/, "/Annots [8000 0 R] >>");
        const note =
          "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 800] /Contents (approved) >>";
        return update(signed, [
          [number, noted],
          [8000, note],
        ]);
      },
    ],
    [
      "a note laid upon a page that calls itself a signature",
      () => {
        const [number, page] = objectOf(/\/Type\s*\/Page\b(?!s)/);
        const noted = page.replace(/>>\s*$/, "/Annots [8000 0 R] >>");
        const note =
          "<< /Type /Annot /FT /Sig /Subtype /FreeText /Rect [0 0 500 800] /Contents (approved) >>";
        return update(signed, [
          [number, noted],
          [8000, note],
        ]);
      },
    ],
    [
      "an action when it is opened",
      () => {
        const [number, root] = objectOf(/\/Type\s*\/Catalog/);
        const acting = root.replace(/>>\s*$/, "/OpenAction << /S /JavaScript /JS (1) >> >>");
        return update(signed, [[number, acting]]);
      },
    ],
    [
      "another root",
      () => {
        const root = objectOf(/\/Type\s*\/Catalog/)[1];
        return update(signed, [[8000, root]], { root: "8000 0 R" });
      },
    ],
    [
      "a form field beside the signature",
      () => {
        const form = /(\d+) 0 obj\s*<<\s*\/Fields \[(\d+ 0 R)\]/.exec(
          Buffer.from(signed).toString("latin1"),
        );
        const fields = `<< /Fields [${form?.[2]} 8000 0 R] /SigFlags 3 >>`;
        const field = "<< /FT /Tx /T (amount) /V (1) /Subtype /Widget /Rect [0 0 500 800] >>";
        return update(signed, [
          [Number(form?.[1]), fields],
          [8000, field],
        ]);
      },
    ],
    [
      "a table that leads a number to bytes inside the paper",
      () => update(signed, [], { table: "5 1\n0000000100 00000 n\r\n" }),
    ],
    [
      "a table that takes a page away",
      () => update(signed, [], { table: "4 1\n0000000000 65535 f\r\n" }),
    ],
    [
      "a member of the root behind a comment that a carriage return ends",
      () => {
        const [number, root] = objectOf(/\/Type\s*\/Catalog/);
        const acting = "%\r/OpenAction << /S /JavaScript /JS (1) >>\n>>";
        return update(signed, [[number, rootWithForm(root).replace(/>>\s*$/, acting)]]);
      },
    ],
    [
      "a member that is written twice",
      () => {
        const [number, page] = objectOf(/\/Type\s*\/Page\b(?!s)/);
        const content = /\/Contents \d+ 0 R/.exec(page)?.[0] ?? "";
        const twofold = page.replace(content, `/Contents 8000 0 R ${content}`);
        return update(signed, [
          [number, twofold],
          [8000, "<< /Length 0 >>\nstream\n\nendstream"],
        ]);
      },
    ],
    [
      "an action of the signature field under a name with an escaped letter",
      () => {
        const [number, body] = signatureField();
        const acting = body.replace(/>>$/, "/#41 << /S /JavaScript /JS (1) >> >>");
        return update(signed, [[number, acting]]);
      },
    ],
    [
      "a widget on the page that calls itself a signature and that the form does not name",
      () => {
        const [number, page] = objectOf(/\/Type\s*\/Page\b(?!s)/);
        const laid = pageOfSigned(number, page, "8000 0 R");
        const cover =
          "<< /Type /Annot /Subtype /Stamp /FT /Sig /Rect [0 0 600 840] /Contents (approved) >>";
        return update(signed, [
          [number, laid],
          [8000, cover],
        ]);
      },
    ],
    [
      "one number twice in an update, the table naming the other one",
      () => {
        const [number, page] = objectOf(/\/Type\s*\/Page\b(?!s)/);
        const turned = page.replace(/\/Contents \d+ 0 R/, "/Contents 8000 0 R");
        const kept = currentObject(number) ?? page;
        const end = signed.length;
        const rows = `8000 1\n${String(end).padStart(10, "0")} 00000 n\r\n`;
        const stream = "<< /Length 0 >>\nstream\n\nendstream";
        const second = end + `8000 0 obj\n${stream}\nendobj\n`.length;
        return update(
          signed,
          [
            [8000, stream],
            [number, turned],
            [number, kept],
          ],
          { table: `${rows}${number} 1\n${String(second).padStart(10, "0")} 00000 n\r\n` },
        );
      },
    ],
    [
      "a table that leads back to an earlier version",
      () => {
        const [number, body] = signatureField();
        const once = update(signed, [[number, body]]);
        const first = once.indexOf(`\n${number} 0 obj`, paper.length) + 1;
        return update(once, [], {
          table: `${number} 1\n${String(first).padStart(10, "0")} 00000 n\r\n`,
        });
      },
    ],
    [
      "a table that goes on elsewhere than at the one before",
      () => {
        const bytes = update(signed, [signatureField()]);
        const text = bytes.toString("latin1");
        const at = text.lastIndexOf("/Prev ");
        return Buffer.from(`${text.slice(0, at)}/Prev 9${text.slice(at + 7)}`, "latin1");
      },
    ],
    ["an update without any signature", () => update(paper, [[8000, "<< /Producer (x) >>"]])],
    ["bytes behind the end", () => Buffer.concat([signed, Buffer.from("trailing words")])],
    ["a cut signature", () => signed.subarray(0, signed.length - 40)],
  ];

  test.each(attacks)("%s is not taken for a signature alone", (_, copy) => {
    expect(["else", "cannot-tell"]).toContain(look(copy()).adds);
  });

  test("a signature whose covered bytes changed does not fit", () => {
    const bytes = Buffer.from(signed);
    const at = bytes.indexOf("/SigFlags 3", paper.length);
    bytes[at + 10] = "1".charCodeAt(0);
    expect(look(bytes).signatures.map(({ fits }) => fits)).toEqual(["no"]);
  });

  test("a signature that takes room on a page is pointed out", () => {
    const text = Buffer.from(signed).toString("latin1");
    const field = /(\d+) 0 obj\s*<<\s*\/FT \/Sig([\s\S]*?)endobj/.exec(text.slice(paper.length));
    const body = `<< /FT /Sig${(field?.[2] ?? "").replace("[0 0 0 0]", "[10 10 400 700]")}`;
    expect(look(update(signed, [[Number(field?.[1]), body.trim()]])).visible).toBe(true);
    const elsewhere = `<< /FT /Sig${(field?.[2] ?? "").replace("[0 0 0 0]", "8000 0 R")}`;
    const copy = update(signed, [
      [Number(field?.[1]), elsewhere.trim()],
      [8000, "[10 10 400 700]"],
    ]);
    expect(look(copy).visible).toBe(true);
  });

  test("a signature upon a page that no form names is pointed out too", () => {
    const [number, page] = objectOf(/\/Type\s*\/Page\b(?!s)/);
    const widget = "<< /Type /Annot /FT /Sig /Subtype /Widget /Rect [0 0 500 800] >>";
    const copy = update(signed, [
      [number, page.replace(/>>\s*$/, "/Annots [8000 0 R] >>")],
      [8000, widget],
    ]);
    expect(look(copy).visible || look(copy).adds !== "signatures").toBe(true);
  });

  test("nor is its room hidden behind a reference", () => {
    const [number, body] = signatureField();
    const moved = body.replace("[0 0 0 0]", "8000 0 R");
    const copy = update(signed, [
      [8000, "[10 10 400 700]"],
      [number, moved],
    ]);
    expect(look(copy)).toMatchObject({ adds: "signatures", visible: true });
  });
});
