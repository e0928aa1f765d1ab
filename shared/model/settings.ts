import { z } from "zod";

/** Choices of this desk. Nothing here changes what a rule says. */
export const settingsSchema = z.strictObject({
  language: z.enum(["zh", "en"]),
  theme: z.enum(["system", "light", "dark"]),
  currentPerson: z.string().max(80).optional(),
  trustedPackKeys: z
    .array(
      z.strictObject({ name: z.string().max(200), publicKey: z.string().regex(/^[0-9a-f]{64}$/) }),
    )
    .max(100),
  lists: z.array(z.string().max(200)).max(50),
  autoLockMinutes: z.number().int().min(0).max(1_440),
  /** How often a snapshot is taken while there are changes, 0 never; and where, when not inside the workspace. */
  backup: z
    .strictObject({
      everyHours: z.number().int().min(0).max(168),
      dir: z.string().min(1).max(1_000).optional(),
    })
    .optional(),
  letterhead: z
    .strictObject({
      name: z.string().max(400),
      address: z.string().max(400).optional(),
      logoSvg: z.string().max(200_000).optional(),
    })
    .optional(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a fresh workspace starts with. */
export const defaultSettings: Settings = {
  language: "zh",
  theme: "system",
  trustedPackKeys: [],
  lists: [],
  autoLockMinutes: 0,
};
