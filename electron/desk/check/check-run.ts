// What is loaded when something is first checked. A file of its own: a module's public surface that is itself loaded
// late would be bundled with whoever takes a schema from it at the start.
export { glanceOf, lanesOf, runCheck } from "#shared/check";
