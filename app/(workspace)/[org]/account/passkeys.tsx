import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { Table } from "@/components/ui/table";
import { formatInstant } from "@/lib/day";
import { addPasskey, removePasskey } from "./actions";

interface Passkey {
  id: string;
  name: string;
  createdAt: Date;
  usedAt: Date | null;
}

/** The passkeys of the person, and the form that adds one. */
export function Passkeys({
  org,
  timeZone,
  passkeys,
}: {
  org: string;
  timeZone: string;
  passkeys: Passkey[];
}) {
  return (
    <Card title="Passkeys">
      <div className="space-y-4">
        <p className="max-w-read text-muted">
          A passkey opens your account with your finger, your face or a PIN. It is password and second factor
          in one.
        </p>
        {passkeys.length > 0 && (
          <Table
            caption="Your passkeys"
            rows={passkeys}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", label: "Name", isRowHeader: true, cell: ({ name }) => name },
              { key: "since", label: "Since", cell: ({ createdAt }) => formatInstant(createdAt, timeZone) },
              {
                key: "used",
                label: "Last used",
                cell: ({ usedAt }) => (usedAt ? formatInstant(usedAt, timeZone) : "Not yet"),
              },
              {
                key: "remove",
                label: "Remove",
                isLabelHidden: true,
                cell: ({ id }) => (
                  <ServerForm
                    action={removePasskey}
                    hidden={{ org, passkey: id }}
                    submitLabel="Remove passkey"
                    submitVariant="secondary"
                    keepsFields
                  />
                ),
              },
            ]}
          />
        )}
        <ServerForm action={addPasskey} hidden={{ org }} submitLabel="Add passkey" submitVariant="secondary">
          <TextField
            name="name"
            label="Name of the passkey"
            hint="Such as the device it is on."
            width="medium"
          />
        </ServerForm>
      </div>
    </Card>
  );
}
