// A heading with what belongs under it, and a short table: the parts that every tab is made of. Counterpart:
// host-sheet.css. Rule: a table has a header for each column, what is
// too long for one stands in a row below, and a list that is empty says what would be in it.

import { Fragment, type ReactNode } from 'react';
import './host-sheet.css';

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
  rows: readonly { key: string; cells: readonly ReactNode[]; below?: ReactNode }[];
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
        {rows.map(({ key, cells, below }) => (
          <Fragment key={key}>
            <tr>
              {cells.map((cell, index) => (
                <td key={head[index]}>{cell}</td>
              ))}
            </tr>
            {below !== undefined && (
              <tr className="host-table__below">
                <td colSpan={head.length}>{below}</td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
