/** Files that the system hands over, kept until there is a page that can show them. */
export class EarlyFiles {
  readonly #open: (paths: readonly string[]) => void;
  #kept: string[] | undefined = [];

  /** `open` shows files in a page that is there. */
  constructor(open: (paths: readonly string[]) => void) {
    this.#open = open;
  }

  /** Shows the files, now or as soon as there is a page; in the order in which they came, each once. */
  take(paths: readonly string[]): void {
    if (paths.length === 0) return;
    if (this.#kept === undefined) this.#open(paths);
    else this.#kept.push(...paths.filter((path) => this.#kept?.includes(path) === false));
  }

  /** The page is there. */
  ready(): void {
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept !== undefined && kept.length > 0) this.#open(kept);
  }
}
