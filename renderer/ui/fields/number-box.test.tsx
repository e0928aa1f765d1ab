import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { mount, w } from "../../../tests/support/components/mount.tsx";
import { NumberBox } from "./number-box.tsx";

function setUp() {
  const onChange = vi.fn<(value: string | undefined) => void>();
  function Box() {
    const [value, setValue] = useState("");
    return (
      <NumberBox
        aria-label="数量"
        value={value}
        onChange={(next) => {
          setValue(next ?? "");
          onChange(next);
        }}
      />
    );
  }
  mount(<Box />);
  return { onChange, box: page.getByRole("textbox", { name: "数量" }) };
}

/** Pastes as a person does: the focused box gets the event, and the text where nobody prevented it. */
function paste(node: Element, text: string): void {
  if (!(node instanceof HTMLInputElement)) throw new Error("no box");
  node.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData("text", text);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  // Untrusted events insert nothing by themselves.
  if (node.dispatchEvent(event)) document.execCommand("insertText", false, text);
}

test.each(["16\t240000", "16\n8\n4"])("several cells %j never become one number", async (cells) => {
  const { box, onChange } = setUp();
  paste(box.element(), cells);
  await expect.element(page.getByRole("alert")).toHaveTextContent(w("screen.number.several"));
  await expect.element(box).toHaveValue("");
  expect(onChange).not.toHaveBeenCalled();
});

test("one cell with its line end is its number, and the warning goes with the next text", async () => {
  const { box, onChange } = setUp();
  paste(box.element(), "1\t2");
  await expect.element(page.getByRole("alert")).toBeVisible();
  paste(box.element(), "16\n");
  expect(onChange).toHaveBeenLastCalledWith("16");
  await expect.poll(() => page.getByRole("alert").elements().length).toBe(0);
});

test("a number stays as typed in the box and is a plain decimal to the form and afterwards", async () => {
  const { box, onChange } = setUp();
  await box.fill("24万");
  expect(onChange).toHaveBeenLastCalledWith("240000");
  await expect.element(box).toHaveValue("24万");
  await userEvent.keyboard("{Tab}");
  await expect.element(box).toHaveValue("240000");
});

test("what is no number goes to the form as it is, and an empty box as nothing", async () => {
  const { box, onChange } = setUp();
  await box.fill("1,5");
  expect(onChange).toHaveBeenLastCalledWith("1,5");
  await box.fill("");
  expect(onChange).toHaveBeenLastCalledWith(undefined);
});
