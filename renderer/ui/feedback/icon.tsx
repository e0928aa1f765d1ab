const paths = {
  add: "M12 5v14M5 12h14",
  alert: "M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17.2v.1",
  book: "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3V4ZM5 17a3 3 0 0 1 3-3h11",
  building: "M5 20V5l8-2v17M13 9l6 2v9M3 20h18M8 8h2M8 12h2M8 16h2",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  case: "M3 8h18v11H3zM9 8V5h6v3M3 13h18",
  check: "m5 12.5 4.5 4.5L19 7.5",
  chip: "M7 7h10v10H7zM10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4",
  close: "m6 6 12 12M18 6 6 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  down: "m6 9 6 6 6-6",
  download: "M12 4v11m-5-5 5 5 5-5M4 20h16",
  edit: "M4 20h4L19 9l-4-4L4 16v4Z",
  file: "M6 3h8l4 4v14H6zM14 3v5h4",
  gear: "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2",
  graph: "M6 4h5v4H6zM13 16h6v4h-6zM4 16h6v4H4zM8.5 8v4H7v4M8.5 12H16v4",
  history: "M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 7.8v.1",
  left: "m15 5-7 7 7 7",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  moon: "M19 14.5A7.5 7.5 0 1 1 9.5 5a6 6 0 0 0 9.5 9.5Z",
  more: "M6 12h.1M12 12h.1M18 12h.1",
  packet: "M4 8l8-4 8 4v8l-8 4-8-4V8ZM4 8l8 4 8-4M12 12v8",
  print: "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
  question:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.1",
  right: "m9 5 7 7-7 7",
  rules: "M5 4h14v16H5zM9 8h6M9 12h6M9 16h4",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20",
  shield: "M12 3 5 6v6c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6l-7-3Z",
  site: "M12 21s7-6.5 7-11.5A7 7 0 0 0 5 9.5C5 14.5 12 21 12 21ZM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  stop: "M8 3h8l5 5v8l-5 5H8l-5-5V8l5-5ZM8 12h8",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  system: "M4 5h16v11H4zM9 20h6M12 16v4",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  undo: "M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-2",
  upload: "M12 16V5m-5 5 5-5 5 5M4 20h16",
  users:
    "M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.7 3.5 2.5 3.5 5.5",
} as const;

/** Names of the drawings this page knows. */
export type IconName = keyof typeof paths;

/** A drawing beside words; it says nothing to a screen reader, so words must stand with it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
