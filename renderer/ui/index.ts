export { BookTable, type Column } from "./data/book-table.tsx";
export { type BookEntry, type BookKind, type Books, BooksContext, useBooks } from "./data/books.ts";
export { ChangeList } from "./data/change-list.tsx";
export { DifferencesTable, type FieldNames, wordsOfSpecs } from "./data/differences-table.tsx";
export { useDropTarget } from "./data/drop-target.ts";
export { FilePick, readTextFile } from "./data/file-pick.tsx";
export { handFile, useHandedFile, useWaitingFile } from "./data/handed-file.ts";
export {
  askAgain,
  DeskFailure,
  errorOf,
  unwrap,
  useAnswer,
  useChange,
  useInvalidate,
} from "./data/query.ts";
export { RecordDialog, type RecordTarget } from "./data/record-dialog.tsx";
export { VersionHistory } from "./data/version-history.tsx";
export { type ChangeFeed, ChangeFeedContext, useChangeFeed } from "./feedback/change-feed.ts";
export { Badge, Empty, ErrorNotice, Notice, Skeleton, type Tone } from "./feedback/feedback.tsx";
export { Icon, type IconName } from "./feedback/icon.tsx";
export {
  type FreshCode,
  FreshCodeContext,
  RecoveryCode,
  useTellCode,
} from "./feedback/recovery-code.tsx";
export { bytesText, momentText } from "./feedback/time.ts";
export { ToastProvider, useToasts } from "./feedback/toast.tsx";
export { useUndo } from "./feedback/undo.ts";
export { AnswerControl } from "./fields/answer-control.tsx";
export { type Asked, AskedFields, type Reason } from "./fields/asked.tsx";
export { Combobox, type Option } from "./fields/combobox.tsx";
export {
  ChoiceControl,
  CountryControl,
  EntriesControl,
  EntryControl,
  TextControl,
} from "./fields/controls.tsx";
export { countryName } from "./fields/countries.ts";
export { DateInput } from "./fields/date-input.tsx";
export { withoutDirections } from "./fields/directions.ts";
export { createDraft, type Draft, readPath, writePath } from "./fields/draft.ts";
export { Field, type FieldIds, useIssueText } from "./fields/field.tsx";
export { Fields, Rows, rowKey, SpecField } from "./fields/fields.tsx";
export {
  type FieldState,
  Form,
  useDraftValue,
  useField,
  useRemoval,
  useRows,
} from "./fields/form.tsx";
export { type Issue, savable } from "./fields/savable.ts";
export { type FieldKind, type FieldSpec, f, newId, type RowsSpec } from "./fields/spec.ts";
export { Grid } from "./grid/grid.tsx";
export type { GridColumn } from "./grid/read-cells.ts";
export { ActDialog, type ActEntered, type Hand } from "./layout/act-dialog.tsx";
export { Button, IconButton } from "./layout/button.tsx";
export { DeskContext, useDesk } from "./layout/desk.ts";
export { Confirm, Dialog } from "./layout/dialog.tsx";
export { jumpTo } from "./layout/jump.ts";
export { NewPassphrase } from "./layout/new-passphrase.tsx";
export { PassphraseBox } from "./layout/passphrase-box.tsx";
export { PathBox } from "./layout/path-box.tsx";
export { goTo, hrefOf, type Place, usePlace } from "./layout/route.ts";
