import { z } from "zod";
import { appError, err, ok, type Result, shapeProblem } from "#shared/kernel";
import { countriesOf, optional, parts } from "./cells.ts";
import { draftOf, type EntryDraft, entryKind, listIdOf } from "./list-entry.ts";
import { nameFault } from "./row-rules.ts";

const text = z.string().nullish();
const texts = z.union([z.array(z.string()), z.string()]).nullish();

/** An element of `results` of the official JSON; keys that are not read here are of no concern. */
const resultSchema = z.object({
  source: z.string(),
  name: z.string(),
  entity_number: z.union([z.string(), z.number()]).nullish(),
  type: text,
  programs: texts,
  alt_names: texts,
  addresses: z
    .array(z.object({ address: text, city: text, state: text, postal_code: text, country: text }))
    .nullish(),
  ids: z
    .array(
      z.object({ type: text, number: z.union([z.string(), z.number()]).nullish(), country: text }),
    )
    .nullish(),
  country: text,
  federal_register_notice: text,
  start_date: text,
  end_date: text,
  license_requirement: text,
  license_policy: text,
});

const listOf = (value: z.infer<typeof texts>) =>
  (typeof value === "string" ? parts(value, ";") : (value ?? [])).map((one) => one.trim());
const plain = (value: string | null | undefined) => value?.trim() ?? "";

/** Reads one element of the official JSON of the Consolidated Screening List; `index` counts from 0. */
export function readCslResult(value: unknown, index: number, file: string): Result<EntryDraft> {
  const parsed = resultSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = ["results", index, ...(issue?.path ?? [])].map(String).join(".");
    return err(appError("list-shape", { file, at, ...shapeProblem(issue) }));
  }
  const one = parsed.data;
  const name = one.name.trim();
  const fault = nameFault(name, { file, line: index + 1, column: `results.${index}.name` });
  if (fault !== undefined) return err(fault);
  const addresses = (one.addresses ?? []).map(({ address, city, state, postal_code, country }) =>
    [address, city, state, postal_code, country]
      .map(plain)
      .filter((part) => part !== "")
      .join(", "),
  );
  const countries = [...countriesOf(addresses)];
  const own = plain(one.country).toUpperCase();
  if (/^[A-Z]{2}$/.test(own) && !countries.includes(own)) countries.push(own);
  const said = {
    list: listIdOf(one.source),
    kind: entryKind(plain(one.type)),
    name,
    aliases: listOf(one.alt_names).filter((alias) => alias !== ""),
    countries,
    codes: (one.ids ?? []).flatMap(({ type, number }) => {
      const code = String(number ?? "").trim();
      return /\d/.test(code) ? [{ value: code, label: plain(type) }] : [];
    }),
    programs: listOf(one.programs).filter((program) => program !== ""),
    ...optional(
      "addresses",
      addresses.filter((address) => address !== ""),
    ),
    ...optional("licenceRequirement", plain(one.license_requirement)),
    ...optional("licencePolicy", plain(one.license_policy)),
    ...optional("citation", plain(one.federal_register_notice)),
    ...optional("from", plain(one.start_date)),
    ...optional("to", plain(one.end_date)),
  };
  return ok(draftOf(index + 1, String(one.entity_number ?? "").trim(), said));
}
