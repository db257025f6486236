/** The floor of any answer: Node's http and pg alone, giving the rows of the findings list as JSON. */
import { createServer } from "node:http";
import pg from "pg";

const ROWS = `
  select f.id, f.number, f.grade, f.state, f.statement, f.requirement_ref, a.kind, f.issued_on, f.plan_due_on, f.closure_due_on
  from finding f join audit a on a.id = f.audit_id where f.project_id = $1 order by f.plan_due_on, f.id limit 50`;

const [port, projectId] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

createServer(async (_request, response) => {
  const { rows } = await pool.query({ name: "rows", text: ROWS, values: [projectId] });
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(rows));
}).listen(Number(port), "127.0.0.1", () => console.log("Ready"));
