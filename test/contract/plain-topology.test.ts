// A topology as a person would write it: short, and the same lab when it is read.

import { describe, expect, test } from 'vitest';

import { readJson } from '../../contract/json-source.ts';
import { writeTopology } from '../../contract/plain-topology.ts';
import { checkTopology } from '../../contract/topology-check.ts';
import { soundTopology } from '../../engine/open-lab.ts';
import { TOPOLOGIES } from '../../engine/topologies/index.ts';

describe.each(Object.entries(TOPOLOGIES))('%s', (name, input) => {
  const topology = soundTopology(input, name);
  test('is read as the lab that it was', () => {
    const read = readJson(writeTopology(topology));
    expect('value' in read && checkTopology(read.value)).toEqual({ ok: true, value: topology });
  });

  test('says nothing that is so by default, on lines that one can read', () => {
    const text = writeTopology(topology);
    expect(text).not.toContain('hopCountLimit');
    expect(text).not.toContain('[]');
    expect(text.length).toBeLessThan(JSON.stringify(topology, null, 2).length / 2);
    expect(text).toMatch(/^ +\{ "name": "@", "type": "NS", "target": "ns\.example\." \}/m);
  });
});
