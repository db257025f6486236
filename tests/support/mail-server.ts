import { once } from "node:events";
import { SMTPServer } from "smtp-server";

/** A mail that a test server has taken. */
export interface TakenMail {
  to: string;
  raw: string;
  /** Its Message-ID. */
  id: string;
}

export interface MailServer {
  taken: TakenMail[];
  /** The reply to the next letters, such as 451 or 550; null: they are taken. */
  reply: number | null;
  close(): Promise<void>;
}

/** Takes mail on a port of this machine, or refuses it as told. */
export async function openMailServer(port: number): Promise<MailServer> {
  const state: MailServer = { taken: [], reply: null, close: async () => undefined };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, { envelope }, answer) {
      let raw = "";
      stream.on("data", (part: Buffer) => {
        raw += part.toString();
      });
      stream.on("end", () => {
        if (state.reply !== null) {
          return answer(Object.assign(new Error("Not now."), { responseCode: state.reply }));
        }
        const to = envelope.rcptTo.map(({ address }) => address).join(", ");
        state.taken.push({ to, raw, id: /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? "" });
        answer();
      });
    },
  });
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  state.close = async () => {
    await new Promise<void>((resolve) => server.close(resolve));
  };
  return state;
}
