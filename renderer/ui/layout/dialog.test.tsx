import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mount, w } from "../../../tests/support/components/mount.tsx";
import { Confirm, Dialog } from "./dialog.tsx";

function Opener({ body }: { readonly body: React.ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        打开
      </button>
      {open ? (
        <Dialog title="窗口" onClose={() => setOpen(false)}>
          {body}
        </Dialog>
      ) : null}
    </>
  );
}

test("a window puts the focus into its first box and gives it back on Escape", async () => {
  mount(<Opener body={<input aria-label="名称" />} />);
  const opener = page.getByRole("button", { name: "打开" });
  await opener.click();
  await expect.element(page.getByRole("dialog", { name: "窗口" })).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "名称" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => page.getByRole("dialog").elements()).toEqual([]);
  await expect.element(opener).toHaveFocus();
});

test("the cross closes it too", async () => {
  mount(<Opener body={<p>内容</p>} />);
  await page.getByRole("button", { name: "打开" }).click();
  await page.getByRole("button", { name: w("screen.close") }).click();
  await expect.poll(() => page.getByRole("dialog").elements()).toEqual([]);
});

test("what cannot be undone happens only when it is confirmed", async () => {
  const onConfirm = vi.fn();
  const onClose = vi.fn();
  mount(
    <Confirm
      title="清空"
      text="不能恢复。"
      action="清空回收站"
      danger
      onConfirm={onConfirm}
      onClose={onClose}
    />,
  );
  await page.getByRole("button", { name: w("screen.cancel") }).click();
  expect(onClose).toHaveBeenCalledOnce();
  expect(onConfirm).not.toHaveBeenCalled();
  await page.getByRole("button", { name: "清空回收站" }).click();
  expect(onConfirm).toHaveBeenCalledOnce();
});
