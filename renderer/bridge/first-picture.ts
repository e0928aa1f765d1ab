/** Longest wait for a picture; a window that is hidden draws none. */
const LONGEST_MS = 250;

let drawn: () => void = () => undefined;

/**
 * Resolves once the page's first picture is on the screen. What that picture does not need waits for it, so that loading
 * it takes no time away from drawing.
 */
export const firstPicture = new Promise<void>((resolve) => {
  drawn = resolve;
});

/** To be called when the first picture was handed to the browser. */
export function pictureIsComing(): void {
  setTimeout(drawn, LONGEST_MS);
  // The frame after the next one begins when the next one is drawn.
  requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
}
