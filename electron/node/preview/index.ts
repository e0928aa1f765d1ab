export { drawPage, type PagePicture } from "./page-picture.ts";
