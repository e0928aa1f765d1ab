import process from "node:process";

/**
 * One line about set-up, on stderr: standard output belongs to the command itself.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`desk: ${line}\n`);
}

/**
 * Ends the process with one sentence that says what is missing and how to get it.
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  say(sentence);
  process.exit(2);
}
