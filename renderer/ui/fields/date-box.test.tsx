import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mount, w } from "../../../tests/support/components/mount.tsx";
import { DateInput } from "./date-input.tsx";

function setUp(first = "") {
  const onChange = vi.fn<(value: string) => void>();
  function Day() {
    const [value, setValue] = useState(first);
    return (
      <DateInput
        label="检查日期"
        value={value}
        onChange={(next) => {
          setValue(next);
          onChange(next);
        }}
      />
    );
  }
  mount(<Day />);
  return { onChange, box: page.getByRole("textbox", { name: "检查日期" }) };
}

test("a day that does not exist is said below the box until a day is typed", async () => {
  const { box, onChange } = setUp();
  await box.fill("2026-02-30");
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.keyboard("{Tab}");
  const wrong = page.getByText(w("screen.date.wrong", { text: "2026-02-30" }));
  await expect.element(wrong).toBeVisible();
  await expect.element(box).toHaveAttribute("aria-invalid", "true");
  await box.fill("2026/2/3");
  await userEvent.keyboard("{Tab}");
  await expect.element(box).toHaveValue("2026-02-03");
  expect(wrong.elements()).toEqual([]);
});

test("the calendar is walked with the keyboard, over the end of a month, and gives the day", async () => {
  const { box, onChange } = setUp("2026-01-30");
  page
    .getByRole("button", { name: w("screen.date.pick") })
    .element()
    .focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("button", { name: "2026-01-30" })).toHaveFocus();
  await userEvent.keyboard("{ArrowRight}{ArrowRight}");
  await expect.element(page.getByRole("button", { name: "2026-02-01" })).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(page.getByRole("button", { name: "2026-02-08" })).toHaveFocus();
  await userEvent.keyboard("{PageDown}{Enter}");
  expect(onChange).toHaveBeenLastCalledWith("2026-03-08");
  await expect.element(box).toHaveValue("2026-03-08");
  await expect.poll(() => page.getByRole("button", { name: "2026-03-08" }).elements()).toEqual([]);
});
