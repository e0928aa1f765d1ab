export { catalogue } from "./catalogue/index.ts";
export { capitalAmount, formatAmount, groupDigits, inWanYi } from "./format.ts";
export {
  errorText,
  hasMessage,
  type Lang,
  languages,
  type MessageKey,
  type MessageParams,
  translate,
  translateData,
} from "./translate.ts";
