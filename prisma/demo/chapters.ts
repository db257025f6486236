import { receiveProposal } from "../../lib/store/proposals";
import { issueRfp } from "../../lib/store/requests";
import { evaluate } from "../../lib/store/selection";
import { planStage, prepare } from "./auditing";
import { beginProject, offer, type ProjectPlan } from "./choosing";
import { auditBoth, comeToStage2, stageOf } from "./coming-to-audit";
import { logSoFar } from "./correcting";
import { requireCast } from "./registers";
import { showPractice } from "./showing";
import type { Teller } from "./teller";

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
  await showPractice(stage);
  await planStage(stage, "stage1", 9, 2);
}

/** On site: Stage 2 runs since two days, and the auditors have written down what they saw so far. */
export async function tellOnSite(teller: Teller, own: string[]): Promise<void> {
  const { joris, femke, tomas } = requireCast(teller);
  const plan: ProjectPlan = {
    manager: joris,
    executive: femke,
    planner: tomas,
    name: "Customs services ISMS",
    scope: "Customs declarations and their archive for shippers",
    site: {
      name: "Rotterdam",
      address: "Waalhaven 12, Rotterdam",
      activity: "Customs services",
      persons: 52,
    },
    stage2Ends: 2,
  };
  const stage = await stageOf(teller, plan, own);
  await logSoFar(stage, await comeToStage2(stage), -1);
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
