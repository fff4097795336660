import type { CreateId, MapRecord, PlainMap, Point } from "#shared/model/index.ts";
import { movedBy } from "../../canvas/clipboard/paste-place.ts";
import { piecesOf, recordsAPiece } from "../../canvas/clipboard/pieces.ts";
import { packPlainMap } from "../../canvas/packed-map.ts";
import { type FileAnswer, type FileToRead, type ReadMaps, readFile } from "./read-file.ts";

/** A part of what a file came to, to be brought in, moved by so much. */
export type PieceWanted = Readonly<{ of: keyof ReadMaps; index: number; move: Point }>;

/** What the thread that reads is told and asked: records of the open map, which it does not answer, and the two questions. */
export type FileWord =
  | Readonly<{ type: "known"; records: string }>
  | Readonly<{ type: "read"; file: FileToRead }>
  | Readonly<{ type: "piece"; wanted: PieceWanted }>;

/**
 * What it answers. Null is a fault: a part of the program that cannot be fetched, or a reader that has one after all. A piece
 * is packed; undefined where there are no more.
 */
export type FileReply =
  | Readonly<{ type: "read"; answer: FileAnswer | null }>
  | Readonly<{ type: "piece"; map: string | undefined }>;

/** The work of the thread that reads a file: it keeps what it has read, and hands it out in pieces. */
export class FileDesk {
  readonly #createId: CreateId;
  readonly #known: MapRecord[] = [];
  readonly #pieces = new Map<keyof ReadMaps, readonly PlainMap[]>();
  #maps: ReadMaps | null = null;

  constructor(createId: CreateId) {
    this.#createId = createId;
  }

  async hear(word: FileWord): Promise<FileReply | undefined> {
    switch (word.type) {
      case "known":
        for (const record of JSON.parse(word.records)) this.#known.push(record);
        return undefined;
      case "read":
        return { type: "read", answer: await this.#read(word.file).catch(() => null) };
      case "piece":
        return { type: "piece", map: this.#piece(word.wanted) };
    }
  }

  async #read(file: FileToRead): Promise<FileAnswer> {
    const read = await readFile(file, this.#known, this.#createId);
    if (read === "unknown") return read;
    this.#maps = read.maps;
    return read.answer;
  }

  #piece({ of, index, move }: PieceWanted): string | undefined {
    const map = this.#maps?.[of];
    const pieces = this.#pieces.get(of) ?? (map ? piecesOf(map, recordsAPiece) : []);
    this.#pieces.set(of, pieces);
    const piece = pieces[index];
    return piece && packPlainMap(movedBy(piece, move));
  }
}
