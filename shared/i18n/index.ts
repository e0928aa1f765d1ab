export { catalogue } from "./catalogue/index.ts";
export { capitalAmount, formatAmount, groupDigits, inWanYi } from "./format.ts";
export { packRefusalText } from "./pack-refusal.ts";
export { parameterText, seenText, testText } from "./reason-text.ts";
export {
  errorText,
  hasMessage,
  type MessageArgs,
  type MessageKey,
  type MessageParams,
  translate,
  translateData,
} from "./translate.ts";
export { type Lang, languages, loadWords } from "./words.ts";
