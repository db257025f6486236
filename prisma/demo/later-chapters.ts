import { addTask } from "../../lib/store/plan-task-acts";
import type { Stage } from "./auditing";
import { auditBoth, stageOf } from "./coming-to-audit";
import { accept, answer, extend, giveBack, listNonconformities, prove, verify } from "./correcting";
import { certify } from "./deciding";
import { requireCast } from "./registers";
import type { Teller } from "./teller";

type Cast = ReturnType<typeof requireCast>;

/** Corrective action: one major verified, one overdue, one plan returned, the others accepted. */
export async function tellCorrectiveAction(teller: Teller, own: string[]): Promise<void> {
  const { ana, viktor, sam, ines, tomas } = requireCast(teller);
  const stage = await stageOf(
    teller,
    {
      manager: ana,
      executive: viktor,
      planner: tomas,
      name: "Cloud platform ISMS",
      scope: "Development and operation of the cloud platform and its customer support",
      site: {
        name: "Berlin",
        address: "Torstrasse 1, Berlin",
        activity: "Development and operation",
        persons: 85,
      },
      stage2Ends: -96,
    },
    own,
  );
  await auditBoth(stage);
  const end = -96;
  const [audits, backups, training, leavers, review] = await listNonconformities(stage);
  if (!audits || !backups || !training || !leavers || !review)
    throw new Error("The demo lacks nonconformities.");
  const by = { owner: sam, submitted: end + 14, due: end + 60 };
  await answer(stage, audits, by);
  await accept(stage, audits, end + 20);
  await prove(stage, audits, sam, end + 50);
  await verify(stage, audits, end + 58);
  await answer(stage, backups, { ...by, owner: ines, due: end + 85 });
  await accept(stage, backups, end + 21);
  await answer(stage, training, { ...by, owner: ines });
  const comment = "The cause names the person, not what let the step be left out. Ask further why.";
  await giveBack(stage, training, comment, end + 22);
  await extend(stage, training, 9, end + 28);
  await answer(stage, leavers, { ...by, due: 12 });
  await accept(stage, leavers, end + 22);
  await answer(stage, review, { ...by, submitted: end + 25 });
  const task = {
    title: "Brief the new colleagues on information security",
    startsOn: null,
    dueOn: teller.day(17),
  };
  const note = "Half an hour is enough; keep the list of who was there.";
  const { projectId } = stage;
  await addTask(ana, { projectId, ...task, note, ownerId: sam.personId }, teller.on(-9));
}

async function settleAll(stage: Stage, cast: Cast): Promise<void> {
  const { stage2Ends: end } = stage.plan;
  const owner = stage.plan.manager === cast.giulia ? cast.marta : cast.sam;
  for (const finding of await listNonconformities(stage)) {
    await answer(stage, finding, { owner, submitted: end + 12, due: end + 38 });
    await accept(stage, finding, end + 18);
    if (finding.grade !== "major") continue;
    await prove(stage, finding, owner, end + 36);
    await verify(stage, finding, end + 42);
  }
}

/** Waiting for a decision: majors verified, plans of the minors accepted, the file with the decider. */
export async function tellWaitingDecision(teller: Teller, own: string[]): Promise<void> {
  const cast = requireCast(teller);
  const stage = await stageOf(
    teller,
    {
      manager: cast.giulia,
      executive: cast.paolo,
      planner: cast.tomas,
      name: "Laboratory services ISMS",
      scope: "Laboratory information services for hospitals",
      site: {
        name: "Torino",
        address: "Corso Dante 12, Torino",
        activity: "Laboratory services",
        persons: 62,
      },
      stage2Ends: -52,
    },
    own,
  );
  await auditBoth(stage);
  await settleAll(stage, cast);
}

/** Certified: decided and issued some months ago; the first surveillance lies ahead. */
export async function tellCertified(teller: Teller, own: string[]): Promise<void> {
  const cast = requireCast(teller);
  const stage = await stageOf(
    teller,
    {
      manager: cast.ana,
      executive: cast.viktor,
      planner: cast.tomas,
      name: "Support desk ISMS",
      scope: "Customer support desk and remote maintenance",
      site: {
        name: "Leipzig",
        address: "Augustusplatz 9, Leipzig",
        activity: "Customer support",
        persons: 38,
      },
      stage2Ends: -190,
    },
    own,
  );
  await auditBoth(stage);
  await settleAll(stage, cast);
  await certify(stage, cast.ruth, -130);
}
