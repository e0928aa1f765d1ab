import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readBag } from "./open-bag.ts";

const suite = resolve("../shared/data/bagit");
const absent = `BagIt conformance bags not found at ${suite}`;

function bags(version: string, kind: string): string[] {
  const folder = join(suite, version, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory());
}

const all = (kind: string) => ["0.97", "1.0"].flatMap((version) => bags(`v${version}`, kind));

// The suite counts a leading dot and slash once among valid bags and once among those with a warning.
const remarked = /bag-with-leading-dot-slash-in-manifest$/;

describe.runIf(existsSync(suite))("every bag of the conformance suite", () => {
  it("is there", () => {
    expect(all("valid").length).toBeGreaterThanOrEqual(11);
    expect(all("invalid").length).toBeGreaterThanOrEqual(15);
    expect(all("warning").length).toBeGreaterThanOrEqual(6);
  });
  it.each(all("valid"))("%s is valid", async (path) => {
    const bag = await readBag(path);
    expect(bag).toMatchObject({ ok: true, value: { errors: [] } });
    if (bag.ok && !remarked.test(path)) expect(bag.value.warnings).toEqual([]);
  });
  it.each(["v0.93", "v0.94", "v0.95", "v0.96"].flatMap((version) => bags(version, "valid")))(
    "%s of an older draft is valid",
    async (path) => {
      expect(await readBag(path)).toMatchObject({ ok: true, value: { errors: [] } });
    },
  );
  it.each([...all("invalid"), ...all("linux-only"), ...all("windows-only")])(
    "%s is not valid",
    async (path) => {
      const bag = await readBag(path);
      expect(bag.ok && bag.value.errors.length).toBeGreaterThan(0);
    },
  );
  it.each(all("warning"))("%s is valid with a warning", async (path) => {
    const bag = await readBag(path);
    expect(bag).toMatchObject({ ok: true, value: { errors: [] } });
    expect(bag.ok && bag.value.warnings.length).toBeGreaterThan(0);
  });
});

it.runIf(!existsSync(suite))("has no conformance bags to read here", (context) => {
  context.skip(absent);
});
