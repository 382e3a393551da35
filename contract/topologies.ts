// The names of the shipped labs, for whoever may name one without having it: lessons do. Counterpart:
// engine/topologies/index.ts. Rule: the compiler holds the two equal.

export const TOPOLOGY_NAMES = [
  ...(['two-domains', 'smarthost', 'fail-over', 'corporate'] as const),
  ...(['case', 'crowd', 'house', 'lists', 'locks', 'tables', 'open-relay-1995'] as const),
] as const;
export type TopologyName = (typeof TOPOLOGY_NAMES)[number];
