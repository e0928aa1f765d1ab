import text from "#examples/private-start-up-complete.json?raw";

/** The example of a private start-up as a dossier file; every firm, person and figure in it is made up. */
export const sampleFile = { fileName: "private-start-up-complete.json", text };
