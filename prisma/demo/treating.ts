import { readWholeTreatment } from "../../lib/store/treatment";
import { addTreatment } from "../../lib/store/treatment-acts";
import type { Treatment, TreatmentState } from "../../lib/treatment/treatment";
import type { Stage } from "./auditing";

/** The risks that are treated: reference, risk, treatment, controls, state, and days from the end of Stage 2 until it is due. */
const risks: readonly (readonly [
  ref: string,
  risk: string,
  treatment: Treatment,
  controls: string,
  state: TreatmentState,
  due: number,
])[] = [
  [
    "R-1",
    "A lost laptop opens customers' data to whoever finds it.",
    "modify",
    "A.8.1, A.8.24",
    "accepted",
    -120,
  ],
  ["R-2", "A backup cannot be restored when it is needed.", "modify", "A.8.13", "done", -90],
  [
    "R-3",
    "A supplier with access to production leaves the door open.",
    "modify",
    "A.5.19, A.5.20",
    "in_progress",
    40,
  ],
  ["R-4", "Fire or water takes the server room for a week.", "share", "A.5.29, A.7.5", "accepted", -100],
  ["R-5", "People leave and keep their access.", "modify", "A.5.18, A.6.5", "done", -95],
  ["R-6", "An old interface is still open to everybody.", "avoid", "", "done", -110],
  ["R-7", "A weakness of a library is used before it is known.", "modify", "A.8.8, A.5.7", "in_progress", 60],
  ["R-8", "Visitors see screens in the reception.", "retain", "", "accepted", -115],
];

/** The risk treatment of the project; what is done or accepted was accepted by the executive. */
export async function treatRisks({ teller, plan, projectId }: Stage): Promise<void> {
  const { manager, executive, stage2Ends: end } = plan;
  const { controls: named } = await readWholeTreatment(manager, projectId);
  if (named.length === 0) return;
  for (const [index, [ref, risk, treatment, controls, state, due]] of risks.entries()) {
    const isAccepted = state === "accepted" || state === "done";
    const line = {
      ...{ projectId, ref, risk, treatment, controls, state },
      owner: index === 6 ? null : index % 2 === 0 ? manager.personName : executive.personName,
      dueOn: teller.day(end + due),
      acceptedBy: isAccepted ? executive.personName : null,
      acceptedOn: isAccepted ? teller.day(end - 107) : null,
    };
    await addTreatment(manager, line, teller.on(end - 106));
  }
}
