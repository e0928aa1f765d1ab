import type { Firm, Holding, Situation } from "../situation.ts";
import { firm, holding } from "./base.ts";
import { buyerOf, type Deviation, deviations } from "./deviation.ts";

const state = { kind: "public-body", prefix: "12", sectors: ["M7320"] } as const;
const unit = { kind: "military-unit", prefix: "A1" } as const;
const no = { agreement: { kind: "other", controls: "no" } } as const;
const yes = { agreement: { kind: "other", controls: "yes" } } as const;
const open = { agreement: { kind: "other", controls: "open" } } as const;
const concert = { agreement: { kind: "acting-in-concert", controls: "yes" } } as const;

/** The firms named, and holdings of the buyer in place of the founders' own. */
function shares(
  named: Readonly<Record<string, Partial<Firm>>>,
  of: readonly (readonly [string, Holding["equity"], Partial<Holding>?, string?])[],
): (s: Situation) => void {
  return (s) => {
    s.firms.push(...Object.entries(named).map(([id, change]) => firm(id, change)));
    s.holdings = [
      ...s.holdings.filter(({ target }) => target !== "buyer"),
      ...of.map(([owner, equity, more, target]) => holding(owner, target ?? "buyer", equity, more)),
    ];
  };
}

const one = { "state-a": state };
const two = { "state-a": state, "state-b": state };

function floating(share: number, noHolderAbove: number | null, more: Partial<Holding>) {
  return (s: Situation) => {
    shares(one, [
      ["state-a", 30, more],
      ["founder", 70 - share],
    ])(s);
    Object.assign(buyerOf(s), { freeFloat: { share, noHolderAbove } });
  };
}

