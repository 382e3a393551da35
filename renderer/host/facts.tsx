// A heading with what belongs under it, and a short table: the parts that every tab is made of. Counterpart:
// host-sheet.css. Rule: a table has a header for each column, and a list that is empty says what would be in it.

import type { ReactNode } from 'react';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="host-part">
      <h3 className="host-part__title">{title}</h3>
      {children}
    </section>
  );
}

interface TableProps {
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** In place of a table without rows. */
  none: string;
}

export function Table({ head, rows, none }: TableProps) {
  if (rows.length === 0) return <p className="host-part__none">{none}</p>;
  return (
    <table className="host-table">
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <td key={head[index]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
