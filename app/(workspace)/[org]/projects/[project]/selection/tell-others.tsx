import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { formatDay } from "@/lib/day";
import { tellOtherBodies } from "./actions";
import type { SelectionView } from "./lead";

const USUAL_WORDS =
  "Thank you for your proposal and the time you gave it. We have chosen another certification body.";
const CHOSEN = ["cb_selected", "contracted_pending", "engaged"];

/** Tells the bodies that were not chosen, all at once; who was told is said. */
export function TellOthers({ actor, view }: { actor: Actor; view: SelectionView }) {
  const { record, invited } = view;
  const others = invited.filter(({ body }) => body.id !== record.bodyId);
  if (!CHOSEN.includes(record.sourcing.state) || others.length === 0) return null;
  const untold = others.filter(({ toldOn }) => toldOn === null);
  const told = others.flatMap(({ body, toldOn }) => (toldOn ? [`${body.name} on ${formatDay(toldOn)}`] : []));
  return (
    <Card title="The other bodies" id="others">
      <div className="space-y-4">
        {told.length > 0 && <p>Told: {told.join(", ")}.</p>}
        {untold.length > 0 && <p>Not told yet: {untold.map(({ body }) => body.name).join(", ")}.</p>}
        {untold.length > 0 && may(actor, "proposal.tell") && (
          <ServerForm
            action={tellOtherBodies}
            hidden={{ org: actor.organisationSlug, project: record.id }}
            submitLabel="Tell the other bodies"
            submitVariant="secondary"
          >
            <TextArea
              name="tellText"
              label="What they are told"
              hint="Each reads it on its request. Whom you chose is not said."
              defaultValue={USUAL_WORDS}
              rows={3}
            />
          </ServerForm>
        )}
      </div>
    </Card>
  );
}
