import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A reverse proxy in front of several web processes, as an installation of more than one has it. */
export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/**
 * Hands each request to the next process in turn. One that does not take the connection is passed over; one that dies
 * before it has answered is a 502, since nobody knows what it has done. The address people use stays in `Host`. Listens on
 * `given`, or on a free port.
 */
export async function openProxy(ports: readonly number[], given = 0): Promise<Proxy> {
  let turn = 0;
  const server = createServer((request, response) => {
    const order = ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0);
    turn += 1;
    hand(request, response, order);
  });
  server.listen(given, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy was given no port.");
  return {
    port: address.port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function hand(request: IncomingMessage, response: ServerResponse, [port, ...others]: number[]): void {
  if (port === undefined) {
    response.writeHead(502).end("No process answers.");
    return;
  }
  const { method, url, headers } = request;
  const onward = ask({ host: "127.0.0.1", port, method, path: url, headers, agent: false });
  let isTaken = false;
  onward.once("socket", (socket) => {
    socket.once("connect", () => {
      isTaken = true;
      request.pipe(onward);
    });
  });
  onward.once("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.once("error", () => response.destroy());
  });
  onward.once("error", () => {
    if (!isTaken) hand(request, response, others);
    else if (response.headersSent) response.destroy();
    else response.writeHead(502).end("The process died before it had answered.");
  });
  response.once("close", () => onward.destroy());
}
