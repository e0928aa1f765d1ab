/** A square picture of the icon as PNG. */
export interface IconPicture {
  readonly size: number;
  readonly png: Uint8Array;
}

/** Sizes that the three systems ask for. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;

/** A Windows icon that holds PNG pictures up to 256 pixels, the most its directory can name. */
export function toIco(pictures: readonly IconPicture[]): Uint8Array {
  const held = pictures.filter(({ size }) => size <= 256);
  const head = Buffer.alloc(6 + 16 * held.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(held.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of held.entries()) {
    const at = 6 + 16 * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...held.map(({ png }) => png)]);
}

/** The types of an Apple icon that hold PNG, by size; sizes without one are left out. */
const appleTypes: Readonly<Record<number, readonly string[]>> = {
  16: ["icp4"],
  32: ["icp5", "ic11"],
  64: ["icp6", "ic12"],
  128: ["ic07"],
  256: ["ic08", "ic13"],
  512: ["ic09", "ic14"],
  1024: ["ic10"],
};

/** An Apple icon that holds the pictures in the sizes it knows. */
export function toIcns(pictures: readonly IconPicture[]): Uint8Array {
  const parts = pictures.flatMap(({ size, png }) =>
    (appleTypes[size] ?? []).map((type) => {
      const head = Buffer.alloc(8);
      head.write(type, "ascii");
      head.writeUInt32BE(png.length + 8, 4);
      return Buffer.concat([head, png]);
    }),
  );
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write("icns", "ascii");
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}
