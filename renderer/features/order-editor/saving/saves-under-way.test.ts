import { expect, test } from "vitest";
import { noteSave, savesDone } from "./saves-under-way.ts";

function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((answer) => {
    resolve = answer;
  });
  return { promise, resolve };
}

test("whoever opens a document waits for every save of it, also one that fails, and for no other's", async () => {
  const [first, second] = [later<number>(), later<number>()];
  const order: string[] = [];
  void noteSave("ord_1", first.promise);
  const failing = noteSave(
    "ord_1",
    second.promise.then(() => Promise.reject(new Error("disk full"))),
  ).catch(() => order.push("failed"));
  const waiting = savesDone("ord_1").then(() => order.push("opened"));
  await savesDone("ord_2");
  order.push("other");
  first.resolve(1);
  second.resolve(2);
  await Promise.all([waiting, failing]);
  expect(order).toEqual(["other", "failed", "opened"]);
});
