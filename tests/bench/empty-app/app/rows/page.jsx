/** The rows of the findings list as plain elements of fixed text: what drawing them alone costs with these tools. */
export const dynamic = "force-dynamic";

const COLUMNS = [
  "No.",
  "Grade",
  "Statement",
  "Requirement",
  "Audit",
  "State",
  "Plan due",
  "Closure due",
  "Age",
];
const NUMBERS = Array.from({ length: 50 }, (_, index) => index + 1);

export default function Page() {
  return (
    <table className="data-table is-close">
      <caption className="sr-only">Findings</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              <a href={`/northwind/findings?sort=${name}`}>{name}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {NUMBERS.map((no) => (
          <tr key={no} data-row="true">
            <th scope="row" data-label="No." className="is-line">
              <a href={`/northwind/findings/${no}`}>NC-{no}</a>
            </th>
            <td data-label="Grade">
              <span className="pill is-warning">Minor</span>
            </td>
            <td data-label="Statement">
              <p className="clamped">Restores of backups are not tested as the procedure says (case {no}).</p>
            </td>
            <td data-label="Requirement">A.8.{no}</td>
            <td data-label="Audit" className="is-line">
              Stage 2
            </td>
            <td data-label="State" className="is-line">
              <span className="pill is-waiting">Waiting for plan</span>
            </td>
            <td data-label="Plan due" className="is-line">
              15 Dec 2026
            </td>
            <td data-label="Closure due" className="is-line">
              Next audit
            </td>
            <td data-label="Age" className="is-number">
              9 days
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
