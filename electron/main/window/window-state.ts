import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const boundsSchema = z.object({
  x: z.number().int().exactOptional(),
  y: z.number().int().exactOptional(),
  width: z.number().int().min(640).max(10_000),
  height: z.number().int().min(480).max(10_000),
});
const stateSchema = z.object({ bounds: boundsSchema, maximized: z.boolean() });

/** Where the window was when it was last closed. */
export type WindowState = z.infer<typeof stateSchema>;
type Area = { x: number; y: number; width: number; height: number };

const fresh: WindowState = { bounds: { width: 1360, height: 880 }, maximized: false };

/** The saved state when it can be read and at least a corner of the window would be on a screen; else a centred one. */
export function fitToScreens(raw: unknown, screens: readonly Area[]): WindowState {
  const saved = stateSchema.safeParse(raw);
  if (!saved.success) return fresh;
  const { x, y, width, height } = saved.data.bounds;
  if (x === undefined || y === undefined) return saved.data;
  const margin = 80;
  const isVisible = screens.some(
    (screen) =>
      x + width > screen.x + margin &&
      x < screen.x + screen.width - margin &&
      y >= screen.y &&
      y < screen.y + screen.height - margin,
  );
  return isVisible ? saved.data : { bounds: { width, height }, maximized: saved.data.maximized };
}

/** Reads what `saveWindowState` wrote; anything unreadable is as if nothing had been saved. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  try {
    return fitToScreens(JSON.parse(readFileSync(file, "utf8")), screens);
  } catch {
    return fresh;
  }
}

/** Keeps the window's place for the next start; failing to do so harms nothing. */
export function saveWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
  } catch {
    // The next start opens a centred window.
  }
}
