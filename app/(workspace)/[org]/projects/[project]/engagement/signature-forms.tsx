import { TextField } from "@/components/ui/field";
import type { Actor } from "@/lib/actor";
import type { Letter } from "@/lib/store/agreement";
import { recordsForBody } from "@/lib/store/viewing";
import { signAmendmentForBody, signAmendmentForClient, signForBody, signForClient } from "./actions";
import { AgreementAct } from "./agreement-act";
import type { AgreementView } from "./agreement-sections";

const acts = {
  letter: {
    client: { command: "signForClient", action: signForClient },
    body: { command: "signForBody", action: signForBody },
    second: "Both sides have then signed, and audits can be planned.",
  },
  amendment: {
    client: { command: "signAmendmentForClient", action: signAmendmentForClient },
    body: { command: "signAmendmentForBody", action: signAmendmentForBody },
    second: "Both sides have then signed, and this version takes the place of the letter.",
  },
} as const;

/** Each side signs with name and function, and proves who signs; the second signature puts the version in force. */
export function SignatureForms({
  actor,
  view,
  letter,
}: {
  actor: Actor;
  view: AgreementView;
  letter: Letter;
}) {
  const { client: forClient, body: forBody, second } = acts[letter.no === 1 ? "letter" : "amendment"];
  const isLast = Boolean(letter.clientSignature || letter.bodySignature);
  const confirm = (party: string) => ({
    title: "Check before you sign",
    text: isLast
      ? `You sign for ${party}. ${second} You cannot undo this.`
      : `You sign for ${party}. The letter cannot be changed after that. You cannot undo this.`,
    label: letter.no === 1 ? "Sign engagement letter" : "Sign amendment",
  });
  const records = recordsForBody(actor, view);
  const { client, body } = view.agreement;
  return (
    <>
      {!letter.clientSignature && actor.side === "client" && (
        <AgreementAct
          actor={actor}
          view={view}
          {...forClient}
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
          {...forBody}
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
