import { type Day, maxDay } from "@/lib/day";
import { listNonconformities } from "./reading";
import type { ProjectRecord } from "./record";

/** Running totals of nonconformities on the evening of a day. */
export interface TrendPoint {
  day: Day;
  opened: number;
  closed: number;
}

/** Opened and closed nonconformities over time, one point a day on which something changed, and today. */
export function listTrend(record: ProjectRecord, today: Day): TrendPoint[] {
  const findings = listNonconformities(record);
  const opened = findings.flatMap(({ issuedOn }) => (issuedOn ? [issuedOn] : []));
  const closed = findings.flatMap(({ verifiedOn }) => (verifiedOn ? [verifiedOn] : []));
  const [first, ...others] = [...opened, ...closed];
  if (first === undefined) return [];
  const last = maxDay(today, first, ...others);
  const days = [...new Set([first, ...others, last])].sort();
  const upTo = (all: Day[], day: Day) => all.filter((one) => one <= day).length;
  return days.map((day) => ({ day, opened: upTo(opened, day), closed: upTo(closed, day) }));
}
