import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { type PackFiles, readPackFolder, reviewPack } from "#node/packs";
import { packRefusalText } from "#shared/i18n";
import {
  caseFacts,
  coverageOf,
  diagnose,
  diffPacks,
  optionsOfCase,
  type Program,
} from "#shared/rules";

const folder = fileURLToPath(
  new URL("../../examples/packs/lantern-card/2027-06-01", import.meta.url),
);
const guide = readFileSync(new URL("../../docs/guide/writing-packs.md", import.meta.url), "utf8");

/** The one fenced block of the guide with this mark, as text. */
function block(mark: string): string {
  const found = [...guide.matchAll(/^```(?:json|text) (\S+)\n([\s\S]*?)^```$/gm)].filter(
    ([, name]) => name === mark,
  );
  expect(found, `block ${mark}`).toHaveLength(1);
  return (found[0]?.[2] ?? "").trim();
}
const json = (mark: string): object => JSON.parse(block(mark)) as object;

type RawPack = { readonly definitions: readonly object[]; readonly rules: readonly object[] };

let example: PackFiles;
beforeAll(async () => {
  const read = await readPackFolder(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  example = read.value;
});

/** The example as the guide says to change it; `rule` replaces some fields of the new rule. */
function followed(rule: object = {}): PackFiles {
  const pack = example.input.pack as RawPack;
  const { pack: _pack, ...rest } = example.input;
  return {
    ...example,
    input: {
      ...rest,
      pack: {
        ...pack,
        issued: "2027-06-11",
        version: "1.1.0",
        definitions: [...pack.definitions, json("definitions")],
        rules: [...pack.rules, { ...json("rules"), ...rule }],
      },
      sources: [...(example.input.sources as object[]), json("sources")],
      cases: [...(example.input.cases ?? []), json("cases")],
    },
  };
}

function accepted(files: PackFiles): Program {
  const { program, refusals } = reviewPack(files, { held: [], trusted: [] });
  expect(refusals.map((one) => packRefusalText("en", one))).toEqual([]);
  if (program === undefined) throw new Error("no program");
  return program;
}

describe("the example pack about an invented card", () => {
  test("compiles, and all of its cases come out", () => {
    expect(accepted(example).cases.length).toBeGreaterThan(20);
  });

  test("shows every rule holding, failing and unknown", () => {
    const program = accepted(followed());
    const bases = new Map(Object.entries(example.dossiers ?? {}));
    const runs = program.cases.flatMap((one) => {
      const facts = caseFacts(one, bases);
      return facts.ok ? [{ facts: facts.value, options: optionsOfCase(one) }] : [];
    });
    const gaps = coverageOf(program, runs).filter(({ unseen }) => unseen.length > 0);
    expect(gaps.map(({ rule, unseen }) => `${rule}: ${unseen.join(", ")}`)).toEqual([]);
  });

  test("has nothing that a look without any dossier would point out", () => {
    expect(diagnose(accepted(example))).toEqual([]);
  });
});

describe("the guide to writing packs", () => {
  test("its four additions give a pack whose old and new cases all come out", () => {
    const program = accepted(followed());
    expect(program.cases.length).toBe(accepted(example).cases.length + 5);
  });

  test("its difference is what the guide prints", () => {
    const content = ({ pack, sources }: Program) => ({ pack, sources: [...sources.values()] });
    const changes = diffPacks(content(accepted(example)), content(accepted(followed())));
    const lines = changes.map(({ kind, id, change, fields }) => {
      const paths = fields.map((field) => field.path).join(", ");
      return `${kind} ${id} ${change}${paths === "" ? "" : `: ${paths}`}`;
    });
    expect(lines.join("\n")).toBe(block("diff"));
  });

  test("its mistake is refused with the sentence that the guide prints", () => {
    const { refusals } = reviewPack(followed(json("mistake")), { held: [], trusted: [] });
    expect(refusals.map((one) => packRefusalText("en", one)).join("\n")).toBe(block("refusal"));
  });
});
