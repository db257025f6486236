import { addDays } from "@/lib/day";
import type { World } from "./model";
import { people } from "./people";
import type { ActCommand } from "./runs-act";
import { listInputs } from "./walk-inputs";

type Input = Record<string, unknown>;

const justification = "We go on because this is settled otherwise.";
const TOO_SHORT = "Short";

/** What the inputs of the walks lack for a form of the product; of the others the walks' inputs serve. */
const formInputs: Partial<Record<ActCommand, (world: World, inputs: Input[], subjectId: string) => Input[]>> =
  {
    "certification.readyForStage2": onStage1,
    "certification.notReady": onStage1,
    "sourcing.sendApplication": (_, inputs) => [
      ...inputs,
      { signatory: "Tom Berg", consultancy: "By a sister of the body", consultancyBodyRelated: true },
    ],
    "nonconformity.submitResponse": () => [
      { hasCause: true },
      { hasCause: true, justification },
      { hasCause: false, justification },
    ],
    "audit.setReadiness": () => [{ verdict: "seen" }, { verdict: "missing" }],
    "audit.editSession": (_, inputs) => [
      ...inputs,
      ...inputs.flatMap((input) => [
        { ...input, auditorIds: [people.auditor] },
        { ...input, topic: "" },
        { ...input, toMinute: 500 },
      ]),
    ],
    "nonconformity.carryToNextAudit": ({ record }, inputs) => [
      ...inputs,
      ...record.audits.map(({ id }) => ({ to: id })),
      { to: "no-audit" },
    ],
    "nonconformity.extendDeadline": ({ today }, inputs) => [
      ...inputs,
      ...[10, 40].map((days) => ({ ...inputs[0], deadline: "plan", to: addDays(today, days) })),
    ],
    "nonconformity.verify": (_, inputs) => [...inputs, { method: "documents", effectiveness: "" }],
  };

/** The page of each Stage 1 gives its result; of another audit there is no such page. */
function onStage1({ record }: World, inputs: Input[]): Input[] {
  return record.audits.flatMap(({ id }) => inputs.map((input) => ({ ...input, auditId: id })));
}

/** Inputs of an act that mean something in this world, good ones and such as a rule refuses. Made from the model alone. */
export function listRunInputs(world: World, command: ActCommand, subjectId: string): Input[] {
  const inputs = listInputs(world, command, subjectId);
  const made = formInputs[command]?.(world, inputs, subjectId) ?? inputs;
  const reasoned = made.find((input) => "reason" in input);
  return reasoned ? [...made, { ...reasoned, reason: TOO_SHORT, comment: TOO_SHORT }] : made;
}
