import { Button } from "@/components/ui/button";
import { MAX_COLUMNS } from "./columns";

/** Chooses which offers stand side by side; the choice is in the address. */
export function OfferPicker({
  offers,
  shown,
}: {
  offers: readonly { body: { id: string; name: string } }[];
  shown: readonly string[];
}) {
  return (
    <form data-noprint className="space-y-3">
      <fieldset>
        <legend className="font-medium">Bodies shown, up to {MAX_COLUMNS}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-1 pt-1">
          {offers.map(({ body }) => (
            <label key={body.id} className="flex min-h-8 items-center gap-2">
              <input type="checkbox" name="bodies" value={body.id} defaultChecked={shown.includes(body.id)} />
              {body.name}
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" size="small">
        Show these bodies
      </Button>
    </form>
  );
}
