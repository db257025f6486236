import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Stands between a web process and Postgres and writes down what is asked. */
export interface StatementTap {
  /** The same database, through the tap. */
  url: string;
  /** Every statement since the last look, in the order sent. */
  take(): string[];
  close(): Promise<void>;
}

const LENGTH_BYTES = 4;
const TYPE_BYTES = 1;

/**
 * The messages of a client, as "Message Formats" of the Postgres manual describes them: a first one without type, then a
 * byte of type and four of length. `Q` is a statement by itself; `P` names one and `B` asks for it.
 */
function readMessages(statements: string[]): (bytes: Buffer) => void {
  const named = new Map<string, string>();
  let rest = Buffer.alloc(0);
  let isStarted = false;
  return (bytes) => {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const head = isStarted ? TYPE_BYTES : 0;
      if (rest.length < head + LENGTH_BYTES) return;
      const size = head + rest.readInt32BE(head);
      if (rest.length < size) return;
      const [type] = rest.toString("latin1", 0, head);
      const words = rest.toString("utf8", head + LENGTH_BYTES, size).split("\0");
      if (type === "Q") statements.push(words[0] ?? "");
      if (type === "P") named.set(words[0] ?? "", words[1] ?? "");
      if (type === "B") statements.push(named.get(words[1] ?? "") ?? "");
      isStarted = true;
      rest = rest.subarray(size);
    }
  };
}

/** Opens a tap before a database that is reached by TCP without encryption, as the tests' own is. */
export async function openStatementTap(databaseUrl: string): Promise<StatementTap> {
  const target = new URL(databaseUrl);
  const statements: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    client.on("data", readMessages(statements));
    client.pipe(database).pipe(client);
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(one);
      one.once("close", () => other.destroy());
      one.once("error", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The tap was given no port.");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(address.port);
  return {
    url: url.href,
    take: () => statements.splice(0),
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
