import { AccreditationList } from "@/components/organisation/accreditation-list";
import { Card } from "@/components/ui/card";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { currentDay } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { warnOfLapses } from "@/lib/selection/lapse";
import { accreditationOf } from "@/lib/store/accreditations";
import { readBody } from "@/lib/store/bodies";
import { removeAccreditation, saveAccreditation } from "../bodies/actions";

/** What a certification body keeps about itself: its accreditations and its policy. */
export async function BodySections({ actor }: { actor: Actor }) {
  const org = actor.organisationSlug;
  const body = await readBody(actor, actor.organisationId);
  const held = body.accreditations.map(accreditationOf);
  const today = currentDay(actor.timeZone);
  return (
    <>
      <section aria-labelledby="accreditations" className="space-y-3">
        <h2 id="accreditations">Accreditations</h2>
        <AccreditationList
          held={held}
          today={today}
          warnings={warnOfLapses(held, today, [])}
          acts={
            may(actor, "accreditation.edit")
              ? { save: saveAccreditation, remove: removeAccreditation, hidden: { org, body: body.id } }
              : undefined
          }
        />
      </section>
      {may(actor, "policy.edit") && (
        <Card title="Policy" id="policy">
          <p>
            Deadlines, notice and validity, within the limits of the standards.{" "}
            <a href={paths.policy(org)}>Open policy</a>
          </p>
        </Card>
      )}
    </>
  );
}
