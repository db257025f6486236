import { addTask } from "../../lib/store/plan-task-acts";
import { receiveProposal } from "../../lib/store/proposals";
import { issueRfp } from "../../lib/store/requests";
import { evaluate } from "../../lib/store/selection";
import { closeStage2Meeting, holdStage1, openStage2, planStage, prepare, type Stage } from "./auditing";
import { beginProject, engage, offer, type ProjectPlan, recorder } from "./choosing";
import {
  accept,
  answer,
  extend,
  giveBack,
  listNonconformities,
  prove,
  raiseFindings,
  verify,
} from "./correcting";
import { certify } from "./deciding";
import { planPreparation } from "./planning";
import { handOverRegister, registerDocuments } from "./registering";
import { requireCast } from "./registers";
import { reportStage1, reportStage2 } from "./reporting";
import type { Teller } from "./teller";
import { treatRisks } from "./treating";

type Cast = ReturnType<typeof requireCast>;
const connected = { lead: "lena", second: "omar" };

async function stageOf(teller: Teller, plan: ProjectPlan, others: string[]): Promise<Stage> {
  const projectId = await beginProject(teller, plan);
  await engage(teller, plan, projectId, others);
  await planPreparation(teller, plan, projectId);
  const body = await recorder(teller, plan, projectId);
  const auditors = plan.offBody ? { lead: "Nora Quinn", second: "Emil Strand" } : connected;
  const stage = { teller, plan, projectId, body, auditors };
  await registerDocuments(stage);
  await treatRisks(stage);
  return stage;
}

/** From the signed letter to the end of Stage 2, its findings issued and its report out. */
async function auditBoth(stage: Stage): Promise<void> {
  const { stage2Ends: end } = stage.plan;
  await prepare(stage);
  const first = end - 48;
  await handOverRegister(stage, first - 14);
  const stage1 = await planStage(stage, "stage1", first, 2);
  await holdStage1(stage, stage1, first);
  await reportStage1(stage, stage1, first + 10);
  const stage2 = await planStage(stage, "stage2", end - 4, 5);
  await openStage2(stage, stage2, end - 4);
  await raiseFindings(stage, stage2, end);
  await closeStage2Meeting(stage, stage2, end);
  await reportStage2(stage, stage2, end + 2);
}

/** Comparing proposals: three offers are in, one with days below the table, one from a body whose accreditation ends soon. */
export async function tellComparison(teller: Teller, own: string[]): Promise<void> {
  const { joris, femke, tomas } = requireCast(teller);
  const plan: ProjectPlan = {
    manager: joris,
    executive: femke,
    planner: tomas,
    name: "Freight portal ISMS",
    scope: "Development and operation of the freight booking portal and its customer support",
    site: {
      name: "Rotterdam",
      address: "Wilhelminakade 20, Rotterdam",
      activity: "Development and support",
      persons: 118,
    },
    stage2Ends: 150,
  };
  const projectId = await beginProject(teller, plan);
  const [aurora = "", borealis = ""] = own;
  const meridian = tomas.organisationId;
  const note = "Which of your auditors know logistics?";
  const request = { projectId, answerDueOn: teller.day(-2), note, bodyIds: [meridian, aurora, borealis] };
  await issueRfp(joris, request, teller.on(-12));
  const at = { projectId, fileId: null };
  await receiveProposal(tomas, { ...at, bodyId: meridian, offer: offer(teller) }, teller.on(-6));
  const low = {
    days: { stage1: 150, stage2: 550, surveillance1: 250, surveillance2: 250, recertification: 500 },
  };
  const cheap = { ...low, dayRateMinor: 128_000, travelMinor: null, yearlyFeeMinor: 30_000 };
  await receiveProposal(joris, { ...at, bodyId: aurora, offer: offer(teller, cheap) }, teller.on(-5));
  const days = { ...offer(teller).days, recertification: null };
  const dear = { dayRateMinor: 165_000, days, notes: "Two auditors with logistics background." };
  await receiveProposal(joris, { ...at, bodyId: borealis, offer: offer(teller, dear) }, teller.on(-3));
  await evaluate(joris, { projectId }, teller.on(-1));
}

/** Before Stage 1: letter signed, preparation recorded, the audit planned for next week. */
export async function tellPreparation(teller: Teller, own: string[]): Promise<void> {
  const { joris, femke, tomas } = requireCast(teller);
  const plan: ProjectPlan = {
    manager: joris,
    executive: femke,
    planner: tomas,
    name: "Warehouse systems ISMS",
    scope: "Operation of warehouse management systems for customers",
    site: { name: "Venlo", address: "Columbusweg 8, Venlo", activity: "Operation", persons: 44 },
    stage2Ends: 57,
  };
  const stage = await stageOf(teller, plan, own);
  await prepare(stage);
  await planStage(stage, "stage1", 9, 2);
}

/**
 * Fresh findings: Stage 2 ended this week, the report is out, every plan is still to be written. The body is not on
 * CertTrail: the client has recorded each of its acts.
 */
export async function tellFreshFindings(teller: Teller, own: string[]): Promise<void> {
  const { giulia, paolo, tomas } = requireCast(teller);
  const [aurora = "", borealis = ""] = own;
  const stage = await stageOf(
    teller,
    {
      manager: giulia,
      executive: paolo,
      planner: tomas,
      name: "Patient portal ISMS",
      scope: "Development, operation and support of the patient portal",
      site: {
        name: "Milano",
        address: "Via Torino 40, Milano",
        activity: "Development and operation",
        persons: 85,
      },
      stage2Ends: -4,
      offBody: { id: aurora, name: "Aurora Cert", planner: "Fiona Daly" },
    },
    [borealis],
  );
  await auditBoth(stage);
}

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
