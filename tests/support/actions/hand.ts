import type { Locator, Page } from "playwright";

/** One thing a person did: a click, a filled field, a chosen option, a chord, files given. */
export type Action = {
  readonly kind: "click" | "fill" | "choose" | "chord" | "files";
  readonly what: string;
  /** It gives something that only a person can give: a fact, an answer, a paper, a signature. */
  readonly fact: boolean;
  /** How many of those it gives; papers dropped together are each one. */
  readonly facts: number;
};

/** Counts what a person does on a page, and how much of it gives something that only a person can give. */
export class Hand {
  readonly page: Page;
  readonly actions: Action[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  get count(): number {
    return this.actions.length;
  }

  get facts(): number {
    return this.actions.reduce((total, { facts }) => total + facts, 0);
  }

  private note(kind: Action["kind"], what: string, facts: number): void {
    this.actions.push({ kind, what, fact: facts > 0, facts });
  }

  /** A press that only leads on. */
  async click(target: Locator, what: string): Promise<void> {
    await target.click();
    this.note("click", what, 0);
  }

  /** A press that gives something: an answer, "same as applicant". */
  async say(target: Locator, what: string, facts = 1): Promise<void> {
    await target.click();
    this.note("click", what, facts);
  }

  async fill(target: Locator, text: string, what: string, facts = 1): Promise<void> {
    await target.fill(text);
    this.note("fill", what, facts);
  }

  async select(target: Locator, option: string | { label: string }, what: string): Promise<void> {
    await target.selectOption(option);
    this.note("choose", what, 1);
  }

  /** Types into a box with a list and takes the first that fits: one option chosen. */
  async pick(box: Locator, options: Locator, text: string, what: string): Promise<void> {
    await box.click();
    await box.fill(text);
    await options.first().waitFor();
    await box.press("Enter");
    this.note("choose", what, 1);
  }

  async chord(keys: string, what: string): Promise<void> {
    await this.page.keyboard.press(keys);
    this.note("chord", what, 0);
  }

  async give(
    input: Locator,
    files: readonly { name: string; mimeType: string; buffer: Buffer }[],
    what: string,
  ): Promise<void> {
    await input.setInputFiles([...files]);
    this.note("files", what, files.length);
  }
}
