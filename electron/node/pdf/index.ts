export {
  COMPILER_FILE,
  describeAssets,
  FONT_FILES,
  loadTypesetterAssets,
} from "./assets.ts";
export {
  forkedSetter,
  type StartSetter,
  type TypesetJob,
  type TypesetReply,
} from "./setter-process.ts";
export { createTypesetter, type Typeset, type Typesetter } from "./typesetter.ts";
export { TypesetterPool } from "./typesetter-pool.ts";
