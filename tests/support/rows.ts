import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/store/generated/client";
import { ALL_ROWS_ROLE } from "./database-template";

let client: PrismaClient | undefined;

/**
 * The rows of every organisation, for arranging and for looking afterwards: with the rights of the product's role, whose
 * guards all hold, but past row level security. Uses the database that `onDatabase` made.
 */
export function rows(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: process.env.DATABASE_URL,
      max: 10,
      options: `-c role=${ALL_ROWS_ROLE} -c timezone=UTC`,
    }),
  });
  return client;
}

/** Lets go of the database, so that it can be dropped. */
export async function closeRows(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
