import { expect, test } from "vitest";
import { initialExportOptions } from "#shared/formats/export-options.ts";
import { pictureSizes, sizeNamed, sizeNameOf } from "./picture-size.ts";

test("what nobody chose is one of the sizes that can be chosen", () => {
  expect(pictureSizes.map(({ name }) => name)).toContain(sizeNameOf(initialExportOptions));
  expect(sizeNamed(sizeNameOf(initialExportOptions))).toEqual({ dpi: null, scale: null });
});

test.each(pictureSizes)("the size $name comes back as it was chosen", ({ name }) => {
  expect(sizeNameOf({ ...initialExportOptions, ...sizeNamed(name) })).toBe(name);
});
