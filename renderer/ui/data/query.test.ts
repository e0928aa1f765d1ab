import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { askAgain } from "./query.ts";

test("a first answer that was asked before a change never stays in the place of the new one", async () => {
  const client = new QueryClient();
  let asked = 0;
  let answerFirst = (_: string) => {};
  const first = new Promise<string>((resolve) => {
    answerFirst = resolve;
  });
  const observer = new QueryObserver(client, {
    queryKey: ["glance"],
    queryFn: () => {
      asked += 1;
      return asked === 1 ? first : Promise.resolve("new");
    },
  });
  const leave = observer.subscribe(() => {});
  await askAgain(client, ["glance"]);
  answerFirst("old");
  await first;
  expect(client.getQueryData(["glance"])).toBe("new");
  leave();
  client.clear();
});
