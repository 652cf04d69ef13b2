"use strict";
// Shows one document at a time, filters rows, and lights the evidence of a row in its source. Nothing is ever fetched.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const words = (value) => (value ? value.split(" ") : []);

  const articles = all("article");
  const entries = all("#list li");
  const rows = all(".row");
  const chips = all(".chip");
  const tag = byId("tag");
  const live = byId("live");
  const pressed = { part: new Set(), kind: new Set() };
  let current = null; // the article that is shown
  let chosen = null; // the selected row

  root.classList.add("js");

  // --- documents

  function show(article, { focus = false } = {}) {
    if (!article || article === current) return;
    clear();
    current?.classList.remove("on");
    current = article;
    current.classList.add("on");
    for (const link of all("#list a")) {
      if (link.hash === `#${article.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (focus) {
      byId("documents").scrollIntoView({ block: "start" });
      article.querySelector("h3").focus({ preventScroll: true });
    }
    live.textContent = article.querySelector("h3").textContent;
  }

  function turn(by) {
    const open = articles.filter((_, index) => !entries[index].classList.contains("out"));
    const next = open[open.indexOf(current) + by];
    if (!next) return;
    show(next, { focus: true });
    remember(next.id);
    entries[articles.indexOf(next)].scrollIntoView({ block: "nearest" });
  }

  function remember(id) {
    try {
      history.replaceState(null, "", `#${id}`);
    } catch {
      // A page inside a frame without an address of its own cannot keep its place: nothing else depends on it.
    }
  }

  // --- filters: within a group any pressed value will do, none pressed means all

  function passes(row) {
    const { part, kind } = pressed;
    return (!part.size || part.has(row.dataset.part)) && (!kind.size || words(row.dataset.kinds).some((each) => kind.has(each)));
  }

  function apply() {
    const narrowed = pressed.part.size + pressed.kind.size > 0;
    let items = 0;
    let documents = 0;
    articles.forEach((article, index) => {
      const entry = entries[index];
      let hits = 0;
      for (const row of all(".row", article)) {
        const passing = passes(row);
        row.classList.toggle("out", !passing);
        hits += passing;
      }
      for (const section of all(".rows > section", article)) section.classList.toggle("out", !section.querySelector(".row:not(.out)"));
      const tagged = !tag.value || words(entry.dataset.tags).includes(tag.value);
      const open = tagged && (!narrowed || hits > 0);
      entry.classList.toggle("out", !open);
      entry.querySelector(".hits").textContent = narrowed && open ? plural(hits, "item") : "";
      if (open) {
        documents += 1;
        items += hits;
      }
    });
    if (chosen?.classList.contains("out")) clear();
    byId("shown").textContent = `${plural(items, "item")} in ${documents} of ${plural(articles.length, "document")}`;
    if (!current || entries[articles.indexOf(current)].classList.contains("out")) {
      show(articles.find((_, index) => !entries[index].classList.contains("out")));
    }
  }

  function press(chip) {
    const group = pressed[chip.dataset.filter];
    const value = chip.dataset.value;
    if (!group.delete(value)) group.add(value);
    chip.setAttribute("aria-pressed", String(group.has(value)));
    apply();
  }

  // --- evidence

  function clear() {
    chosen?.classList.remove("on");
    chosen = null;
    for (const mark of all(".lit-g, .lit-r")) mark.classList.remove("lit-g", "lit-r");
  }

  function within(mark, spans) {
    const [start, end] = mark.dataset.at.split("-").map(Number);
    return words(spans).some((span) => {
      const [from, to] = span.split("-").map(Number);
      return from <= start && end <= to;
    });
  }

  function select(row, { focus = false } = {}) {
    clear();
    show(row.closest("article"));
    chosen = row;
    row.classList.add("on");
    remember(row.id);
    const marks = all(".text mark", current);
    for (const mark of marks) {
      mark.classList.toggle("lit-g", within(mark, row.dataset.g));
      mark.classList.toggle("lit-r", within(mark, row.dataset.a) || within(mark, row.dataset.b));
    }
    const first = marks.find((mark) => mark.matches(".lit-g, .lit-r"));
    if (first) reveal(first, current.querySelector(".text"));
    if (focus) {
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
    }
  }

  // Scrolls the pane of the source, never the page.
  function reveal(mark, pane) {
    const box = mark.getBoundingClientRect();
    const frame = pane.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) pane.scrollTop += box.top - frame.top - pane.clientHeight / 3;
  }

  function pick(mark) {
    const resting = all(".row:not(.out)", current).filter((row) => [row.dataset.g, row.dataset.a, row.dataset.b].some((spans) => within(mark, spans)));
    if (!resting.length) return;
    const next = resting[(resting.indexOf(chosen) + 1) % resting.length];
    select(next, { focus: true });
    next.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const open = all(".row:not(.out)", current);
    const next = open[chosen ? open.indexOf(chosen) + by : by > 0 ? 0 : open.length - 1];
    if (next) select(next, { focus: true });
  }

  // --- events

  function go(id) {
    const aim = id && byId(id);
    if (!aim) return;
    if (aim.matches(".row")) select(aim, { focus: true });
    else if (aim.matches("article")) show(aim, { focus: true });
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    const link = target.closest("a");
    if (link) {
      event.preventDefault();
      remember(link.hash.slice(1));
      go(link.hash.slice(1));
    } else if (target.closest(".chip")) press(target.closest(".chip"));
    else if (window.getSelection()?.isCollapsed !== false) {
      if (target.closest(".text mark")) pick(target.closest("mark"));
      else if (target.closest(".row")) select(target.closest(".row"));
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select")) return;
    const deed = {
      j: () => step(1),
      k: () => step(-1),
      n: () => turn(1),
      p: () => turn(-1),
      Escape: clear,
      Enter: event.target.matches(".row") && (() => select(event.target)),
    }[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });

  tag.addEventListener("change", apply);
  window.addEventListener("hashchange", () => go(location.hash.slice(1)));
  apply();
  go(location.hash.slice(1));
})();
