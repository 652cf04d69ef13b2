// Evidence opens beside the sentence; without this script the same links lead down the page.
(() => {
  const box = document.getElementById("beside");
  let opener = null;
  const close = (back) => {
    if (!opener) return;
    box.hidden = true;
    opener.removeAttribute("aria-expanded");
    if (back) opener.focus();
    opener = null;
  };
  const open = (link, entry) => {
    close(false);
    opener = link;
    link.setAttribute("aria-expanded", "true");
    box.replaceChildren();
    for (const part of entry.querySelectorAll(".words, .from")) {
      const copy = part.cloneNode(true);
      for (const backs of copy.querySelectorAll(".backs")) backs.remove();
      box.append(copy);
    }
    const more = document.createElement("a");
    more.className = "more";
    more.href = link.hash;
    more.textContent = `Go to evidence ${link.textContent}`;
    more.addEventListener("click", () => close(false));
    box.append(more);
    box.hidden = false;
    const at = link.getBoundingClientRect();
    const wide = box.offsetWidth;
    const left = Math.max(16, Math.min(at.left, document.documentElement.clientWidth - wide - 16));
    const below = at.bottom + 8 + box.offsetHeight <= window.innerHeight;
    box.style.left = `${left + window.scrollX}px`;
    box.style.top = `${(below ? at.bottom + 8 : Math.max(8, at.top - 8 - box.offsetHeight)) + window.scrollY}px`;
    more.focus({ preventScroll: true });
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      const entry = document.getElementById(link.hash.slice(1));
      if (!entry) return;
      event.preventDefault();
      if (opener === link) close(true);
      else open(link, entry);
    } else if (!box.contains(event.target)) close(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
  window.addEventListener("hashchange", () => close(false));
})();
