import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/choice-fields";
import { SelectField, TextArea } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { expertiseKeys, particularNames, standings } from "@/lib/selection/particulars";
import { markExpertise, saveOfferNote } from "./actions";
import type { Comparison, OfferColumn } from "./columns";

const standingHints = {
  stated: "Stated: the offer says so",
  evidenced: "Evidenced: you saw a proof, such as a CV or a certificate",
  confirmed: "Confirmed: somebody outside of the body said so too",
} as const;

/** What the own side adds to the offers: how far it checked what they state, and each person's notes. */
export function OwnPanel({
  actor,
  projectId,
  comparison,
}: {
  actor: Actor;
  projectId: string;
  comparison: Comparison;
}) {
  const { columns, isOpen } = comparison;
  const hidden = { org: actor.organisationSlug, project: projectId };
  return (
    <>
      {isOpen && may(actor, "proposal.weigh") && (
        <div data-noprint>
          <Card title="What you have checked" id="checked">
            <details>
              <summary className="w-fit py-0.5 text-link underline underline-offset-3">
                Mark what an offer states of its people
              </summary>
              <div className="pt-4">
                <ServerForm
                  action={markExpertise}
                  hidden={hidden}
                  submitLabel="Save mark"
                  submitVariant="secondary"
                >
                  <SelectField
                    name="bodyId"
                    label="Body"
                    options={columns.map(({ id, body }) => ({ value: id, label: body.name }))}
                  />
                  <SelectField
                    name="point"
                    label="What it states"
                    options={expertiseKeys.map((key) => ({ value: key, label: particularNames[key] }))}
                  />
                  <SelectField
                    name="standing"
                    label="How far you have checked it"
                    options={standings.map((one) => ({ value: one, label: standingHints[one] }))}
                  />
                </ServerForm>
              </div>
            </details>
          </Card>
        </div>
      )}
      <Card title="Notes" id="notes">
        <p className="max-w-read pb-3 text-muted">
          Your own notes are yours alone until you share them with your organisation. No body sees them.
        </p>
        <ul className="divide-y divide-border">
          {columns.map((column) => (
            <NotesOf key={column.id} column={column} actor={actor} hidden={hidden} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function NotesOf({
  column: { id, body, known },
  actor,
  hidden,
}: {
  column: OfferColumn;
  actor: Actor;
  hidden: Record<string, string>;
}) {
  const notes = known?.notes ?? [];
  const own = notes.find(({ isOwn }) => isOwn);
  return (
    <li className="space-y-2 py-3">
      <h3 className="text-read">{body.name}</h3>
      {notes.length === 0 && <p className="text-subtle">No notes</p>}
      {notes.map(({ by, words, shared, isOwn }) => (
        <div key={`${by} ${words}`}>
          <p className="prose-plain max-w-read">{words}</p>
          <p className="text-meta text-subtle">
            {isOwn ? (shared ? "You, shared" : "You alone see this") : by}
          </p>
        </div>
      ))}
      {may(actor, "proposal.note") && (
        <details data-noprint>
          <summary className="w-fit py-0.5 text-link underline underline-offset-3">
            {own ? "Change your note on" : "Write a note on"} {body.name}
          </summary>
          <div className="pt-3">
            <ServerForm
              action={saveOfferNote}
              hidden={{ ...hidden, bodyId: id }}
              submitLabel="Save note"
              submitVariant="secondary"
              keepsFields
            >
              <TextArea
                name="offerNote"
                label={`Your note on ${body.name}`}
                hint="Leave it empty to take it away."
                rows={3}
                optional
                defaultValue={own?.words ?? ""}
              />
              <CheckboxField
                name="shared"
                label="Share notes with your organisation"
                defaultChecked={own?.shared ?? false}
              />
            </ServerForm>
          </div>
        </details>
      )}
    </li>
  );
}
