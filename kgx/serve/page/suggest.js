// Entities that fit what is typed.

import { askNamed, nameOf, typeOf, learn } from "./data.js";
import { make } from "./dom.js";

let lists = 0;

export function suggest(input, holder, choose, list = make("ul", { className: "found", hidden: true, role: "listbox" })) {
  let waiting = 0, rows = [], at = -1;
  list.id ||= `found-${(lists += 1)}`;
  if (!list.isConnected) holder.append(list);
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); };
  const mark = () => [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
  const look = async () => {
    const name = input.value.trim();
    if (name.length < 2) { close(); return; }
    const answer = await askNamed("find", { name }).catch(() => ({ rows: [] }));
    if (input.value.trim() !== name || document.activeElement !== input) return;
    rows = answer.rows.slice(0, 8).map(([entity, label, mentions]) => ({ iri: entity.value, label: label.value, mentions: mentions.value }));
    await learn(rows.map((row) => row.iri));
    list.replaceChildren(...rows.map((row) => make("li", { role: "option", onpointerdown: (event) => { event.preventDefault(); choose(row); close(); } },
      make("span", { className: `dot ${typeOf(row.iri).toLowerCase()}` }), row.label || nameOf(row.iri),
      make("span", { className: "quiet" }, `${typeOf(row.iri).toLowerCase()}, ${row.mentions}`))));
    if (!rows.length) list.replaceChildren(make("li", { className: "quiet" }, "Nothing of that name."));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  };
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(look, 150); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden || !rows.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : rows.length - (at < 0 ? 0 : 1))) % rows.length;
      mark();
    } else if (event.key === "Enter" && (at >= 0 || input.id === "find")) { event.preventDefault(); choose(rows[Math.max(0, at)]); close(); }
    else if (event.key === "Escape") close();
  });
}
