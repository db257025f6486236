import { expect, test } from "vitest";
import { optionalDayField } from "@/lib/form-fields";

const Valid = optionalDayField("Enter the last day of the offer as a date");

test.each([undefined, null, "", "  "])("a day that may be left out: %j is none", (typed) => {
  expect(Valid.parse(typed)).toBeNull();
});

test("a day that is stated is that day", () => {
  expect(Valid.parse(" 2027-06-30 ")).toBe("2027-06-30");
});

test.each(["62027-03-01", "2027-02-30", "soon"])("what is no day says which field to mend: %s", (typed) => {
  expect(Valid.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
    "Enter the last day of the offer as a date",
  ]);
});
