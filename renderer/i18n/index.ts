export { type I18n, LanguageProvider, useI18n } from "./language.tsx";
