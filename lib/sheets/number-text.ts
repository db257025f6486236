/** How a spreadsheet shows a number under a number format: what people see is what a reference means. */

const DAY_MS = 86_400_000;
/** Day 0 of the usual count. It holds a 29 February 1900 that never was, which days before March 1900 do not show. */
const ZERO_DAY = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
const FIRST_RIGHT_SERIAL = 61;

/** The built-in formats that are no plain number; those of dates depend on the reader's country and are shown as ISO. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%" },
  ...{ 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "yyyy-mm-dd" },
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The code of a format by its number: a file's own, or a built-in one; "" is the general format. */
export function formatCode(id: number, own: ReadonlyMap<number, string>): string {
  return own.get(id) ?? BUILT_IN[id] ?? "";
}

export function numberAsShown(value: string, code: string, is1904: boolean): string {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) return value;
  // Only the format for positive numbers, without colours, conditions and quoted words.
  const [format = ""] = code.split(";");
  const bare = format
    .replace(/\[[^\]]*\]|\\./g, (part) => (part.startsWith("\\") ? part.slice(1) : ""))
    .replace(/"([^"]*)"/g, "");
  if (/[ymd]/i.test(bare) && !/general/i.test(bare))
    return dateAsShown(number, bare, is1904) ?? general(number);
  const decimals = /[0#]\.(0+)/.exec(bare)?.[1]?.length;
  if (/%/.test(bare)) return `${(number * 100).toFixed(decimals ?? 0)}%`;
  if (decimals !== undefined) return number.toFixed(decimals);
  return /^[#,0]+$/.test(bare) ? number.toFixed(0) : general(number);
}

/** As many digits as a spreadsheet keeps: 5.1 stays 5.1, and 0.1 + 0.2 is 0.3. */
const general = (number: number) => String(Number(number.toPrecision(15)));

function dateAsShown(serial: number, format: string, is1904: boolean): string | null {
  const days = Math.floor(serial) + (is1904 ? DAYS_TO_1904 : 0);
  if (days < 1 || days > 2_958_465) return null;
  const date = new Date(ZERO_DAY + (days < FIRST_RIGHT_SERIAL ? days + 1 : days) * DAY_MS);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const two = (number: number) => String(number).padStart(2, "0");
  return format
    .replace(/\s*(h{1,2}|s{1,2}|AM\/PM|:|mm(?=:)).*$/i, "")
    .replace(/y{3,4}|y{1,2}|m{3,5}|m{1,2}|d{3,4}|d{1,2}/gi, (part) => {
      const kind = part.toLowerCase();
      if (kind.startsWith("y")) return kind.length > 2 ? String(year) : two(year % 100);
      if (kind.startsWith("m")) {
        if (kind.length > 2) return MONTHS[month - 1] ?? "";
        return kind.length === 2 ? two(month) : String(month);
      }
      return kind.length === 1 ? String(day) : two(day);
    })
    .trim();
}
