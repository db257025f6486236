import { SignOut } from "@/components/frame/sign-out";

export type Theme = "light" | "dark" | "system";

export interface FramePerson {
  id: string;
  name: string;
  /** In words: "Compliance manager". */
  role: string;
}

const themes: { value: Theme; label: string }[] = [
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => word?.[0] ?? "").join("");
}

/** Who is signed in and as what, the look, and the way out. Opens without script. */
export function AccountMenu({
  person,
  organisation,
  elsewhere = [],
  accountHref,
  theme,
  setTheme,
  signOut,
}: {
  person: FramePerson;
  organisation: string;
  /** The person's other organisations. */
  elsewhere?: { href: string; label: string }[];
  accountHref?: string;
  theme: Theme;
  /** Reads `theme` and keeps it in the cookie of that name. */
  setTheme: (form: FormData) => Promise<void>;
  signOut: (form: FormData) => Promise<void>;
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        className="flex min-h-9 items-center gap-2 rounded-control px-1.5 hover:bg-sunken pointer-coarse:min-h-11"
      >
        <span
          aria-hidden="true"
          className="flex size-7 items-center justify-center rounded-pill bg-selected font-medium text-meta text-text"
        >
          {initials(person.name)}
        </span>
        <span className="max-w-40 truncate max-sm:sr-only">{person.name}</span>
      </button>
      <div id="account-menu" popover="auto" className="frame-menu">
        <div className="border-border border-b px-2.5 pt-1 pb-3">
          <p className="font-bold">{person.name}</p>
          <p className="text-muted">
            {person.role}, {organisation}
          </p>
        </div>
        <ul className="border-border border-b py-1.5">
          {elsewhere.map((place) => (
            <li key={place.href}>
              <a
                href={place.href}
                className="flex min-h-9 items-center rounded-control px-2.5 no-underline hover:bg-sunken"
              >
                Go to {place.label}
              </a>
            </li>
          ))}
          {accountHref && (
            <li>
              <a
                href={accountHref}
                className="flex min-h-9 items-center rounded-control px-2.5 no-underline hover:bg-sunken"
              >
                Your account
              </a>
            </li>
          )}
          <li>
            <button
              type="button"
              data-keys
              popoverTarget="account-menu"
              popoverTargetAction="hide"
              className="flex min-h-9 w-full items-center justify-between rounded-control px-2.5 text-link hover:bg-sunken"
            >
              Keys on this page
              <kbd className="rounded-control border border-control px-1.5 text-meta text-muted">?</kbd>
            </button>
          </li>
        </ul>
        <form action={setTheme} className="border-border border-b px-2.5 py-3">
          <fieldset className="flex items-center justify-between gap-3">
            <legend className="float-start">Look</legend>
            <span className="flex gap-1">
              {themes.map((choice) => (
                <button
                  key={choice.value}
                  type="submit"
                  name="theme"
                  value={choice.value}
                  aria-pressed={choice.value === theme}
                  className="min-h-8 rounded-control border border-control px-2 text-compact aria-pressed:border-primary aria-pressed:bg-selected aria-pressed:font-medium"
                >
                  {choice.label}
                </button>
              ))}
            </span>
          </fieldset>
        </form>
        <SignOut personId={person.id} signOut={signOut} />
      </div>
    </>
  );
}
