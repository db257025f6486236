import { ScopeBasis } from "@/components/audit-time/scope-basis";
import { Card } from "@/components/ui/card";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import type { ScopeChange } from "@/lib/store/scope-versions";
import type { SelectionView } from "./lead";
import { sendScopeChanges } from "./request/actions";

/** Which version of the scope profile the bodies are told, what the newest states otherwise, and the act that tells them. */
export function ScopePanel({
  actor,
  view,
  change,
}: {
  actor: Actor;
  view: SelectionView;
  change: ScopeChange | null;
}) {
  const { record } = view;
  const { state } = record.sourcing;
  if (!change) return null;
  const isOpen = state === "rfp_open" || state === "evaluating";
  const isBehind = change.current.no !== change.basedOn.no;
  return (
    <Card title="Version of the scope" id="scope">
      <div className="space-y-4">
        <ScopeBasis what="What the bodies are told" change={change} timeZone={record.timeZone} />
        {isBehind && isOpen && may(actor, "scope.send") && (
          <ServerForm
            action={sendScopeChanges}
            hidden={{ org: actor.organisationSlug, project: record.id, no: String(change.current.no) }}
            submitLabel="Send the changes to the bodies asked"
            submitVariant="secondary"
          >
            <p className="max-w-read text-muted">
              They see the facts above on their request and can change their offers. Your judgement stays with
              you.
            </p>
          </ServerForm>
        )}
      </div>
    </Card>
  );
}
