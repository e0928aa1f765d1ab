/** The page's own scheme: not file://, so that the page has an origin and reads no file. */
export const appScheme = "app";

/** The page's own origin. */
const appOrigin = `${appScheme}://desk`;

/** Where the window starts. */
export const startAddress = `${appOrigin}/index.html`;

/** Whether an address belongs to the page itself; an address that cannot be read does not. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return `${protocol}//${host}` === appOrigin && username === "" && password === "";
}
