export {
  type AssetPlaces,
  COMPILER_FILE,
  describeAssets,
  FONT_FILES,
  type FontAsset,
  loadTypesetterAssets,
  type TypesetterAssets,
} from "./assets.ts";
export { forkedSetter } from "./forked-setter.ts";
export type { StartSetter, TypesetJob, TypesetReply } from "./setter-process.ts";
export { createTypesetter, type Typeset, type Typesetter } from "./typesetter.ts";
export { type PoolOptions, TypesetterPool } from "./typesetter-pool.ts";