/** Each way in which the state stands above a firm: art. 4 on both edges, and what its text does not settle. */
export const stateControl: readonly Deviation[] = deviations("state control", "shares", {
  "state 50.01 %": shares(one, [
    ["state-a", 50.01],
    ["founder", 49.99],
  ]),
  "state 50 %, private 50 %": shares(one, [
    ["state-a", 50, no],
    ["founder", 50],
  ]),
  "state 50 %, private 30 and 20, none recorded": shares(one, [
    ["state-a", 50],
    ["founder", 30],
    ["partner", 20],
  ]),
  "state 45 % largest, agreement no": shares(one, [
    ["state-a", 45, no],
    ["founder", 30],
    ["partner", 25],
  ]),
  "state 45 % largest, agreement yes": shares(one, [
    ["state-a", 45, yes],
    ["founder", 30],
    ["partner", 25],
  ]),
  "state 45 % largest, agreement open": shares(one, [
    ["state-a", 45, open],
    ["founder", 30],
    ["partner", 25],
  ]),
  "state 45 % largest, none recorded": shares(one, [
    ["state-a", 45],
    ["founder", 30],
    ["partner", 25],
  ]),
  "state 30 % not largest, agreement yes": shares(one, [
    ["state-a", 30, yes],
    ["founder", 70],
  ]),
  "state 30 % not largest": shares(one, [
    ["state-a", 30],
    ["founder", 70],
  ]),
  "state 30 and 25 %, private 45 %": shares(two, [
    ["state-a", 30],
    ["state-b", 25],
    ["founder", 45],
  ]),
  "state 30 and 25 %, private 25 and 20 %": shares(two, [
    ["state-a", 30],
    ["state-b", 25],
    ["founder", 25],
    ["partner", 20],
  ]),
  "state 40 and 20 %, private 40 %": shares(two, [
    ["state-a", 40],
    ["state-b", 20],
    ["founder", 40],
  ]),
  "one body through two firms 30 and 25 %, private 45 %": shares({ ...one, via: {}, other: {} }, [
    ["via", 30],
    ["other", 25],
    ["founder", 45],
    ["state-a", 100, {}, "via"],
    ["state-a", 100, {}, "other"],
  ]),
  "state votes 60 %, shares 30 %": shares(one, [
    ["state-a", 30, { votes: 60 }],
    ["founder", 70, { votes: 40 }],
  ]),
  "state votes 50 %, shares 30 %": shares(one, [
    ["state-a", 30, { votes: 50 }],
    ["founder", 70, { votes: 50 }],
  ]),
  "state 30 % with a board majority": shares(one, [
    ["state-a", 30, { board: "yes" }],
    ["founder", 70],
  ]),
  "state 30 %, board not answered": shares(one, [
    ["state-a", 30, { board: "open" }],
    ["founder", 70],
  ]),
  "concert of state 30 and 25 %, private 45 %": shares(two, [
    ["state-a", 30, concert],
    ["state-b", 25, concert],
    ["founder", 45],
  ]),
  "concert of state 30 and private 25 %, private 45 %": shares(one, [
    ["state-a", 30, concert],
    ["partner", 25, concert],
    ["founder", 45],
  ]),
  "state 40 to 60 %, private 40 to 60 %": shares(one, [
    ["state-a", [51, 60], no],
    ["founder", [40, 49]],
  ]),
  "state 20 to 60 %": shares(one, [
    ["state-a", [20, 60], no],
    ["founder", [40, 80]],
  ]),
  "parent 60 % of the state, 60 % of the parent": shares({ ...one, parent: {} }, [
    ["parent", 60],
    ["founder", 40],
    ["state-a", 60, {}, "parent"],
    ["partner", 40, {}, "parent"],
  ]),
  "parent 60 %, of which the state has 30 %": shares({ ...one, parent: {} }, [
    ["parent", 60],
    ["founder", 40],
    ["state-a", 30, {}, "parent"],
    ["partner", 70, {}, "parent"],
  ]),
  "state 30 % largest beside a float of 60 %, nobody above 1 %": floating(60, 1, no),
  "state 30 % largest beside a float of 60 %, none recorded": floating(60, 1, {}),
  "state 30 % largest beside a float of 60 %, agreement yes": floating(60, 1, yes),
  "state 30 % largest beside a float of 60 %, not answered": floating(60, null, {}),
  "state 30 %, private 10 %, 60 % not named": shares(one, [
    ["state-a", 30, no],
    ["founder", 10],
  ]),
  "no holder named": shares({}, []),
  "private 50 and 30 %, 20 % not named": shares({}, [
    ["founder", 50],
    ["partner", 30],
  ]),
});

/** A military unit above a firm, in each way: its share is never a state participation. */
export const militaryControl: readonly Deviation[] = deviations("military control", "shares", {
  "unit 50.01 %": shares({ unit }, [
    ["unit", 50.01],
    ["founder", 49.99],
  ]),
  "unit 30 %": shares({ unit }, [
    ["unit", 30],
    ["founder", 70],
  ]),
  "unit 30 % with 60 % of the votes": shares({ unit }, [
    ["unit", 30, { votes: 60 }],
    ["founder", 70, { votes: 40 }],
  ]),
  "unit 30 % with a board majority": shares({ unit }, [
    ["unit", 30, { board: "yes" }],
    ["founder", 70],
  ]),
  "unit 30 %, agreement yes": shares({ unit }, [
    ["unit", 30, yes],
    ["founder", 70],
  ]),
  "unit through two firms 30 and 25 %": shares({ unit, via: {}, other: {} }, [
    ["via", 30],
    ["other", 25],
    ["founder", 45],
    ["unit", 100, {}, "via"],
    ["unit", 100, {}, "other"],
  ]),
  "unit 60 % of a parent with 60 %": shares({ unit, parent: {} }, [
    ["parent", 60],
    ["founder", 40],
    ["unit", 60, {}, "parent"],
    ["partner", 40, {}, "parent"],
  ]),
  "unit 30 % of a parent with 60 %": shares({ unit, parent: {} }, [
    ["parent", 60],
    ["founder", 40],
    ["unit", 30, {}, "parent"],
    ["partner", 70, {}, "parent"],
  ]),
});
