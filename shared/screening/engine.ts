/** Changes whenever the same name and the same list would be compared in another way; stands beside every result that is kept. */
export const ENGINE = "names-4";
