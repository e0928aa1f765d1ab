import { z } from "zod";
import type { Send } from "./client.ts";

/** What the menu or the system may ask of the page. */
const deskCommandSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("go"), to: z.string().max(60) }),
  z.strictObject({ kind: z.literal("new-order") }),
  z.strictObject({ kind: z.literal("language"), language: z.enum(["zh", "en"]) }),
  z.strictObject({
    kind: z.literal("open-text"),
    as: z.enum(["order", "pack"]),
    fileName: z.string().max(200),
    text: z.string().max(60_000_000),
  }),
  z.strictObject({
    kind: z.literal("open-bundle"),
    grant: z.string().max(80),
    fileName: z.string().max(200),
  }),
  z.strictObject({
    kind: z.literal("open-file"),
    grant: z.string().max(80),
    fileName: z.string().max(200),
  }),
]);
export type DeskCommand = z.infer<typeof deskCommandSchema>;

interface ElectronBridge {
  readonly call: Readonly<
    Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>
  >;
  readonly onCommand: (listener: (command: unknown) => void) => () => void;
}

function isBridge(value: unknown): value is ElectronBridge {
  return typeof value === "object" && value !== null && "call" in value && "onCommand" in value;
}

/** The desk that the preload put into this window, or nothing outside Electron. */
export function electronDesk(
  window: object,
): { send: Send; onCommand: (listener: (command: DeskCommand) => void) => () => void } | undefined {
  const bridge: unknown = "desk" in window ? window.desk : undefined;
  if (!isBridge(bridge)) return undefined;
  return {
    send: async (group, name, input) => await bridge.call[group]?.[name]?.(input),
    onCommand: (listener) =>
      bridge.onCommand((raw) => {
        const command = deskCommandSchema.safeParse(raw);
        if (command.success) listener(command.data);
      }),
  };
}
