import { expect, test } from "vitest";
import type { Order } from "#shared/model";
import { createDrafts } from "./drafts.ts";

const order = { id: "ord_1", title: "A", createdOn: "2026-11-23", lines: [] } as Order;
const text = JSON.stringify(order);

test("what is held comes back until it is dropped", async () => {
  const { handlers } = createDrafts();
  await handlers.hold({ id: "ord_1", page: "a", revision: 3, text });
  expect(await handlers.held({ id: "ord_1", page: "a" })).toEqual({
    ok: true,
    value: { held: { revision: 3, text } },
  });
  await handlers.drop({ id: "ord_1", page: "a" });
  expect(await handlers.held({ id: "ord_1", page: "a" })).toEqual({ ok: true, value: {} });
});

test("a save of the same content ends the holding, one of other content does not", async () => {
  const drafts = createDrafts();
  await drafts.handlers.hold({ id: "ord_1", page: "a", revision: 3, text });
  drafts.saved({ ...order, title: "B" });
  expect(await drafts.handlers.held({ id: "ord_1", page: "a" })).toMatchObject({
    value: { held: {} },
  });
  drafts.saved({ lines: [], title: "A", createdOn: "2026-11-23", id: "ord_1" } as Order);
  expect(await drafts.handlers.held({ id: "ord_1", page: "a" })).toEqual({ ok: true, value: {} });
});

test("only the newest drafts are held, so that no page can fill the memory", async () => {
  const { handlers } = createDrafts();
  for (let at = 0; at < 50; at += 1)
    await handlers.hold({ id: `ord_${at}`, page: "a", revision: 1, text: "{}" });
  expect(await handlers.held({ id: "ord_0", page: "a" })).toEqual({ ok: true, value: {} });
  expect(await handlers.held({ id: "ord_49", page: "a" })).toMatchObject({ value: { held: {} } });
});

test("what one page is done with stays held for another one; what was left behind goes to whoever asks", async () => {
  const { handlers } = createDrafts();
  const told = async (page: string) => {
    const held = await handlers.held({ id: "ord_1", page });
    return held.ok ? held.value.held?.text : undefined;
  };
  await handlers.hold({ id: "ord_1", page: "a", revision: 3, text: '"a"' });
  await handlers.hold({ id: "ord_1", page: "b", revision: 4, text: '"b"' });
  expect([await told("a"), await told("b")]).toEqual(['"a"', '"b"']);
  await handlers.drop({ id: "ord_1", page: "b" });
  expect([await told("a"), await told("c")]).toEqual(['"a"', '"a"']);
  await handlers.drop({ id: "ord_1", page: "c" });
  expect(await told("a")).toBeUndefined();
});
