import { Callout } from "@/components/ui/callout";

/** What a body reads of a request that is over: the client's own words, where it was told. */
export function EndedRequest({ toldText }: { toldText: string | null }) {
  return (
    <Callout title="This request has ended">
      {toldText ? (
        <p className="prose-plain">{toldText}</p>
      ) : (
        <p>The client chose another body, or ended the project.</p>
      )}
      <p>Your proposal stays here.</p>
    </Callout>
  );
}
