import type { MessageKey } from "#shared/i18n";

/** One stop of the tour: what it says, where it is seen, and what must have happened before the next one makes sense. */
export type TourStep = {
  readonly id: string;
  readonly title: MessageKey;
  readonly text: MessageKey;
  /** Where the page goes; the sample's order stands at `{order}`. */
  readonly place: readonly string[];
  /** What the person does here; nothing means reading is enough. */
  readonly task?: "load" | "build" | "verify";
};

const order = "{order}";

/** The stops in order: from an invented order to a packet of it that verifies. */
export const tourSteps: readonly TourStep[] = [
  { id: "load", title: "tour.load.title", text: "tour.load.text", place: ["orders"], task: "load" },
  {
    id: "draft",
    title: "tour.draft.title",
    text: "tour.draft.text",
    place: ["orders", order, "edit", "basics"],
  },
  {
    id: "route",
    title: "tour.route.title",
    text: "tour.route.text",
    place: ["orders", order, "edit", "route"],
  },
  { id: "books", title: "tour.books.title", text: "tour.books.text", place: ["parties"] },
  {
    id: "check",
    title: "tour.check.title",
    text: "tour.check.text",
    place: ["orders", order, "check"],
  },
  {
    id: "build",
    title: "tour.build.title",
    text: "tour.build.text",
    place: ["orders", order, "packets"],
    task: "build",
  },
  {
    id: "verify",
    title: "tour.verify.title",
    text: "tour.verify.text",
    place: ["orders", order, "packets"],
    task: "verify",
  },
];

/** The address of a stop, with the sample's order in its place. */
export function placeOf(step: TourStep, sample: string): readonly string[] {
  return step.place.map((part) => (part === order ? sample : part));
}
