export { AnswerControl } from "./answer-control.tsx";
export { BookTable, type Column } from "./book-table.tsx";
export { type BookEntry, type BookKind, type Books, BooksContext, useBooks } from "./books.ts";
export { Button, IconButton } from "./button.tsx";
export { ChangeList } from "./change-list.tsx";
export { Combobox, type Option } from "./combobox.tsx";
export {
  ChoiceControl,
  CountryControl,
  EntriesControl,
  EntryControl,
  TextControl,
} from "./controls.tsx";
export { countryName } from "./countries.ts";
export { DateInput } from "./date-input.tsx";
export { DeskContext, useDesk } from "./desk.ts";
export { Confirm, Dialog } from "./dialog.tsx";
export { DifferencesTable, type FieldNames, wordsOfSpecs } from "./differences-table.tsx";
export { withoutDirections } from "./directions.ts";
export { createDraft, type Draft, readPath, writePath } from "./draft.ts";
export { Badge, Empty, ErrorNotice, Notice, Skeleton, type Tone } from "./feedback.tsx";
export { Field, type FieldIds, useIssueText } from "./field.tsx";
export { Fields, Rows, rowKey, SpecField } from "./fields.tsx";
export { FilePick, readTextFile } from "./file-pick.tsx";
export { type FieldState, Form, useDraftValue, useField, useRows } from "./form.tsx";
export { handFile, useHandedFile } from "./handed-file.ts";
export { Icon, type IconName } from "./icon.tsx";
export { jumpTo } from "./jump.ts";
export { NewPassphrase } from "./new-passphrase.tsx";
export { type News, NewsContext, useNews } from "./news.ts";
export { PassphraseBox } from "./passphrase-box.tsx";
export { DeskFailure, errorOf, unwrap, useAnswer, useChange, useInvalidate } from "./query.ts";
export { RecordDialog, type RecordTarget } from "./record-dialog.tsx";
export {
  type FreshCode,
  FreshCodeContext,
  RecoveryCode,
  useTellCode,
} from "./recovery-code.tsx";
export { goTo, hrefOf, type Place, usePlace } from "./route.ts";
export { type Issue, savable } from "./savable.ts";
export { type FieldKind, type FieldSpec, f, newId, type RowsSpec } from "./spec.ts";
export { useTakeBack } from "./take-back.ts";
export { bytesText, momentText } from "./time.ts";
export { ToastProvider, useToasts } from "./toast.tsx";
export { VersionHistory } from "./version-history.tsx";
