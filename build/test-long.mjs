import process from "node:process";

// `npm run test:long`: the same tests, with many more invented cases for each property and the slow suites.
process.env.DESK_LONG = "1";
await import("./test.mjs");
