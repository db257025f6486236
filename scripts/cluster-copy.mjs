/** A copy of the running embedded server: Postgres's own way of a base backup, without pg_basebackup, which is not packed. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** What a server makes anew at its start, or must not find from another one. Their folders stay, empty. */
const NOT_COPIED =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/|^postmaster\.(pid|opts)$|(^|\/)pgsql_tmp|^(backup_label|tablespace_map)(\.old)?$|^current_logfiles/;
/** Says from where the log is read; last, as pg_basebackup does it. */
const CONTROL = "global/pg_control";
const SEGMENT = /^[0-9A-F]{24}$/;

/**
 * Adds the cluster to an archive under `name`. What was committed when `onCopied` is called is in the copy. `client` is
 * the superuser, connected for as long as the copy lasts.
 */
export async function copyCluster(
  client,
  { addFolder, addFile, addText },
  name,
  onCopied = async () => undefined,
) {
  const ask = async (sql, values) => (await client.query(sql, values)).rows[0];
  const { folder } = await ask("select current_setting('data_directory') as folder");
  // Keeps the log from the beginning of the copy until it is copied too; gone with the connection.
  await ask(
    "select pg_create_physical_replication_slot('certtrail_backup_' || pg_backend_pid(), true, true)",
  );
  const { first } = await ask("select pg_walfile_name(pg_backup_start('certtrail', fast => true)) as first");
  await addFolder(name, folder, (path) => path !== CONTROL && !NOT_COPIED.test(path));
  await addFile(`${name}/${CONTROL}`, join(folder, CONTROL));
  await onCopied();
  const { label, last } = await ask(
    "select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(wait_for_archive => false)",
  );
  await addText(`${name}/backup_label`, label);
  const segments = (await readdir(join(folder, "pg_wal"))).filter(
    (segment) => SEGMENT.test(segment) && segment >= first && segment <= last,
  );
  for (const segment of segments.sort()) {
    await addFile(`${name}/pg_wal/${segment}`, join(folder, "pg_wal", segment));
  }
}
