/** What the installers call the product. */
export const product = {
  id: "org.h200desk.desk",
  name: "H200 Procurement Desk",
  /** The program's file name: the same on every system, without blanks. */
  program: "h200-desk",
  copyright: "Copyright 2026 the H200 Desk founders. Apache-2.0.",
} as const;

/** The files that the desk opens when somebody double-clicks them. */
export const fileKinds = [
  { ext: "h200order", name: "H200 Desk order", description: "Order with everything it refers to" },
  {
    ext: "h200packet",
    name: "H200 Desk packet",
    description: "Packet of papers with its manifest",
  },
  { ext: "h200update", name: "H200 Desk update", description: "Signed word of a newer version" },
  { ext: "h200pack", name: "H200 Desk rule pack", description: "Signed rules with their sources" },
] as const;
