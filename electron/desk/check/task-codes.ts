/** The answer of a task process that it does not hold a list yet; it is then asked again with the lists. */
export const LISTS_MISSING = "task-lists-missing";
