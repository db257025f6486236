import { expect, test } from "vitest";
import { addressBlock, senderOf } from "@/lib/http/address-block";

test.each([
  ["203.0.113.77", "203.0.113.0/24"],
  ["203.0.113.1", "203.0.113.0/24"],
  ["203.0.114.1", "203.0.114.0/24"],
  ["::ffff:203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:1:2ff:1::9", "2001:db8:1:200::/56"],
  ["2001:db8:1:200::", "2001:db8:1:200::/56"],
  ["2001:db8:1:300::1", "2001:db8:1:300::/56"],
  ["2001:0DB8:0001:02aa:0:0:0:1", "2001:db8:1:200::/56"],
  ["::1", "0:0:0:0::/56"],
  ["fe80::1%eth0", "fe80:0:0:0::/56"],
  ["", "unknown"],
  ["localhost", "unknown"],
  ["203.0.113.77, 198.51.100.1", "unknown"],
])("%s counts as %s", (address, block) => {
  expect(addressBlock(address)).toBe(block);
});

test("the socket says who asks, unless the proxy in front does, in its last entry", () => {
  expect(senderOf("192.0.2.1", undefined)).toBe("192.0.2.1");
  expect(senderOf("192.0.2.1", "")).toBe("192.0.2.1");
  expect(senderOf("192.0.2.1", "198.51.100.7, 203.0.113.5")).toBe("203.0.113.5");
  expect(senderOf(undefined, undefined)).toBe("");
});
