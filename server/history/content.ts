import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { readJson, writeJson } from "#shared/formats/json/index.ts";
import type { PlainMap } from "#shared/model/index.ts";
import { limits } from "#shared/protocol/limits.ts";
import { StoreError } from "../rooms/index.ts";

/** Both run on Node's own threads. */
const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A version as it is stored: our own JSON, complete and readable by any later program, compressed to a tenth. */
export async function writeContent(map: PlainMap): Promise<Uint8Array> {
  return pack(writeJson(map));
}

/** The JSON of a stored version. */
export async function unpackContent(content: Uint8Array): Promise<string> {
  try {
    return (await unpack(content, { maxOutputLength: limits.maxVersionBytes })).toString();
  } catch (cause) {
    throw new StoreError("corrupt", "A stored version cannot be unpacked.", cause);
  }
}

/** The map of a stored version. */
export async function readContent(content: Uint8Array): Promise<PlainMap> {
  const { map, diagnostics } = readJson(await unpackContent(content));
  if (diagnostics.some(({ severity }) => severity === "error"))
    throw new StoreError("corrupt", "A stored version cannot be read.");
  return map;
}
