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
    const page = await browser.newPage({ deviceScaleFactor: 1 });
    const pictures: IconPicture[] = [];
    for (const size of iconSizes) {
      await page.setViewportSize({ width: size, height: size });
      const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
      await page.setContent(
        `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${address}">`,
      );
      await page.locator("img").evaluate((image: HTMLImageElement) => image.decode());
      pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
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
