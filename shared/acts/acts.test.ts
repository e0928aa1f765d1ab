import { generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Act,
  type ActStatement,
  actHash,
  confirmedSubjects,
  NO_ACT,
  personSubject,
  Register,
  readActs,
  refusalOf,
  statementText,
} from "./index.ts";

const raw = (key: KeyObject) =>
  Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url").toString("hex");

type Person = { readonly id: string; readonly publicKey: string; readonly secret: KeyObject };

function person(id: string): Person {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { id: `psn_${id}`, publicKey: raw(publicKey), secret: privateKey };
}

const people = new Map<string, Person>();
const of = (id: string): Person => {
  const known = people.get(id) ?? person(id);
  people.set(id, known);
  return known;
};

const spki = Buffer.from("302a300506032b6570032100", "hex");
const fits = (publicKey: string, text: string, signature: string) =>
  verify(
    null,
    Buffer.from(text),
    { key: Buffer.concat([spki, Buffer.from(publicKey, "hex")]), format: "der", type: "spki" },
    Buffer.from(signature, "hex"),
  );

let count = 0;
const head = (...signers: readonly Person[]) => {
  count += 1;
  return {
    schema: "h200-desk/act@1" as const,
    id: `act_${count}`,
    signers: signers.map(({ id, publicKey }) => ({ person: id, publicKey })),
    at: "2026-11-23T08:00:00.000Z",
    day: "2026-11-23",
  };
};

function confirmation(by: string, whom: string): ActStatement {
  const { id, publicKey } = of(whom);
  const payload = { name: whom, publicKey, roles: ["reviewer" as const] };
  const subject = personSubject({ id, ...payload });
  return {
    ...head(of(by)),
    kind: "person-confirmation",
    subject: { ...subject, kind: "person" },
    payload,
  };
}

/** Takes in what the rules allow, as reading does. */
function registerOf(statements: readonly ActStatement[]): Register {
  const register = new Register();
  for (const statement of statements)
    if (refusalOf(statement, register) === undefined) register.take(statement);
  return register;
}

function chain(statements: readonly ActStatement[]): readonly Act[] {
  const acts: Act[] = [];
  for (const statement of statements) {
    const text = Buffer.from(statementText(statement));
    const signatures = statement.signers.map(({ person: id }) =>
      sign(null, text, of(id.slice(4)).secret).toString("hex"),
    );
    const last = acts.at(-1);
    const prev = last === undefined ? NO_ACT : actHash(last);
    acts.push({ statement, signatures, seq: acts.length + 1, prev });
  }
  return acts;
}

const filesOf = (acts: readonly unknown[]) =>
  acts.map((value, index) => ({ name: `${index}.json`, value }));
const founding = () => [confirmation("a", "b"), confirmation("b", "a")];

