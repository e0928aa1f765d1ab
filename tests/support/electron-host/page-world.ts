/**
 * Runs in the page's own world before its scripts. Builds what `contextBridge.exposeInMainWorld` shows: frozen objects
 * whose functions call across. `secret` names the events that the two worlds speak through.
 */
export function pageWorld(secret: string): void {
  type Shape =
    | { readonly t: "function" }
    | { readonly t: "object"; readonly v: readonly (readonly [string, Shape])[] }
    | { readonly t: "value"; readonly v: unknown };
  type Wrapped = { readonly f: number } | { readonly v: unknown };
  type Failure = { readonly e: { readonly name: string; readonly message: string } };
  type Answer = { readonly id: number } & (Wrapped | Failure | { readonly p: 1 });
  type Path = readonly (string | number)[];

  const { CustomEvent: Message, document: doc } = window;
  const fire = doc.dispatchEvent.bind(doc);
  const listen = doc.addEventListener.bind(doc);
  const callbacks = new Map<number, (...args: unknown[]) => unknown>();
  const waiting = new Map<number, (answer: Answer) => void>();
  let sequence = 0;

  const failure = ({ e }: Failure) => Object.assign(new Error(e.message), { name: e.name });
  const unwrap = (answer: Wrapped) =>
    "f" in answer ? (...args: unknown[]) => call([answer.f], args) : answer.v;

  function marked(args: readonly unknown[]): unknown[] {
    return args.map((argument) => {
      if (typeof argument !== "function") return argument;
      sequence += 1;
      callbacks.set(sequence, argument as (...args: unknown[]) => unknown);
      return { callback: sequence };
    });
  }

  function later(id: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      waiting.set(id, (answer) => {
        waiting.delete(id);
        if ("e" in answer) reject(failure(answer));
        else resolve(unwrap(answer as Wrapped));
      });
    });
  }

  function call(path: Path, args: readonly unknown[]): unknown {
    sequence += 1;
    const id = sequence;
    const box: { answer?: Answer } = {};
    waiting.set(id, (given) => {
      box.answer = given;
    });
    fire(new Message(`${secret}call`, { detail: { id, path, args: marked(args) } }));
    const { answer } = box;
    if (answer === undefined) throw new Error("An object could not be cloned.");
    if ("p" in answer) return later(id);
    waiting.delete(id);
    if ("e" in answer) throw failure(answer);
    return unwrap(answer);
  }

  function build(shape: Shape, path: Path): unknown {
    if (shape.t === "function") return (...args: unknown[]) => call(path, args);
    if (shape.t === "value") return shape.v;
    const entries = shape.v.map(([key, inner]) => [key, build(inner, [...path, key])]);
    return Object.freeze(Object.fromEntries(entries));
  }

  listen(`${secret}expose`, (event) => {
    const { key, shape } = (event as CustomEvent<{ key: string; shape: Shape }>).detail;
    Object.defineProperty(window, key, { value: build(shape, [key]), enumerable: true });
  });
  listen(`${secret}answer`, (event) => {
    const answer = (event as CustomEvent<Answer>).detail;
    waiting.get(answer.id)?.(answer);
  });
  listen(`${secret}callback`, (event) => {
    const { id, args } = (event as CustomEvent<{ id: number; args: unknown[] }>).detail;
    callbacks.get(id)?.(...args);
  });
}
