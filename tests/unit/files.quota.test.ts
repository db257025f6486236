import { expect, test } from "vitest";
import { refuseForRoom } from "@/lib/files/quota";

const GB = 1024 ** 3;
const MB = 1024 ** 2;

test("a file fits to the last byte, and one more does not", () => {
  expect(refuseForRoom("a.pdf", 10, 5 * GB - 10, 5)).toBeNull();
  expect(refuseForRoom("a.pdf", 11, 5 * GB - 10, 5)).toBe(
    "a.pdf does not fit: your organisation has 10 bytes of its 5 GB left. Ask whoever runs CertTrail for more room.",
  );
});

test("what is left is never said to be more than it is", () => {
  expect(refuseForRoom("a.pdf", 26 * MB, 5 * GB - 25.9 * MB, 5)).toContain("has 25 MB of its 5 GB left");
  expect(refuseForRoom("a.pdf", 9 * GB, 0.75 * GB, 5)).toContain("has 4.2 GB of its 5 GB left");
  expect(refuseForRoom("a.pdf", 9 * GB, 0, 5)).toContain("has 5 GB of its 5 GB left");
  expect(refuseForRoom("a.pdf", 1, 6 * GB, 5)).toContain("has 0 bytes of its 5 GB left");
});
