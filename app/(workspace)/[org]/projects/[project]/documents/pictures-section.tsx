import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { formatInstant } from "@/lib/day";
import {
  pictureKinds,
  pictureNames,
  type RegisterContent,
  tellDifferences,
} from "@/lib/preparation/register-picture";
import type { RegisterPicture } from "@/lib/store/register-pictures";
import { freezeRegister } from "./actions";

interface Props {
  pictures: readonly RegisterPicture[];
  now: RegisterContent;
  timeZone: string;
  /** Null for who only reads. */
  form: { org: string; project: string } | null;
}

/** What was handed to an auditor, and in words what is different since. */
export function PicturesSection({ pictures, now, timeZone, form }: Props) {
  return (
    <Card title="Handed to the auditor" id="pictures">
      <div className="space-y-5">
        {pictures.length === 0 && (
          <p className="max-w-read text-muted">
            Nothing is frozen yet. Freezing keeps the register as you hand it over, so that you can show later
            what the auditor had.
          </p>
        )}
        {pictures.map((picture) => (
          <Picture key={picture.id} picture={picture} now={now} timeZone={timeZone} />
        ))}
        {form && (
          <ServerForm
            action={freezeRegister}
            hidden={{ ...form }}
            submitLabel="Freeze register"
            submitVariant="secondary"
            confirm={{
              title: "Check before you freeze it",
              text: "A picture of the register and of the Statement of Applicability is kept with its hash. Nobody can change or delete it. Documents can go on changing; the difference is shown here.",
              label: "Freeze register",
            }}
          >
            <SelectField
              name="kind"
              label="For which audit"
              options={pictureKinds.map((kind) => ({ value: kind, label: sentence(pictureNames[kind]) }))}
            />
          </ServerForm>
        )}
      </div>
    </Card>
  );
}

function Picture({
  picture,
  now,
  timeZone,
}: {
  picture: RegisterPicture;
  now: RegisterContent;
  timeZone: string;
}) {
  const differences = tellDifferences(picture.content, now);
  const count = picture.content.documents.length;
  return (
    <section aria-label={`Picture for ${pictureNames[picture.kind]}`} className="space-y-1.5">
      <h3 className="text-ui">
        {sentence(pictureNames[picture.kind])}: {count} {count === 1 ? "document" : "documents"}, frozen on{" "}
        {formatInstant(picture.frozenAt, timeZone)} by {picture.frozenBy}
      </h3>
      {differences.length === 0 ? (
        <p className="text-muted">Nothing has changed since.</p>
      ) : (
        <>
          <p>Since then:</p>
          <ul className="max-w-read list-disc space-y-1 ps-5">
            {differences.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </>
      )}
      <p className="break-all text-meta text-subtle">SHA-256 {picture.sha256}</p>
    </section>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
