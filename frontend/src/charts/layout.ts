// Where people stand in the network: worked out once for the whole story, so that nobody jumps when the scene changes.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Id, NetworkView } from "../model/types";

export interface Place {
  x: number;
  y: number;
}

interface Node extends SimulationNodeDatum {
  id: Id;
}

const TICKS = 320;

/** Places of the people in [0, width] x [0, height]; the same at every run. */
export function layout(network: NetworkView, ids: Id[], width: number, height: number): Map<Id, Place> {
  const among = new Set(ids);
  const nodes: Node[] = ids.map((id) => ({ id }));
  const links = network.pairs
    .filter(({ pair }) => pair.every((id) => among.has(id)))
    .map(({ pair, rows }) => ({ source: pair[0], target: pair[1], strength: Math.log2(2 + (rows.at(-1)?.[5] ?? 0) + 10 * (rows.at(-1)?.[6] ?? 0)) }));
  forceSimulation(nodes)
    .force("link", forceLink<Node, (typeof links)[number]>(links).id((n) => n.id).distance((l) => 240 / Math.sqrt(l.strength)).strength(0.08))
    .force("charge", forceManyBody().strength(-900))
    .force("collide", forceCollide(52))
    .force("x", forceX(0).strength(0.12))
    .force("y", forceY(0).strength(0.18))
    .stop()
    .tick(TICKS);
  return fitted(nodes, width, height);
}

function fitted(nodes: Node[], width: number, height: number): Map<Id, Place> {
  const [xs, ys] = [nodes.map((n) => n.x ?? 0), nodes.map((n) => n.y ?? 0)];
  const place = (value: number, all: number[], size: number, margin: number): number => {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return high === low ? size / 2 : margin + ((size - 2 * margin) * (value - low)) / (high - low);
  };
  return new Map(nodes.map((n) => [n.id, { x: place(n.x ?? 0, xs, width, 60), y: place(n.y ?? 0, ys, height, 34) }]));
}
