// labs.*: the person's labs: which there are, a new one, a copy, another one opened.

import type { Lab } from '../engine.ts';
import type { LabShelf } from '../labs/lab-shelf.ts';
import { TOPOLOGIES } from '../topologies/index.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const labsCommands: Group<'labs'> = {
  'labs.list': async (lab) => ({
    labs: await shelfOf(lab).list(),
    topologies: Object.values(TOPOLOGIES).map(({ name, title }) => ({ name, title })),
  }),
  'labs.create': async (lab, { name, topology, student }) => ({
    id: await shelfOf(lab).create(name, topology, student),
  }),
  'labs.import': async (lab, { name, topology }) => ({ id: await shelfOf(lab).import(name, topology) }),
  'labs.read': async (lab, wanted) => ({
    topology: 'id' in wanted ? await shelfOf(lab).read(wanted.id, lab) : shelfOf(lab).shipped(wanted.topology),
  }),
  'labs.duplicate': async (lab, { id, name }) => ({ id: await shelfOf(lab).duplicate(id, name, lab) }),
  'labs.open': (lab, { id }) => done(shelfOf(lab).open(id)),
  'labs.rename': (lab, { id, name }) => done(shelfOf(lab).rename(id, name)),
  'labs.remove': (lab, { id }) => done(shelfOf(lab).remove(id)),
  'labs.restore': (lab, { id }) => done(shelfOf(lab).restore(id)),
};

function shelfOf(lab: Lab): LabShelf {
  const { shelf } = lab.options;
  if (!shelf)
    throw new CommandProblem('one lab only', 'this engine was started for one lab; npm start has a shelf of them');
  return shelf;
}

async function done(work: Promise<void>): Promise<Record<string, never>> {
  await work;
  return {};
}
