import { NotThere, Refused } from "@/lib/outcome";
import { PEOPLE } from "../matrix/people";
import { FURTHER, listReaders, type Reader } from "../support/stranger-reads";
import { answerOf, type Cell, OPEN } from "./cells";
import type { Neighbourhood } from "./neighbours";

/** Writes of the store that are asked beside a read. */
const WRITES = /^(record|addFile|note|tell)/;

/** Everybody at every reading function of the store, without the page that asks before it. */
export async function listReaderCells(stage: Neighbourhood): Promise<Cell[]> {
  const readers = await listReaders({ all: true });
  const tries = [{}, ...stage.readerIds];
  return tries.flatMap((ids: Record<string, string>, index) => {
    const given = argsFrom({ ...stage.ids, ...ids });
    return readers
      .filter(
        ({ name, params }) => !WRITES.test(name) && params.every((param) => Object.hasOwn(given, param)),
      )
      .flatMap((reader) =>
        PEOPLE.map((asker) => ({
          ...{ key: `${reader.path} ${reader.name} (${index})`, asker, file: reader.path, isAct: false },
          ask: async () =>
            await answerOfReader(stage, reader, [
              stage.people[asker],
              ...reader.params.map((param) => given[param]),
            ]),
        })),
      );
  });
}

function argsFrom(ids: Readonly<Record<string, string>>): Record<string, unknown> {
  const named = Object.entries(ids).map(([kind, id]) => [`${kind}Id`, id]);
  const further = {
    bodyIds: [ids.body],
    fileIds: [ids.file],
    basedOn: 1,
    roles: undefined,
    before: undefined,
    at: undefined,
  };
  return { ...FURTHER, ...Object.fromEntries(named), ...further, subjectId: ids.finding };
}

async function answerOfReader(stage: Neighbourhood, { read }: Reader, args: unknown[]) {
  try {
    return answerOf(stage, OPEN, inText(await read(...args)));
  } catch (error) {
    if (error instanceof NotThere) return answerOf(stage, ".", "");
    if (error instanceof Refused) return answerOf(stage, "r", inText(error.refusals));
    throw error;
  }
}

function inText(value: unknown): string {
  return String(
    JSON.stringify(value, (_, part: unknown) => {
      if (part instanceof Map || part instanceof Set) return [...part];
      return typeof part === "bigint" ? String(part) : part;
    }),
  );
}
