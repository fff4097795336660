import type { Section } from "./argdown-model.ts";
import type { Content } from "./content.ts";
import { dataIn } from "./thing-table.ts";

/** The sections of a text while it is read: each heading stands under the last one that is higher. */
export class SectionList {
  readonly all: Section[] = [];
  /** The one that what comes next stands in. */
  current: Section | null = null;

  /** A heading was read. */
  begin({ text: title, tags, data }: Content, level: number): void {
    let parent = this.current;
    while (parent && parent.level >= level) parent = parent.parent;
    const told = new Map(data.flatMap((each) => [...dataIn(each)]));
    this.current = { title, level, parent, tags, data: told };
    this.all.push(this.current);
  }
}
