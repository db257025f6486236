/**
 * Migrations by Prisma's own schema engine, in its WebAssembly build: the native engine is a download that a
 * closed network refuses. Both keep the same `_prisma_migrations` table, so `prisma migrate deploy` still works.
 *
 *   node --import tsx prisma/migrate.ts apply | status | diff | create | retry NAME
 *
 * The database is DATABASE_MIGRATION_URL (its owner), or DATABASE_URL.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { type Engine, withEngine } from "./schema-engine.ts";

const SCHEMA_FILE = join(import.meta.dirname, "schema.prisma");
const MIGRATIONS_FOLDER = join(import.meta.dirname, "migrations");
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** What stands between a database and the migration files. */
export type MigrationState = {
  pending: string[];
  failed: string[];
  /** Applied here, but the file says something else today. */
  edited: string[];
  /** Applied here, but the file is gone: the database is newer than this program. */
  unknown: string[];
};

/** A database that must not be migrated as it is; the message is a sentence for whoever starts the program. */
export class MigrationRefused extends Error {}

/**
 * Applies every pending migration as the owner of the database. Returns their names; throws MigrationRefused.
 * The engine holds an advisory lock meanwhile, so replicas that start together migrate one after the other.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  return await withEngine(url, await readSchema(), async (engine, adapter) => {
    refuseUnlessSound(await readState(engine));
    const migrationsList = await readMigrations();
    const { appliedMigrationNames } = await engine
      .applyMigrations({ migrationsList, filters: NO_FILTERS })
      .catch(async (error: Error) => {
        if (!adapter.failure) throw error;
        const [name] = (await readState(engine)).failed;
        throw new MigrationRefused(
          `The migration ${name} did not apply, and nothing of it is kept: ${adapter.failure.message}`,
        );
      });
    return appliedMigrationNames;
  });
}

/** Reads what is pending, failed, edited or unknown. Changes nothing. */
export async function diagnose(url: string): Promise<MigrationState> {
  return await withEngine(url, await readSchema(), readState);
}

/** The SQL that still separates the database from schema.prisma; empty when they say the same. */
export async function diffWithSchema(url: string): Promise<string> {
  return await withEngine(url, await readSchema(), async (engine) => {
    const schema = await readSchema();
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", ...schema, configDir: import.meta.dirname },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: true,
      filters: NO_FILTERS,
    });
    return exitCode === 0 ? "" : (stdout ?? "");
  });
}

/**
 * The SQL of a new migration. `url` names an empty throw-away database: all migrations are applied to it first.
 * Returns an empty text when schema.prisma asks for nothing new.
 */
export async function createMigrationSql(url: string): Promise<string> {
  await applyMigrations(url);
  return await diffWithSchema(url);
}

/** Marks a failed migration as rolled back, so that the next start tries it again. */
export async function retryMigration(url: string, migrationName: string): Promise<void> {
  await withEngine(url, await readSchema(), (engine) => engine.markMigrationRolledBack({ migrationName }));
}

async function readState(engine: Engine): Promise<MigrationState> {
  const { history, failedMigrationNames, editedMigrationNames } = await engine.diagnoseMigrationHistory({
    migrationsList: await readMigrations(),
    optInToShadowDatabase: false,
    filters: NO_FILTERS,
  });
  return {
    pending: history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [],
    failed: failedMigrationNames,
    edited: editedMigrationNames,
    unknown: history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [],
  };
}

function refuseUnlessSound({ failed, edited, unknown }: MigrationState): void {
  const [name] = failed;
  if (name) {
    throw new MigrationRefused(
      `The migration ${name} failed earlier. Mend its cause, then run: node --import tsx prisma/migrate.ts retry ${name}`,
    );
  }
  if (edited.length > 0) {
    throw new MigrationRefused(
      `The database was made with another text of the migration ${edited.join(", ")}. Restore the file as it was and add a new migration instead.`,
    );
  }
  if (unknown.length > 0) {
    throw new MigrationRefused(
      `The database knows the migration ${unknown.join(", ")}, which this version does not have. Start the newer version that made it.`,
    );
  }
}

async function readSchema(): Promise<SchemasContainer> {
  return { files: [{ path: SCHEMA_FILE, content: await readFile(SCHEMA_FILE, "utf8") }] };
}

async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const lockfile = entries.find((entry) => entry.name === "migration_lock.toml")?.name;
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: {
      path: "migration_lock.toml",
      content: lockfile ? await readFile(join(MIGRATIONS_FOLDER, lockfile), "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(MIGRATIONS_FOLDER, path, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

async function runCommand([command, name]: string[]): Promise<void> {
  const url = process.env.DATABASE_MIGRATION_URL ?? process.env.DATABASE_URL;
  if (!url) throw new MigrationRefused("Set DATABASE_MIGRATION_URL to the database that is meant.");
  if (command === "apply") console.log(JSON.stringify({ applied: await applyMigrations(url) }));
  else if (command === "status") console.log(JSON.stringify(await diagnose(url)));
  else if (command === "diff") console.log(await diffWithSchema(url));
  else if (command === "create") console.log(await createMigrationSql(url));
  else if (command === "retry" && name) await retryMigration(url, name);
  else throw new MigrationRefused("Say what to do: apply, status, diff, create or retry NAME.");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await runCommand(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof MigrationRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
  // The engine leaves its 10 s lock timer behind, which would keep the process alive.
  process.stdout.write("", () => process.exit());
}
