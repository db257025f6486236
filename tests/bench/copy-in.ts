/** COPY … FROM STDIN by pg alone: the least that writing many rows can cost. */
import type pg from "pg";

/** What pg's connection does for COPY; its types leave that out. */
interface CopyConnection {
  query: (text: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
}

/** Sends the rows as they stand in `bytes`, in the text form of COPY. Resolves when Postgres has taken them all. */
export async function copyIn(client: pg.Client, statement: string, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let failed = false;
    client.query({
      submit: (connection) => (connection as unknown as CopyConnection).query(statement),
      handleCopyInResponse: (connection: CopyConnection) => {
        connection.sendCopyFromChunk(bytes);
        connection.endCopyFrom();
      },
      handleCommandComplete: () => {},
      handleError: (error: Error) => {
        failed = true;
        reject(error);
      },
      handleReadyForQuery: () => {
        if (!failed) resolve();
      },
    } as pg.Submittable);
  });
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** One value in the text form of COPY. */
export function copyText(value: string | null): string {
  return value === null ? "\\N" : value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
