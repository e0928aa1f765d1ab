export {
  COMPILER_FILE,
  describeAssets,
  FONT_FILES,
  loadTypesetterAssets,
} from "./assets.ts";
export { forkedSetter } from "./forked-setter.ts";
export type { StartSetter, TypesetJob, TypesetReply } from "./setter-process.ts";
export { createTypesetter, type Typeset, type Typesetter } from "./typesetter.ts";
export { TypesetterPool } from "./typesetter-pool.ts";
