import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mount, w } from "../../../tests/support/components/mount.tsx";
import { Combobox } from "./combobox.tsx";

const options = [
  { value: "a", label: "星河样例有限公司", detail: "Galaxy Sample" },
  { value: "b", label: "远山样例有限公司", search: "yuanshan" },
  { value: "c", label: "近水样例有限公司" },
];

function setUp(shown = "", withCreate = true) {
  const onPick = vi.fn<(value: string | undefined) => void>();
  const onCreate = vi.fn<(text: string) => void>();
  function Picker() {
    const [value, setValue] = useState<string | undefined>(undefined);
    const label = options.find((option) => option.value === value)?.label ?? shown;
    return (
      <Combobox
        label="买方"
        options={options}
        shown={label}
        onPick={(next) => {
          setValue(next);
          onPick(next);
        }}
        onCreate={withCreate ? onCreate : undefined}
      />
    );
  }
  mount(<Picker />);
  return { onPick, onCreate, box: page.getByRole("combobox", { name: "买方" }) };
}

test("what is typed finds entries by name, detail and search words; arrows and Enter choose", async () => {
  const { box, onPick } = setUp();
  await box.click();
  await expect.poll(() => page.getByRole("option").elements().length).toBe(4);
  await box.fill("样例 yuan");
  await expect
    .poll(() => page.getByRole("option").first().element().textContent)
    .toContain("远山样例有限公司");
  await box.fill("样例");
  await userEvent.keyboard("{ArrowDown}{Enter}");
  expect(onPick).toHaveBeenLastCalledWith("b");
  await expect.element(box).toHaveValue("远山样例有限公司");
  await expect.element(box).toHaveAttribute("aria-expanded", "false");
});

test("the arrows go round, also over the entry that makes a new one", async () => {
  const { box, onCreate } = setUp();
  await box.click();
  await box.fill("星河样例");
  await userEvent.keyboard("{ArrowUp}{Enter}");
  expect(onCreate).toHaveBeenCalledWith("星河样例");
});

test("what was typed and not chosen stays to be seen, saves nothing, and can be made an entry", async () => {
  const { box, onPick, onCreate } = setUp();
  await box.click();
  await box.fill("没有这一家");
  await userEvent.keyboard("{Tab}");
  await expect.element(box).toHaveValue("没有这一家");
  await expect.element(box).toHaveAttribute("aria-invalid", "true");
  const said = w("screen.picker.unpicked", { text: "没有这一家" });
  expect(page.getByRole("status").element().textContent).toContain(said);
  expect(onPick).not.toHaveBeenCalled();
  await page
    .getByRole("button", { name: w("screen.create.named", { name: "没有这一家" }) })
    .click();
  expect(onCreate).toHaveBeenCalledWith("没有这一家");
});

test("a whole name typed and left is a choice; an emptied box takes the choice back", async () => {
  const { box, onPick } = setUp();
  await box.click();
  await box.fill("近水样例有限公司");
  await userEvent.keyboard("{Tab}");
  expect(onPick).toHaveBeenLastCalledWith("c");
  await box.click();
  await box.fill("");
  await userEvent.keyboard("{Tab}");
  expect(onPick).toHaveBeenLastCalledWith(undefined);
});

test("Escape leaves the box as it was", async () => {
  const { box, onPick } = setUp("旧买方", false);
  await box.click();
  await box.fill("别的");
  await userEvent.keyboard("{Escape}");
  await expect.element(box).toHaveValue("旧买方");
  expect(onPick).not.toHaveBeenCalled();
});

test("Enter that ends a syllable belongs to the input method", async () => {
  const { box, onPick } = setUp();
  await box.click();
  await box.fill("yuan");
  const composing = { key: "Enter", isComposing: true, keyCode: 229 };
  const event = new KeyboardEvent("keydown", { ...composing, bubbles: true, cancelable: true });
  expect(box.element().dispatchEvent(event)).toBe(true);
  expect(onPick).not.toHaveBeenCalled();
  await expect.element(box).toHaveAttribute("aria-expanded", "true");
});
