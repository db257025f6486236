import { TextField } from "@/components/ui/field";
import type { Actor } from "@/lib/actor";
import type { Agreement } from "@/lib/store/agreement";
import { recordsForBody } from "@/lib/store/viewing";
import { signForBody, signForClient } from "./actions";
import { AgreementAct } from "./agreement-act";
import type { AgreementView } from "./agreement-sections";

/** Each side signs with name and function; the second signature opens the certification case. */
export function SignatureForms({
  actor,
  view,
  letter,
}: {
  actor: Actor;
  view: AgreementView;
  letter: NonNullable<Agreement["letter"]>;
}) {
  const isLast = Boolean(letter.clientSignature || letter.bodySignature);
  const confirm = (party: string) => ({
    title: "Check before you sign",
    text: isLast
      ? `You sign for ${party}. Both sides have then signed, and audits can be planned. You cannot undo this.`
      : `You sign for ${party}. The letter cannot be changed after that. You cannot undo this.`,
    label: "Sign engagement letter",
  });
  const records = recordsForBody(actor, view);
  const { client, body } = view.agreement;
  return (
    <>
      {!letter.clientSignature && actor.side === "client" && (
        <AgreementAct
          actor={actor}
          view={view}
          command="signForClient"
          action={signForClient}
          submitLabel={`Sign for ${client.name}`}
          confirm={confirm(client.name)}
        >
          <TextField
            name="position"
            label="Your function"
            hint={`The letter shows ${actor.personName} and this function.`}
            width="medium"
          />
        </AgreementAct>
      )}
      {!letter.bodySignature && (
        <AgreementAct
          actor={actor}
          view={view}
          ofBody
          command="signForBody"
          action={signForBody}
          submitLabel={records ? "Record the body's signature" : `Sign for ${body?.name ?? "the body"}`}
          confirm={confirm(body?.name ?? "the body")}
        >
          <TextField
            name="position"
            label={records ? "Function of the person who signed" : "Your function"}
            hint={records ? undefined : `The letter shows ${actor.personName} and this function.`}
            width="medium"
          />
        </AgreementAct>
      )}
    </>
  );
}
