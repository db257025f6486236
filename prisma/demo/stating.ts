import type { Actor } from "../../lib/actor";
import type { Day } from "../../lib/day";
import type { ImportedLine } from "../../lib/soa/import-plan";
import { type Control, listControls } from "../../lib/soa/statement";
import type { Submission } from "../../lib/store/act";
import { importSoa } from "../../lib/store/soa-import";
import { approveSoa } from "../../lib/store/soa-versions";

/** Who looks after the controls of a theme, and why they are in. */
const THEMES: Readonly<Record<number, { owner: string; reason: string }>> = {
  5: { owner: "Information security officer", reason: "Risk assessment, and asked for by customers" },
  6: {
    owner: "Head of people",
    reason: "Risk assessment: staff and contractors have access to customer data",
  },
  7: { owner: "Facility management", reason: "Risk assessment: offices and equipment" },
  8: { owner: "Head of operations", reason: "Risk assessment: operation of the platform" },
};

/** Left out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "A.8.30": "All development is done by our own staff.",
};

/** Still under way when the statement is approved. */
const UNDER_WAY = ["A.5.23", "A.8.9", "A.8.12", "A.8.16"];

function stateControl({ ref, theme }: Control): ImportedLine {
  const { owner, reason } = THEMES[theme ?? 5] ?? { owner: "Management", reason: "Risk assessment" };
  const exclusion = LEFT_OUT[ref];
  const implementation = UNDER_WAY.includes(ref) ? "partial" : "implemented";
  const values = exclusion
    ? { applicable: "no", exclusion }
    : { applicable: "yes", justification: reason, implementation, owner };
  return { ref, title: null, values };
}

/** When a version was written and approved. */
export interface Approval {
  writtenAt: Submission;
  approvedOn: Day;
  approvedAt: Submission;
}

/** The client's statement: a first version whose technological controls are planned, and the one in force. */
export async function stateApplicability(
  manager: Actor,
  projectId: string,
  first: Approval,
  second: Approval,
): Promise<void> {
  const lines = listControls("iso-27001-2022").map(stateControl);
  const planned = lines.map(({ values, ...line }) => ({
    ...line,
    values:
      line.ref.startsWith("A.8.") && values.implementation
        ? { ...values, implementation: "planned" }
        : values,
  }));
  for (const [label, of, { writtenAt, approvedOn, approvedAt }] of [
    ["1.0", planned, first],
    ["2.0", lines, second],
  ] as const) {
    const file = `Statement of Applicability ${label}.xlsx`;
    await importSoa(manager, { projectId, file, lines: of, version: undefined }, writtenAt);
    await approveSoa(manager, { projectId, label, approvedOn, version: undefined }, approvedAt);
  }
}
