/**
 * Prisma's schema engine in its WebAssembly build, bound by hand and led through the pg driver.
 * The package's own entry imports the .wasm file as a module, which Node 20 cannot.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as engineBindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

export type Engine = engineBindings.SchemaEngine;

/** Opens the database as its owner, lends the engine for one task and closes everything again. */
export async function withEngine<T>(
  url: string,
  schema: SchemasContainer,
  use: (engine: Engine, adapter: MigrationAdapter) => Promise<T>,
): Promise<T> {
  const adapter = new MigrationAdapter(new pg.Pool({ connectionString: url, options: "-c timezone=UTC" }));
  try {
    bindings ??= loadBindings();
    await bindings;
    const engine: Engine = await engineBindings.SchemaEngine.new(
      { datamodels: schema.files.map((file) => [file.path, file.content]) },
      keepQuiet,
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    try {
      return await use(engine, adapter);
    } finally {
      engine.free();
    }
  } finally {
    await adapter.pool.end();
  }
}

// PostgreSQL's one-byte "char" of the catalogue tables, unknown to the adapter, and the type it is told instead.
const [CATALOGUE_CHAR, TEXT] = [18, 25];

/** PrismaPg with the two faults mended that keep the schema engine from working through it. */
class MigrationAdapter extends PrismaPg {
  /** What the database said about the last script: the engine itself only hands on a number. */
  failure: Error | undefined;
  private readonly charColumns = new WeakMap<object, number[]>();

  constructor(readonly pool: pg.Pool) {
    super(pool);
    const query = pool.query.bind(pool) as (
      ...sent: unknown[]
    ) => Promise<pg.QueryArrayResult | pg.QueryResult[]>;
    pool.query = (async (...sent: unknown[]) => {
      const result = await query(...sent);
      if (!Array.isArray(result)) this.markCharColumns(result);
      return result;
    }) as typeof pool.query;
  }

  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const answer = await queryRaw(query);
      for (const index of this.charColumns.get(answer.rows) ?? []) {
        answer.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return answer;
    };
    // PrismaPg cuts a script at every semicolon, also inside a function's body. Sent whole, it is all or nothing.
    adapter.executeScript = async (script) => {
      await this.pool.query(script).catch((error: Error) => {
        this.failure = error;
        throw error;
      });
    };
    return adapter;
  }

  private markCharColumns({ fields, rows }: pg.QueryArrayResult): void {
    const found = fields.flatMap((field, index) => (field.dataTypeID === CATALOGUE_CHAR ? [index] : []));
    for (const index of found) Object.assign(fields[index] ?? {}, { dataTypeID: TEXT });
    if (found.length > 0) this.charColumns.set(rows, found);
  }
}

/** The engine reports its own start on this callback; failures come as exceptions. */
function keepQuiet(): void {}

/** Loaded once a process: a second instance would take the bindings away from an engine at work. */
let bindings: Promise<void> | undefined;

async function loadBindings(): Promise<void> {
  // Where the engine leaves its last words before it stops.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: console.error } });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(await readFile(entry.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": engineBindings as unknown as WebAssembly.ModuleImports,
  });
  engineBindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