describe("who is known", () => {
  test("nobody, until two have confirmed each other; then both", () => {
    expect(registerOf([confirmation("a", "b")]).founded).toBe(false);
    const register = registerOf(founding());
    expect(
      [register.standing("psn_a"), register.standing("psn_b")].map((one) => one?.name),
    ).toEqual(["a", "b"]);
    expect(register.independent("psn_a", "psn_b")).toBe(true);
  });

  test("whoever a founder confirmed before founding is known after it", () => {
    const register = registerOf([confirmation("a", "c"), ...founding()]);
    expect(register.confirmedBy("psn_c")).toEqual(["psn_a"]);
    expect(register.knownWithout("psn_c", "psn_b")).toBe(true);
    expect(register.knownWithout("psn_c", "psn_a")).toBe(false);
  });

  test("whatever one person confirms, and has confirmed, none of it is known without that person", () => {
    const names = ["x1", "x2", "x3", "x4", "x5"];
    const step = fc.record({
      by: fc.constantFrom("d", ...names),
      whom: fc.constantFrom(...names, "a", "b"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const register = registerOf([
          ...founding(),
          confirmation("a", "d"),
          ...steps.map(({ by, whom }) => confirmation(by, whom)),
        ]);
        for (const name of names) {
          expect(register.knownWithout(`psn_${name}`, "psn_d")).toBe(false);
          for (const other of names.filter((one) => one !== name))
            expect(register.independent(`psn_${name}`, `psn_${other}`)).toBe(false);
        }
        expect(register.knownWithout("psn_a", "psn_d")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("strangers who confirm each other after founding stay strangers", () => {
    const register = registerOf([...founding(), confirmation("x", "y"), confirmation("y", "x")]);
    expect(register.standing("psn_x")).toBeUndefined();
  });

  test("a key that is on file for one person is refused for another", () => {
    const statements = [...founding(), confirmation("a", "c")];
    const stolen = { ...of("e"), publicKey: of("c").publicKey };
    people.set("e", stolen);
    expect(refusalOf(confirmation("b", "e"), registerOf(statements))?.code).toBe("act-key-taken");
    people.delete("e");
  });

  test("the mode of one person ends as soon as two know each other, and does not come back", () => {
    const one: ActStatement = {
      ...head(of("a")),
      kind: "one-person-firm",
      subject: { kind: "firm", id: "firm", sha256: NO_ACT },
      payload: { on: true },
    };
    expect(registerOf([one]).onePerson?.person).toBe("psn_a");
    expect(registerOf([one, ...founding(), one]).onePerson).toBeUndefined();
  });
});

describe("reading acts", () => {
  const acts = chain([...founding(), confirmation("a", "c"), confirmation("b", "c")]);
  const hashes = acts.map(actHash);

  test("a whole chain counts, in whatever order its files come", () => {
    const state = readActs(filesOf([...acts].reverse()), hashes, fits);
    expect(state.problems).toEqual([]);
    expect(state.acts).toHaveLength(acts.length);
    expect(state.last).toEqual({ seq: 4, sha256: hashes.at(-1) });
  });

  test("one that is missing is told, wherever it stood, the last one too", () => {
    for (const gone of acts.keys()) {
      const files = filesOf(acts.filter((_, index) => index !== gone));
      const codes = readActs(files, hashes, fits).problems.map(({ code }) => code);
      expect(codes).toContain("act-missing");
    }
  });

  test("a change anywhere in an act makes it none, and is told", () => {
    fc.assert(
      fc.property(fc.nat(acts.length - 1), fc.nat(5_000), fc.nat(15), (at, place, digit) => {
        const text = JSON.stringify(acts[at]);
        const index = place % text.length;
        const changed = `${text.slice(0, index)}${digit.toString(16)}${text.slice(index + 1)}`;
        if (changed === text) return;
        let value: unknown;
        try {
          value = JSON.parse(changed);
        } catch {
          value = undefined;
        }
        const files = filesOf(acts.map((one, other) => (other === at ? value : one)));
        const state = readActs(files, hashes, fits);
        expect(state.problems.length).toBeGreaterThan(0);
        expect(state.strays).toContain(`${at}.json`);
      }),
      { numRuns: 300 },
    );
  });

  test("what was signed once counts once, under whatever number it is filed again", () => {
    const [first, second, third] = [...founding(), confirmation("a", "c")];
    if (first === undefined || second === undefined || third === undefined)
      throw new Error("three");
    const again = chain([first, second, third, third]);
    const state = readActs(filesOf(again), again.map(actHash), fits);
    expect(state.acts).toHaveLength(3);
    expect(state.problems.map(({ params }) => params["why"])).toEqual(["act-twice"]);
  });

  test("an act that the journal recorded but that breaks the rules does not count", () => {
    const forged = chain([...founding(), confirmation("x", "y")]);
    const state = readActs(filesOf(forged), forged.map(actHash), fits);
    expect(state.register.standing("psn_y")).toBeUndefined();
    expect(state.problems.map(({ params }) => params["why"])).toEqual(["act-person-unconfirmed"]);
  });

  test("a signature by another key does not count, though the journal knows the act", () => {
    const [first] = acts;
    if (first === undefined) throw new Error("a chain has a first act");
    const text = Buffer.from(statementText(first.statement));
    const signatures = [sign(null, text, of("z").secret).toString("hex")];
    const forged = { ...first, signatures };
    const state = readActs(filesOf([forged]), [actHash(forged)], fits);
    expect(state.acts).toEqual([]);
    expect(state.problems.map(({ params }) => params["why"])).toEqual(["act-signature"]);
  });
});

test("a confirmation of a look-up holds for what was confirmed, until somebody takes it back", () => {
  const about = (holds: boolean): ActStatement => ({
    ...head(of("a")),
    kind: "lookup-confirmation",
    subject: { kind: "lookup", id: "lkp_1", sha256: "1".repeat(64) },
    payload: { order: "ord_1", holds },
  });
  const state = (...statements: readonly ActStatement[]) => {
    const acts = chain([...founding(), ...statements]);
    return readActs(filesOf(acts), acts.map(actHash), fits);
  };
  const told = (...statements: readonly ActStatement[]) => [
    ...confirmedSubjects(state(...statements), "lookup-confirmation", "ord_1"),
  ];
  expect(told(about(true))).toEqual([["lkp_1", "1".repeat(64)]]);
  expect(told(about(true), about(false))).toEqual([]);
  const stranger = { ...about(true), signers: head(of("x")).signers } as ActStatement;
  expect(told(stranger)).toEqual([]);
});
