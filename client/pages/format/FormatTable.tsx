// One section of the page about the format: a table, whose rows become blocks where it is narrow.

import type { FormatSection } from "./sections.ts";

export function FormatTable({ section: { id, part, title, columns, rows } }: { section: FormatSection }) {
  return (
    <div className="card format-section" id={id}>
      {title !== part && <h3>{title}</h3>}
      <table>
        <thead>
          <tr>
            {columns.map(({ name, width }, at) => (
              <th key={at} scope="col" style={{ width: `${width}%` }}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, at) => {
                const { name, isCode } = columns[at]!;
                return (
                  <td key={at} data-name={at === 0 || cell === "" ? undefined : name}>
                    {isCode && cell !== "" ? <code>{cell}</code> : cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
