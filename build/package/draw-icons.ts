import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { type IconPicture, iconSizes, toIcns, toIco } from "./icon-files.ts";

/** Draws the one source in every size, with the browser that the tests use too. */
async function draw(svg: string, executablePath: string): Promise<readonly IconPicture[]> {
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage();
    const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
    const pictures: IconPicture[] = [];
    for (const size of iconSizes) {
      const png = await page.evaluate(
        async ([source, side]) => {
          const image = Object.assign(new Image(side, side), { src: source });
          await image.decode();
          const canvas = Object.assign(document.createElement("canvas"), {
            width: side,
            height: side,
          });
          canvas.getContext("2d")?.drawImage(image, 0, 0, side, side);
          return canvas.toDataURL("image/png").split(",")[1] ?? "";
        },
        [address, size] as const,
      );
      pictures.push({ size, png: Buffer.from(png, "base64") });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** Writes the icons of all systems, and what else the packages take from that folder, to `out`. */
export async function drawIcons(source: string, out: string, browser: string): Promise<void> {
  const pictures = await draw(readFileSync(join(source, "icon.svg"), "utf8"), browser);
  mkdirSync(join(out, "icons"), { recursive: true });
  for (const { size, png } of pictures)
    writeFileSync(join(out, "icons", `${size}x${size}.png`), png);
  writeFileSync(join(out, "icon.ico"), toIco(pictures));
  writeFileSync(join(out, "icon.icns"), toIcns(pictures));
  copyFileSync(join(source, "entitlements.mac.plist"), join(out, "entitlements.mac.plist"));
}
