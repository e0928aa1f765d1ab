import { safeName } from "#node/packets";

/** Names in a packet that no two papers share, whatever they were called before. */
function distinctNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf(".");
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
    let next = name;
    for (let count = 2; used.has(next.toLowerCase()); count += 1)
      next = `${stem}-${count}${ending}`;
    used.add(next.toLowerCase());
    return next;
  });
}

/** Where each paper of the evidence lies in a packet, in the order given. */
export function evidencePaths(items: readonly { readonly fileName: string }[]): readonly string[] {
  return distinctNames(items.map(({ fileName }) => safeName(fileName))).map(
    (name) => `evidence/${name}`,
  );
}
