/** Marks that make a name read otherwise than it is stored (pasted from a page, or put there on purpose) are dropped. */
export function withoutDirections(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
}
