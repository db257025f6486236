import { z } from "zod";

const Settings = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "Set DATABASE_URL to a postgres:// address, or start with npm start.",
  }),
  AUTH_SECRET: z.string({ error: "Set AUTH_SECRET to a random text of 32 characters or more." }).min(32, {
    error: "AUTH_SECRET is short. Use a random text of 32 characters or more.",
  }),
  CERTTRAIL_ORIGIN: z.url({ protocol: /^https?$/, error: "Set CERTTRAIL_ORIGIN to the address people use." }),
  CERTTRAIL_DATA: z.string({ error: "Set CERTTRAIL_DATA to the folder that keeps uploaded files." }).min(1),
  /** Keeps uploaded files in a bucket instead of the data folder: s3://bucket?endpoint=…&region=…. */
  STORAGE_URL: z
    .string()
    .startsWith("s3://", { error: "Set STORAGE_URL to s3://bucket?region=…, or leave it unset." })
    .optional(),
  CERTTRAIL_EMBEDDED: z.enum(["0", "1"]).default("0"),
  /** The header in which the proxy in front says who asks; none: the socket's own address counts. */
  CERTTRAIL_ADDRESS_HEADER: z.string().toLowerCase().optional(),
  /** A clamd that must let a file pass before the other side can open it. */
  CERTTRAIL_CLAMD: z
    .string()
    .regex(/^[\w.-]+:\d{1,5}$/, { error: "Set CERTTRAIL_CLAMD to host:port, such as localhost:3310." })
    .optional(),
  /** How large one file may be, in megabytes. */
  CERTTRAIL_FILE_MB: z.coerce
    .number({ error: "Set CERTTRAIL_FILE_MB to a number of megabytes, such as 25." })
    .int({ error: "Set CERTTRAIL_FILE_MB to a whole number of megabytes." })
    .min(1, { error: "Set CERTTRAIL_FILE_MB to 1 or more." })
    .max(2048, { error: "Set CERTTRAIL_FILE_MB to 2048 at most." })
    .default(25),
  /** How many gigabytes of files each organisation can keep. */
  CERTTRAIL_QUOTA_GB: z.coerce
    .number({ error: "Set CERTTRAIL_QUOTA_GB to a number of gigabytes, such as 5." })
    .positive({ error: "Set CERTTRAIL_QUOTA_GB to a number of gigabytes above 0." })
    .default(5),
  /** Opens the own network, and plain http, to the providers that organisations sign in through. */
  CERTTRAIL_OIDC_INTERNAL: z
    .enum(["0", "1"], { error: "Set CERTTRAIL_OIDC_INTERNAL to 1 or 0." })
    .default("0"),
  /** The server that mail leaves by, such as smtps://name:password@mail.example.com; none: messages are read in the application. */
  CERTTRAIL_SMTP: z
    .url({ protocol: /^smtps?$/, error: "Set CERTTRAIL_SMTP to an smtp:// or smtps:// address." })
    .optional(),
  /** Whom mail comes from. */
  CERTTRAIL_MAIL_FROM: z.email({ error: "Set CERTTRAIL_MAIL_FROM to an e-mail address." }).optional(),
  /** "own": `npm run worker` sends the mail, not the web process. */
  CERTTRAIL_WORKER: z.enum(["web", "own"], { error: "Set CERTTRAIL_WORKER to web or own." }).default("web"),
  CERTTRAIL_SETUP_CODE: z.string().min(8).optional(),
});

/** Mail must say whom it comes from. */
const Environment = Settings.refine((set) => !set.CERTTRAIL_SMTP || set.CERTTRAIL_MAIL_FROM, {
  error: "Set CERTTRAIL_MAIL_FROM to the address that mail comes from.",
});

export type Environment = z.output<typeof Environment>;

let parsed: Environment | null = null;

/** The environment, checked once. Throws one sentence a setting that is missing or wrong. */
export function environment(): Environment {
  if (parsed) return parsed;
  const result = Environment.safeParse(process.env);
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join(" "));
  parsed = result.data;
  return parsed;
}

/** A path as whoever gets it elsewhere opens it: with the address of this installation before it. */
export const linkTo = (path: string): string => `${environment().CERTTRAIL_ORIGIN}${path}`;
