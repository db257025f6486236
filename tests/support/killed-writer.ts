/**
 * A process that acts until it is killed: starts projects and sends their requests, several at once. After each act it
 * prints "started ID" or "asked ID": from then on the act must never be lost. Its parent reads the lines.
 */
import type { Actor } from "../../lib/actor";
import { day } from "../../lib/day";
import { newId } from "../../lib/store/new-id";
import { startProject } from "../../lib/store/projects";
import { issueRfp } from "../../lib/store/requests";

const AT_ONCE = 4;
const { actor, siteId, bodyId } = JSON.parse(process.env.WRITER ?? "") as {
  actor: Actor;
  siteId: string;
  bodyId: string;
};

const submission = () => ({
  id: newId(),
  action: "test",
  digest: "-",
  now: new Date("2027-01-11T09:00:00Z"),
});
const project = {
  name: "Killed",
  standardId: "iso-27001-2022",
  scope: "Development and operation of the platform",
  targetOn: day("2027-09-30"),
  timeZone: "Europe/Berlin",
  siteIds: [siteId],
  persons: null,
};

async function act(): Promise<never> {
  for (;;) {
    const { id: projectId } = await startProject(actor, project, submission());
    process.stdout.write(`started ${projectId}\n`);
    const request = { projectId, answerDueOn: day("2027-02-12"), note: null, bodyIds: [bodyId] };
    await issueRfp(actor, request, submission());
    process.stdout.write(`asked ${projectId}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, act));
