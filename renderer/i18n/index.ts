export { type I18n, LanguageProvider, useI18n, usePageTitle } from "./language.tsx";
