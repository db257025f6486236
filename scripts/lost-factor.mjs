/** Takes every second factor from one account: for whoever has lost the phone and the recovery codes. */
import { withClient } from "./database.mjs";
import { Refusal } from "./refusal.mjs";

const SAYS = { factor: "every second factor, by whoever runs CertTrail" };

/**
 * Removes app, recovery codes and passkeys of the account with this address, ends its sign-ins, and leaves an entry with each
 * organisation in which the person takes part. All or nothing. Throws a Refusal for an address without one.
 */
export async function removeLostFactors(ownerUrl, email) {
  return await withClient(ownerUrl, async (client) => {
    await client.query("begin");
    const found = await client.query("select id, name from person where email = lower($1) for update", [
      email,
    ]);
    const [person] = found.rows;
    if (!person) throw new Refusal(`There is no account with the address ${email}.`);
    const apps = await client.query("delete from second_factor where person_id = $1", [person.id]);
    const passkeys = await client.query("delete from passkey where person_id = $1", [person.id]);
    if (apps.rowCount + passkeys.rowCount === 0) throw new Refusal(`${email} has no second factor.`);
    await client.query("update session set revoked_at = now() where person_id = $1 and revoked_at is null", [
      person.id,
    ]);
    await client.query(
      `insert into organisation_event (id, organisation_id, at, person_id, person_name, kind, subject_id, data)
       select gen_random_uuid(), organisation_id, now(), $1, $2, 'account.removeFactor', $1, $3::jsonb
       from membership where person_id = $1 and active`,
      [person.id, person.name, JSON.stringify(SAYS)],
    );
    await client.query("commit");
    return { name: person.name, apps: apps.rowCount, passkeys: passkeys.rowCount };
  });
}
