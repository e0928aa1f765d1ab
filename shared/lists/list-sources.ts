/** A list that a person can fetch, and the formats in which it is read here. `text` names the message that explains it. */
export type ListSource = {
  readonly id: string;
  readonly lists: readonly string[];
  /** The publisher's own address; absent where none is known for sure. */
  readonly address?: string;
  readonly formats: readonly string[];
  readonly text: string;
};

/** Where a person gets each list. Nothing is fetched by the program: the addresses are there to be read. */
export const listSources: readonly ListSource[] = [
  {
    id: "csl",
    lists: [
      "entity-list",
      "meu",
      "uvl",
      "dpl",
      "sdn",
      "cmic",
      "ssi",
      "mbs",
      "plc",
      "capta",
      "dtc",
      "isn",
    ],
    address: "https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json",
    formats: ["csl-json", "csl-csv"],
    text: "lists.source.csl",
  },
  { id: "ofac-sdn", lists: ["sdn"], formats: ["ofac-csv"], text: "lists.source.ofac-sdn" },
  {
    id: "1260h",
    lists: ["1260h"],
    formats: ["plain-xlsx", "plain-csv"],
    text: "lists.source.1260h",
  },
  { id: "mieu", lists: ["mieu"], formats: ["plain-xlsx", "plain-csv"], text: "lists.source.mieu" },
  {
    id: "cn-notices",
    lists: [],
    formats: ["plain-xlsx", "plain-csv"],
    text: "lists.source.cn-notices",
  },
  { id: "own", lists: [], formats: ["plain-xlsx", "plain-csv"], text: "lists.source.own" },
];
