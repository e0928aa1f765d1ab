import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { mount } from "../../../tests/support/components/mount.tsx";
import { useDropTarget } from "./drop-target.ts";

function setUp() {
  const onFiles = vi.fn<(names: readonly string[]) => void>();
  function Area() {
    const drop = useDropTarget((data) => onFiles([...data.files].map(({ name }) => name)));
    return (
      <section aria-label="放在这里" data-over={drop.over} {...drop.handlers}>
        {drop.over ? "松开" : "拖入"}
      </section>
    );
  }
  mount(<Area />);
  const area = page.getByRole("region", { name: "放在这里" });
  const drag = (kind: "dragover" | "dragleave" | "drop", file?: File) => {
    const dataTransfer = new DataTransfer();
    if (file !== undefined) dataTransfer.items.add(file);
    const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
    area.element().dispatchEvent(event);
    return event;
  };
  return { onFiles, area, drag };
}

test("what is dropped is taken, and the browser does not open it", () => {
  const { onFiles, drag } = setUp();
  expect(drag("dragover").defaultPrevented).toBe(true);
  const dropped = drag("drop", new File(["样例"], "报价单.pdf"));
  expect(dropped.defaultPrevented).toBe(true);
  expect(onFiles).toHaveBeenCalledExactlyOnceWith(["报价单.pdf"]);
});

test("the area shows that something is over it, until it leaves or is dropped", async () => {
  const { area, drag } = setUp();
  for (const end of ["dragleave", "drop"] as const) {
    drag("dragover");
    await expect.element(area).toHaveTextContent("松开");
    drag(end);
    await expect.element(area).toHaveTextContent("拖入");
  }
});
