/** Duties of the client that an engagement letter names, each with the rule it stands on (domain.md 5.3). */
export const duties = {
  changes: {
    name: "Tell about changes without delay",
    says: "Changes of legal status, ownership, organisation, contact, sites, scope, main systems and processes.",
    rule: "APP-7",
    clause: "ISO/IEC 17021-1 8.5.3",
  },
  access: {
    name: "Give access for audits",
    says: "To documents, processes, areas, records and people, also at short notice.",
    rule: "APP-6",
    clause: "ISO/IEC 17021-1 8.5.1",
  },
  witness: {
    name: "Allow witnessed audits",
    says: "Assessors of the accreditation body and trainees may watch an audit.",
    rule: "APP-6",
    clause: "ISO/IEC 17021-1 8.5.1",
  },
  records: {
    name: "Keep records",
    says: "Of complaints and of what was done about them, open to the body.",
    rule: "CMP-1",
    clause: "ISO/IEC 17021-1 9.8",
  },
  marks: {
    name: "Use marks as agreed",
    says: "Certificate and marks only within the scope, never on a product, and no longer after a withdrawal.",
    rule: "CRT-4",
    clause: "ISO/IEC 17021-1 8.3",
  },
} as const;

export type DutyKey = keyof typeof duties;
export const dutyKeys = Object.keys(duties) as DutyKey[];

/** The duties that a letter does not name. */
export function missingDuties(named: readonly string[]): DutyKey[] {
  return dutyKeys.filter((key) => !named.includes(key));
}
