/** What a database is made of, as sorted lines of text that can be compared. */
import { withClient } from "./database.mjs";

const DEFINITIONS = `
  with tables as (
    select oid, relname, relrowsecurity, relforcerowsecurity from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and relname <> '_prisma_migrations'
  )
  select 'table ' || relname || case when relrowsecurity then ' with row security' else '' end
    || case when relforcerowsecurity then ', forced' else '' end as line from tables
  union all select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
      || case when attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(adbin, adrelid), '')
    from pg_attribute join tables on tables.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped
  union all select 'constraint ' || relname || '.' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
    from pg_constraint join tables on tables.oid = conrelid where contype <> 'n'
  union all select 'index ' || pg_get_indexdef(indexrelid) from pg_index join tables on tables.oid = indrelid
  union all select 'trigger ' || pg_get_triggerdef(pg_trigger.oid) || ' (' || tgenabled::text || ')'
    from pg_trigger join tables on tables.oid = tgrelid where not tgisinternal
  union all select 'function ' || oid::regprocedure || ' ' || md5(prosrc)
    from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'policy ' || tablename || '.' || policyname || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '')
    from pg_policies where schemaname = 'public'
  union all select 'right ' || table_name || ' ' || privilege_type
    from information_schema.role_table_grants where table_schema = 'public' and grantee = 'certtrail_app'
      and table_name <> '_prisma_migrations'
  union all select 'right ' || table_name || '.' || column_name || ' ' || privilege_type
    from information_schema.role_column_grants where table_schema = 'public' and grantee = 'certtrail_app'
      and table_name <> '_prisma_migrations'`;

/** Tables, columns, constraints, indexes, triggers, functions, policies and the product's rights in schema public. */
export async function readCatalogue(url) {
  const { rows } = await withClient(url, (client) => client.query(DEFINITIONS));
  return rows.map(({ line }) => line).sort();
}
