import { useRef } from "react";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { IconName } from "../feedback/icon.tsx";
import { Button } from "../layout/button.tsx";

type Props = {
  readonly label: string;
  readonly icon?: IconName;
  readonly look?: "normal" | "primary";
  readonly size?: "small";
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onFile?: (file: File) => void;
  /** Several files may be chosen at once, and come together. */
  readonly onFiles?: (files: readonly File[]) => void;
};

/** A button that asks for a file of this machine. */
export function FilePick({
  label,
  icon = "upload",
  look,
  size,
  accept,
  disabled,
  onFile,
  onFiles,
}: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        icon={icon}
        disabled={disabled}
        {...(look === undefined ? {} : { look })}
        {...(size === undefined ? {} : { size })}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={onFiles !== undefined}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was mended.
          event.target.value = "";
          const [file] = files;
          if (file === undefined) return;
          onFile?.(file);
          onFiles?.(files);
        }}
      />
    </>
  );
}

/** Largest text file that the contract takes in one call. */
const MOST_BYTES = 60_000_000;

/** The file's text; refuses files that are too large, empty, or not UTF-8, naming the file and the remedy. */
export async function readTextFile(file: File): Promise<Result<string>> {
  const fileName = file.name;
  if (file.size > MOST_BYTES)
    return err(
      appError("file-too-large-to-read", {
        fileName,
        megabytes: Math.ceil(file.size / 1_000_000),
        most: 60,
      }),
    );
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return text.trim() === "" ? err(appError("file-empty", { fileName })) : ok(text);
  } catch (fault) {
    return fault instanceof TypeError
      ? err(appError("file-not-utf8", { fileName }))
      : err(appError("file-unreadable", { fileName }));
  }
}
