// The bundler turns these imports into files or text of their own.
declare module "*.css";
declare module "*?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: this is how the bundler hands over a file's text
  export default text;
}
