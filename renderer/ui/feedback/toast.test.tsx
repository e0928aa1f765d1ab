import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { appError } from "#shared/kernel";
import { mount, w } from "../../../tests/support/components/mount.tsx";
import { ToastProvider, useToasts } from "./toast.tsx";

function Sayer({ undo }: { readonly undo?: () => void }) {
  const toasts = useToasts();
  return (
    <>
      <button type="button" onClick={() => toasts.say("已删除。", undo)}>
        说
      </button>
      <button type="button" onClick={() => toasts.fail(appError("store.wrong-passphrase"))}>
        拒绝
      </button>
    </>
  );
}

const region = page.getByRole("region", { name: w("screen.messages") });
const said = () => region.element().textContent;

test("a message offers to take the act back, once, and is gone then", async () => {
  const undo = vi.fn();
  mount(
    <ToastProvider>
      <Sayer undo={undo} />
    </ToastProvider>,
  );
  await page.getByRole("button", { name: "说" }).click();
  await expect.poll(said).toContain("已删除。");
  await page.getByRole("button", { name: w("screen.undo") }).click();
  expect(undo).toHaveBeenCalledOnce();
  await expect.poll(() => page.getByText("已删除。").elements()).toEqual([]);
});

test("a refusal is told in words, at most four messages are shown, and each can be closed", async () => {
  mount(
    <ToastProvider>
      <Sayer />
    </ToastProvider>,
  );
  await page.getByRole("button", { name: "拒绝" }).click();
  await expect.poll(said).toContain(w("error.store.wrong-passphrase"));
  for (let count = 0; count < 4; count += 1) await page.getByRole("button", { name: "说" }).click();
  const close = page.getByRole("button", { name: w("screen.close") });
  await expect.poll(() => close.elements().length).toBe(4);
  expect(page.getByText(w("error.store.wrong-passphrase")).elements()).toEqual([]);
  await close.first().click();
  await expect.poll(() => close.elements().length).toBe(3);
});
