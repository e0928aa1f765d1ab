import { Readable } from "node:stream";
import type { BagSource } from "./bag-source.ts";

/** A bag as files in memory, by their path below the bag: what a page was handed as a folder. */
export type BagFiles = ReadonlyMap<string, Uint8Array>;

/** A bag in memory. Names are looked at by whoever checks it; nothing is written anywhere. */
export function openMemoryBag(files: BagFiles): BagSource {
  return {
    container: "folder",
    folder: "",
    files: new Map([...files].map(([path, bytes]) => [path, bytes.length])),
    emptyFolders: [],
    faults: [],
    read: (path) => {
      const bytes = files.get(path);
      return bytes === undefined
        ? Promise.reject(new RangeError(`no ${path} in the folder`))
        : Promise.resolve(Readable.from([bytes]));
    },
    close: () => Promise.resolve(),
  };
}
