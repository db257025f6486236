import { BlockList, isIP } from "node:net";

/** Networks of one's own, and what leads nowhere (IANA's special-purpose registries): no provider of another company lives there. */
const CLOSED_IPV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
/** Of IPv6 only what is given out worldwide (2000::/3) is open, without the parts that carry IPv4 addresses or examples. */
const OPEN_IPV6 = ["2000::", 3] as const;
const CLOSED_IPV6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const closed = new BlockList();
for (const [network, bits] of CLOSED_IPV4) closed.addSubnet(network, bits, "ipv4");
for (const [network, bits] of CLOSED_IPV6) closed.addSubnet(network, bits, "ipv6");
const open = new BlockList();
open.addSubnet(...OPEN_IPV6, "ipv6");

/** Whether an IP address lies outside of the public internet. What is no IP address counts as private. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return closed.check(address, "ipv4");
  if (family === 6) return !open.check(address, "ipv6") || closed.check(address, "ipv6");
  return true;
}
