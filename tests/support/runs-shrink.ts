import type { Cast } from "./runs-cast";
import type { RunStep } from "./runs-guide";
import { cellOf, type Run } from "./runs-plan";
import { carryOut, type Disagreement, type Way } from "./runs-store";

/** How often a run that went wrong is carried out again to find which of its steps it takes. */
const MAX_TRIES = 40;

/** The same disagreement, or the one it turns into, with as few steps before it as can be found. */
export async function shrink(
  run: Run,
  found: Disagreement,
  cast: Cast,
  way: Way,
): Promise<[Run, Disagreement]> {
  let best: [Run, Disagreement] = [{ ...run, steps: run.steps.slice(0, found.at + 1) }, found];
  // The last step is the one that went wrong; from the back, because what lies far back is needed least often.
  for (let at = found.at - 1, tries = 0; at >= 0 && tries < MAX_TRIES; at -= 1, tries += 1) {
    const steps = best[0].steps.toSpliced(at, 1);
    const shorter = { ...run, steps };
    const again = await carryOut(shorter, cast, way);
    if (again) best = [{ ...run, steps: steps.slice(0, again.at + 1) }, again];
  }
  return best;
}

/** What a person needs to look at it: where the run began, its steps, and both answers. */
export function tellDisagreement(seed: number, { no, cast, start, steps }: Run, wrong: Disagreement): string {
  return [
    `Run ${no} of seed ${seed}, body on CertTrail and forwarding: ${cast}; begins ${start.today} at ${cellOf(start)}`,
    ...steps.map((step, index) => `${String(index + 1).padStart(3)}. ${tellStep(step)}`),
    `  the model:   ${wrong.model}`,
    `  the product: ${wrong.product}`,
  ].join("\n");
}

function tellStep(step: RunStep): string {
  if ("wait" in step) return `${step.wait} days pass`;
  const { command, subjectId, input, who, personId, recorded, on } = step.attempt;
  const by = recorded
    ? `${who.personId} records ${personId}${on ? ` of ${on}` : ""}`
    : `${personId} (${who.roles.join()})`;
  return `${by}: ${command} ${subjectId} ${JSON.stringify(input)}`;
}
