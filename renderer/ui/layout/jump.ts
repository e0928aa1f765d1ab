const FRAMES = 90;

function best(path: string): HTMLElement | undefined {
  const steps = path.split(".");
  for (let length = steps.length; length > 1; length -= 1) {
    const wanted = CSS.escape(steps.slice(0, length).join("."));
    const found = document.querySelector<HTMLElement>(`[data-path="${wanted}"]`);
    if (found !== null) return found;
  }
  return undefined;
}

function point(field: HTMLElement): void {
  const control = field.querySelector<HTMLElement>("input, select, textarea, button");
  field.scrollIntoView({ block: "center" });
  (control ?? field).focus({ preventScroll: true });
  field.classList.remove("field-pointed");
  void field.offsetWidth;
  field.classList.add("field-pointed");
}

/**
 * Brings a field into sight and puts the focus into it. Waits a moment for it to appear, since its section may only now be
 * drawn; falls back to the nearest place above it. Returns what stops the waiting.
 */
export function jumpTo(path: string): () => void {
  let left = FRAMES;
  let stopped = false;
  const exact = `[data-path="${CSS.escape(path)}"]`;
  const look = () => {
    if (stopped) return;
    left -= 1;
    const field = document.querySelector<HTMLElement>(exact);
    if (field !== null) point(field);
    else if (left > 0) requestAnimationFrame(look);
    else {
      const near = best(path);
      if (near !== undefined) point(near);
    }
  };
  requestAnimationFrame(look);
  return () => {
    stopped = true;
  };
}
