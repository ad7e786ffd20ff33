// A graph of things and their relations, laid out by springs; the same data gives the same picture.

import { address, nameOf, typeOf } from "./data.js";
import { draw, make, note } from "./dom.js";

const MOST = 120;
const STEPS = 320;

export function makeGraph(edges, centre = null) {
  const { nodes, links } = collect(edges, centre);
  lay(nodes, links, centre);
  const box = bounds(nodes);
  const svg = draw("svg", { class: "graph", viewBox: box.join(" "), role: "img", "aria-label": `${nodes.length} things and ${links.length} relations` });
  svg.append(draw("defs", {}, draw("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, draw("path", { d: "M0 0 8 4 0 8z" }))));
  const lines = draw("g", {}), labels = draw("g", {}), dots = draw("g", {});
  links.forEach((link) => {
    link.line = draw("path", { class: link.odd ? "edge odd" : "edge", "marker-end": "url(#arrow)" });
    link.text = draw("text", { class: "edge-label" }, link.names.join(", "));
    lines.append(link.line);
    labels.append(link.text);
  });
  nodes.forEach((node) => dots.append(drawNode(node)));
  svg.append(lines, labels, dots);
  const place = () => placeAll(nodes, links);
  place();
  move(svg, box, nodes, place);
  const cut = edges.length && nodes.length >= MOST ? note(`The first ${MOST} things.`) : "";
  return make("div", { className: "graph-box" }, svg, cut);
}

function collect(edges, centre) {
  const nodes = new Map(), links = new Map();
  const add = (end) => {
    if (!nodes.has(end.id) && nodes.size < MOST) nodes.set(end.id, { ...end, degree: 0, main: end.id === centre });
    return nodes.get(end.id);
  };
  for (const edge of edges) {
    const from = add(edge.from), to = add(edge.to);
    if (!from || !to) continue;
    const key = `${from.id} ${to.id} ${edge.odd}`;
    if (!links.has(key)) links.set(key, { from, to, odd: edge.odd, names: [], bend: bendOf(links, from, to) });
    const name = edge.label ? nameOf(edge.label) : "";
    if (name && !links.get(key).names.includes(name)) links.get(key).names.push(name);
    from.degree += 1;
    to.degree += 1;
  }
  return { nodes: [...nodes.values()], links: [...links.values()] };
}

// Relations between the same two things lie side by side.
function bendOf(links, from, to) {
  const beside = [...links.values()].filter((link) => (link.from === from && link.to === to) || (link.from === to && link.to === from));
  return beside.length === 0 ? 0 : (beside.length % 2 ? 1 : -1) * 26 * Math.ceil(beside.length / 2) * (beside[0].from === from ? 1 : -1);
}

// Fruchterman and Reingold (1991), from points on a spiral.
function lay(nodes, links) {
  const length = 95;
  nodes.forEach((node, at) => {
    const angle = at * 2.39996, radius = node.main ? 0 : 40 * Math.sqrt(at + 1);
    node.x = radius * Math.cos(angle);
    node.y = radius * Math.sin(angle);
  });
  for (let step = 0; step < STEPS; step += 1) {
    const heat = 60 * (1 - step / STEPS) + 0.5;
    nodes.forEach((node) => { node.dx = -node.x * 0.05; node.dy = -node.y * 0.09; });
    for (let i = 0; i < nodes.length; i += 1) {
      for (let j = i + 1; j < nodes.length; j += 1) {
        const a = nodes[i], b = nodes[j];
        const x = a.x - b.x, y = (a.y - b.y) * 1.5, far = Math.max(1, Math.hypot(x, y));
        if (far > 4 * length) continue;
        const push = (length * length) / far / far;
        a.dx += x * push; a.dy += y * push; b.dx -= x * push; b.dy -= y * push;
      }
    }
    for (const { from, to } of links) {
      const x = from.x - to.x, y = from.y - to.y, pull = Math.hypot(x, y) / length / 4;
      from.dx -= x * pull; from.dy -= y * pull; to.dx += x * pull; to.dy += y * pull;
    }
    for (const node of nodes) {
      if (node.main) continue;
      const far = Math.max(0.01, Math.hypot(node.dx, node.dy)), go = Math.min(far, heat) / far;
      node.x += node.dx * go;
      node.y += node.dy * go;
    }
  }
}

function bounds(nodes) {
  const xs = nodes.map((node) => node.x), ys = nodes.map((node) => node.y);
  const [left, right] = [Math.min(...xs) - 95, Math.max(...xs) + 95];
  const [top, bottom] = [Math.min(...ys) - 32, Math.max(...ys) + 32];
  return [left, top, Math.max(right - left, 320), Math.max(bottom - top, 200)];
}

function drawNode(node) {
  const text = node.literal ? node.text : nameOf(node.id);
  const short = text.length > 28 ? `${text.slice(0, 27)}…` : text;
  node.wide = short.length * 6.6 + 18;
  const shape = draw("g", { class: `thing ${node.literal ? "literal" : typeOf(node.id).toLowerCase()}${node.main ? " main" : ""}` },
    draw("title", {}, text),
    draw("rect", { x: -node.wide / 2, y: -12, width: node.wide, height: 24, rx: node.literal ? 3 : 12 }),
    draw("text", { y: 4 }, short));
  node.shape = shape;
  shape.node = node;
  return shape;
}

function placeAll(nodes, links) {
  nodes.forEach((node) => node.shape.setAttribute("transform", `translate(${node.x} ${node.y})`));
  for (const link of links) {
    const { from, to } = link;
    const far = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
    const aside = [(-(to.y - from.y) / far) * link.bend, ((to.x - from.x) / far) * link.bend];
    const middle = { x: (from.x + to.x) / 2 + aside[0] * 2, y: (from.y + to.y) / 2 + aside[1] * 2 };
    const [endX, endY] = edgePoint(link.bend ? middle : from, to);
    link.line.setAttribute("d", `M${from.x} ${from.y}Q${middle.x} ${middle.y} ${endX} ${endY}`);
    link.text.setAttribute("x", (from.x + endX) / 2 + aside[0]);
    link.text.setAttribute("y", (from.y + endY) / 2 + aside[1] - 3);
  }
}

// Where the line from one thing meets the box of another.
function edgePoint(from, to) {
  const x = from.x - to.x, y = from.y - to.y;
  const part = Math.min((to.wide / 2 + 2) / (Math.abs(x) || 1e-6), 14 / (Math.abs(y) || 1e-6), 1);
  return [to.x + x * part, to.y + y * part];
}

// Drag a thing or the whole, zoom with the wheel or two fingers, click to open.
function move(svg, box, nodes, place) {
  const view = { x: box[0], y: box[1], w: box[2], h: box[3] };
  const fingers = new Map();
  let held = null, far = 0, apart = 0;
  const scale = () => view.w / Math.max(1, svg.clientWidth, (svg.clientHeight * view.w) / view.h);
  const apply = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  const zoom = (factor) => {
    const by = Math.min(Math.max(factor, box[2] / 20 / view.w), (box[2] * 4) / view.w);
    view.x += (view.w * (1 - by)) / 2; view.y += (view.h * (1 - by)) / 2; view.w *= by; view.h *= by;
    apply();
  };
  svg.addEventListener("wheel", (event) => { event.preventDefault(); zoom(event.deltaY > 0 ? 1.1 : 0.9); }, { passive: false });
  svg.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
    held = event.target.closest(".thing")?.node ?? null;
    far = 0;
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const [x, y] = [event.clientX - before[0], event.clientY - before[1]];
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
    far += Math.hypot(x, y);
    if (fingers.size === 2) {
      const [a, b] = [...fingers.values()], now = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (apart) zoom(apart / now);
      apart = now;
    } else if (held) { held.x += x * scale(); held.y += y * scale(); place(); }
    else { view.x -= x * scale(); view.y -= y * scale(); apply(); }
  });
  const leave = (event) => {
    fingers.delete(event.pointerId);
    apart = 0;
    if (event.type === "pointerup" && held && far < 5 && !held.literal) location.assign(address(held.id));
    held = null;
  };
  svg.addEventListener("pointerup", leave);
  svg.addEventListener("pointercancel", leave);
}
