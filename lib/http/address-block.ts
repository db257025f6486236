import { isIPv4, isIPv6 } from "node:net";

const IPV4_IN_IPV6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;

/**
 * The block of addresses that is counted as one sender: an IPv4 /24, an IPv6 /56, which is what one customer gets.
 * What is no address counts together as one.
 */
export function addressBlock(address: string): string {
  const plain = IPV4_IN_IPV6.exec(address)?.[1] ?? address;
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  const [bare = ""] = plain.split("%");
  if (!isIPv6(bare)) return "unknown";
  const [one, two, three, four = 0] = groupsOf(bare);
  return `${[one, two, three, four & 0xff00].map((group) => (group ?? 0).toString(16)).join(":")}::/56`;
}

function groupsOf(address: string): number[] {
  const [before = "", after] = address.split("::");
  const read = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const head = read(before);
  const tail = after === undefined ? [] : read(after);
  return [...head, ...Array<number>(Math.max(0, GROUPS - head.length - tail.length)).fill(0), ...tail];
}

/**
 * Which address a request came from: the socket's, or the last one of the header that the proxy in front of CertTrail
 * writes. Earlier ones in that header are whatever the sender wrote.
 */
export function senderOf(
  socketAddress: string | undefined,
  forwarded: string | string[] | undefined,
): string {
  return forwarded?.toString().split(",").at(-1)?.trim() || (socketAddress ?? "");
}
