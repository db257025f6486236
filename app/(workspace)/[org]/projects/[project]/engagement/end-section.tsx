import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { recordsForBody } from "@/lib/store/viewing";
import { terminateEngagement } from "./actions";
import { AgreementAct } from "./agreement-act";
import type { AgreementView } from "./agreement-sections";

/** The way out for either side, with its reason. */
export function EndSection({ actor, view }: { actor: Actor; view: AgreementView }) {
  const isExecutive = actor.side === "client" && actor.roles.includes("executive");
  if (!may(actor, "sourcing.terminateEngagement")) return null;
  return (
    <div data-noprint>
      <Card title="End the engagement" id="end">
        <details>
          <summary className="w-fit py-0.5 text-link underline underline-offset-3">
            {recordsForBody(actor, view) && !isExecutive
              ? "Record that the body ended it"
              : "End it with a reason"}
          </summary>
          <div className="pt-3">
            <AgreementAct
              actor={actor}
              view={view}
              ofBody={!isExecutive}
              command="terminateEngagement"
              action={terminateEngagement}
              submitLabel="End engagement"
              submitVariant="danger"
              confirm={{
                title: "End this engagement?",
                text: "Open audits are called off and the certification case is closed. You cannot undo this.",
                label: "End engagement",
              }}
            >
              <TextArea name="reason" label="Reason" hint="The other side reads it." rows={3} />
            </AgreementAct>
          </div>
        </details>
      </Card>
    </div>
  );
}
