"use strict";
// Ties the items of the brief to their evidence in the source, both ways. Text only ever enters the page as text.
(() => {
  const root = document.documentElement;
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const words = (value) => (value ? value.split(" ") : []);

  const brief = byId("brief");
  const source = byId("source");
  const live = byId("live");
  const picked = byId("picked");
  const hint = byId("hint");
  const cards = all(".card");
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const marks = all("mark[data-items]");
  const resting = new Map(cards.map((card) => [card.id, []]));
  all("[data-items]").forEach((stretch) => words(stretch.dataset.items).forEach((anchor) => resting.get(anchor)?.push(stretch)));
  const narrow = window.matchMedia("(max-width: 56rem)");

  let chosen = []; // anchors of the selected items, the foremost first
  let stretches = []; // where their evidence begins, in the order of the source
  let at = 0;
  const pressed = new Set(); // parts to which the reader narrowed the page
  const placeOf = {}; // scroll position of each pane where one shows at a time

  root.classList.add("js");
  show("brief");
  marks.forEach((mark, position) => {
    mark.setAttribute("role", "button");
    mark.tabIndex = position ? -1 : 0;
  });

  // --- what is seen

  function show(view) {
    const before = root.dataset.view;
    if (before === view) return;
    if (before) placeOf[before] = window.scrollY;
    root.dataset.view = view;
    if (narrow.matches) window.scrollTo({ top: placeOf[view] ?? 0, behavior: "instant" });
    for (const link of all(".views a")) {
      if (link.dataset.view === view) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function reveal(element, pane) {
    const box = element.getBoundingClientRect();
    const bar = pane.querySelector(".bar, .filters");
    const scrolls = getComputedStyle(pane).overflowY === "auto";
    const frame = scrolls ? pane.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
    const top = frame.top + (bar ? bar.offsetHeight : 0);
    if (box.top >= top && box.bottom <= frame.bottom) return;
    const lead = Math.max(12, Math.min((frame.bottom - top - box.height) / 2, (frame.bottom - top) / 3));
    (scrolls ? pane : window).scrollBy({ top: box.top - top - lead, behavior: "instant" });
  }

  function shown(anchor) {
    const part = cardOf.get(anchor)?.dataset.part;
    return !part || words(root.dataset.show).includes(part);
  }

  // --- selection

  function evidenceOf(card) {
    const anchors = card.dataset.cites === undefined ? [card.id] : words(card.dataset.cites);
    return anchors.map((anchor) => cardOf.get(anchor)).filter(Boolean);
  }

  function clear() {
    for (const element of all(".on, .lit, .cited, .here")) {
      element.classList.remove("on", "lit", "cited", "here");
      element.removeAttribute("aria-current");
      delete element.dataset.on;
    }
    root.classList.remove("picking");
    [chosen, stretches, at] = [[], [], 0];
    if (picked) tell(false);
  }

  function light(card, begins) {
    for (const id of words(card.dataset.marks)) begins.add(byId(id));
    for (const stretch of resting.get(card.id)) {
      stretch.classList.add("lit");
      stretch.dataset.on ??= card.dataset.part;
    }
  }

  function select(anchors) {
    clear();
    chosen = anchors.filter((anchor) => cardOf.has(anchor));
    if (!chosen.length) return;
    root.classList.add("picking");
    const begins = new Set();
    for (const anchor of chosen) {
      const card = cardOf.get(anchor);
      card.classList.add("on");
      card.setAttribute("aria-current", "true");
      evidenceOf(card).forEach((carrier) => light(carrier, begins));
    }
    for (const card of cards) {
      if (words(card.dataset.cites).some((anchor) => chosen.includes(anchor))) card.classList.add("cited");
    }
    stretches = marks.filter((mark) => begins.has(mark));
    remember(chosen[0]);
    if (picked) fill();
    announce();
  }

  function tell(something) {
    hint.hidden = something;
    picked.hidden = !something;
  }

  function fill() {
    tell(true);
    const buttons = chosen.map((anchor) => {
      const card = cardOf.get(anchor);
      const button = document.createElement("button");
      button.type = "button";
      button.className = card.dataset.part || "";
      button.dataset.open = anchor;
      button.title = card.dataset.label;
      button.textContent = card.querySelector(":scope > .id")?.textContent ?? anchor;
      return button;
    });
    byId("chosen").replaceChildren(...buttons);
    count();
  }

  function count() {
    const many = stretches.length > 1;
    byId("count").textContent = many ? `${at + 1} of ${stretches.length}` : "";
    byId("previous").hidden = byId("next").hidden = !many;
  }

  function announce() {
    const others = chosen.length > 1 ? ` And ${chosen.slice(1).join(", ")} on the same stretch.` : "";
    const places = stretches.length === 1 ? "1 stretch" : `${stretches.length} stretches`;
    live.textContent = `${cardOf.get(chosen[0]).dataset.label}. Selected, ${places} of evidence.${others}`;
  }

  function remember(anchor) {
    try {
      history.replaceState(null, "", anchor ? `#${anchor}` : location.pathname + location.search);
    } catch {
      // A page inside a frame without an address of its own cannot keep its place: nothing else depends on it.
    }
  }

  // --- movement

  function visit(index) {
    if (!stretches.length) return;
    at = (index + stretches.length) % stretches.length;
    for (const mark of all(".here")) mark.classList.remove("here");
    const mark = stretches[at];
    mark.classList.add("here");
    rove(mark);
    reveal(mark, source);
    count();
  }

  function rove(mark) {
    for (const other of all("mark[tabindex='0']")) other.tabIndex = -1;
    mark.tabIndex = 0;
  }

  // From the brief: light the evidence and go there.
  function open(anchor, { focus = false, turn = false } = {}) {
    const card = cardOf.get(anchor);
    if (!card) return;
    if (!shown(anchor)) filter("");
    select([anchor]);
    if (turn && stretches.length && narrow.matches) show("source");
    else reveal(card, brief);
    if (focus) card.focus({ preventScroll: true });
    visit(0);
  }

  // From the source: select what rests on the stretch and go there.
  function pick(mark, focus) {
    const anchors = words(mark.dataset.items).filter(shown);
    if (!anchors.length) return;
    select(anchors);
    at = Math.max(0, stretches.findLastIndex((start) => marks.indexOf(start) <= marks.indexOf(mark)));
    if (picked) count();
    rove(mark);
    show("brief");
    const card = cardOf.get(chosen[0]);
    reveal(card, brief);
    if (focus || narrow.matches) card.focus({ preventScroll: true });
  }

  function step(by) {
    const visible = cards.filter((card) => card.offsetParent !== null);
    if (!visible.length) return;
    const focused = document.activeElement?.closest?.(".card");
    const from = visible.indexOf(focused ?? cardOf.get(chosen[0]));
    const next = from < 0 ? (by > 0 ? 0 : visible.length - 1) : from + by;
    if (visible[next]) open(visible[next].id, { focus: true });
  }

  function stepMark(from, by) {
    const next = marks[marks.indexOf(from) + by];
    if (!next) return;
    rove(next);
    next.focus({ preventScroll: true });
    reveal(next, source);
  }

  // --- filter: no part pressed means all of them

  function filter(part) {
    if (!part) pressed.clear();
    else if (!pressed.delete(part)) pressed.add(part);
    for (const chip of all("[data-filter]")) {
      const on = chip.dataset.filter ? pressed.has(chip.dataset.filter) : pressed.size === 0;
      chip.setAttribute("aria-pressed", String(on));
    }
    root.dataset.show = pressed.size ? Array.from(pressed).join(" ") : "p c x q";
    for (const section of all("section[data-part]")) section.hidden = pressed.size > 0 && !pressed.has(section.dataset.part);
    if (!chosen.every(shown)) dismiss();
  }

  // --- events

  const actions = { back, clear: dismiss, next: () => visit(at + 1), previous: () => visit(at - 1) };

  function back() {
    show("brief");
    open(chosen[0], { focus: true });
  }

  function dismiss() {
    clear();
    remember("");
    live.textContent = "Selection cleared.";
  }

  function follow(link, event) {
    const id = link.hash.slice(1);
    const aim = byId(id);
    if (!aim) return;
    event.preventDefault();
    if (cardOf.has(id)) return open(id, { focus: true });
    if (aim.matches("mark")) {
      select([link.closest(".card").id]);
      if (narrow.matches) show("source");
      visit(stretches.indexOf(aim));
    } else show(id);
    aim.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    const link = target.closest("a");
    const button = target.closest("button");
    if (link) {
      if (link.getAttribute("href").startsWith("#")) follow(link, event);
    } else if (button) {
      if (button.dataset.filter !== undefined) filter(button.dataset.filter);
      else if (button.dataset.open) open(button.dataset.open, { focus: true });
      else actions[button.id]?.();
    } else if (window.getSelection()?.isCollapsed !== false) {
      const mark = target.closest("mark[data-items]");
      if (mark) pick(mark, false);
      else if (target.closest(".card")) open(target.closest(".card").id, { turn: true });
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    const mark = target.closest("mark[data-items]");
    const activate = mark ? () => pick(mark, true) : target.matches(".card") && (() => open(target.id, { turn: true }));
    const walks = mark || target.closest(".card") || target === document.body;
    const walk = (by) => walks && (() => (mark ? stepMark(mark, by) : step(by)));
    const deed = {
      Escape: chosen.length && dismiss,
      j: () => step(1),
      k: () => step(-1),
      n: () => visit(at + 1),
      p: () => visit(at - 1),
      ArrowDown: walk(1),
      ArrowUp: walk(-1),
      Enter: activate,
      " ": activate,
    }[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });

  window.addEventListener("hashchange", () => open(location.hash.slice(1)));
  window.addEventListener("beforeprint", () => all("details").forEach((drawer) => (drawer.open = true)));
  if (cardOf.has(location.hash.slice(1))) open(location.hash.slice(1));
})();
