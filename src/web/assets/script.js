// Only what is live; every page works without it: focus on what is wrong, drafts, copying, keys of the list.
"use strict";

document.querySelector("[data-focus]")?.focus();

// Typed text is kept every few seconds, and when the page is left; a form that is kept under its address gets it back.
const changed = new Set();
const address = (form) => {
  const to = new URL(form.action);
  return encodeURIComponent(to.pathname + to.search);
};
const say = (form, text) => {
  let said = form.querySelector("[data-saved]");
  if (!said) {
    said = document.createElement("p");
    said.className = "saved";
    said.setAttribute("role", "status");
    said.dataset.saved = "";
    form.append(said);
  }
  said.textContent = text;
};
const keep = async (form) => {
  changed.delete(form);
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.dataset.draft ?? `/concept?bij=${address(form)}`, { method: "POST", body, keepalive: true });
    if (answer.ok && !answer.redirected) say(form, await answer.text());
    else changed.add(form);
  } catch {
    changed.add(form);
  }
};
document.addEventListener("input", ({ target }) => {
  if (target.form?.matches("[data-draft], [data-keep]")) changed.add(target.form);
});
document.addEventListener("submit", ({ target }) => changed.delete(target));
setInterval(() => changed.forEach(keep), 3000);
addEventListener("pagehide", () => changed.forEach(keep));

const putBack = async (form) => {
  if ("kept" in form.dataset) return;
  form.dataset.kept = "";
  // What was refused just now stands in the form already.
  if ([...form.querySelectorAll("textarea, input:not([type])")].some((field) => field.value)) return;
  const answer = await fetch(`/concept/velden?bij=${address(form)}`);
  if (answer.status !== 200 || answer.redirected) return;
  const { fields, kept } = await answer.json();
  for (const [name, value] of fields) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
      else if (field.type !== "hidden" && field.tagName !== "BUTTON") field.value = value;
    }
  }
  say(form, kept);
};
for (const form of document.querySelectorAll("form[data-keep]")) {
  const folded = form.closest("details:not([open])");
  if (folded) folded.addEventListener("toggle", () => putBack(form), { once: true });
  else putBack(form);
}

// A large file takes a while: how much of it has been sent, then that it is being read. The answer is the page it leads to.
for (const form of document.querySelectorAll("form[data-long]")) {
  const said = form.querySelector("[data-progress]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const bar = document.createElement("progress");
    const words = document.createElement("span");
    const way = new XMLHttpRequest();
    said.replaceChildren(words, " ", bar);
    words.textContent = said.dataset.sending;
    way.upload.addEventListener("progress", (sent) => { bar.value = sent.loaded / sent.total; });
    way.upload.addEventListener("load", () => {
      words.textContent = said.dataset.reading;
      bar.removeAttribute("value");
    });
    way.addEventListener("load", () => {
      // What cannot be taken is answered by a page; it is shown as it came, with what is wrong in focus.
      if (way.status < 400) return location.assign(way.responseURL);
      document.documentElement.replaceWith(new DOMParser().parseFromString(way.response, "text/html").documentElement);
      document.querySelector("[role=alert]")?.scrollIntoView();
    });
    way.addEventListener("error", () => form.submit());
    way.open("POST", form.action);
    way.send(new FormData(form));
  });
}

// In a class list Enter goes down a row, as in a spreadsheet; handing in is a press of the button.
document.querySelector("[data-grid]")?.addEventListener("keydown", (event) => {
  const cell = event.target.closest("td");
  if (event.key !== "Enter" || !cell) return;
  event.preventDefault();
  const row = event.shiftKey ? cell.parentElement.previousElementSibling : cell.parentElement.nextElementSibling;
  const next = row?.cells[cell.cellIndex].querySelector("input");
  next?.focus();
  next?.select();
});

// A button that copies the text beside it; shown only where copying works.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = button.dataset.copied;
  });
}

// Keys of the signals list; they can be switched off, and never work while typing.
const list = document.querySelector("[data-keys]");
if (list) {
  const help = document.querySelector("[data-keys-help]");
  const toggle = help.querySelector("[data-keys-switch]");
  // Rows folded under their group take part once they are unfolded.
  const open = (row) => !row.closest("details.fold:not([open])");
  help.hidden = false;
  toggle.checked = localStorage.getItem("keys") !== "off";
  toggle.addEventListener("change", () => localStorage.setItem("keys", toggle.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (!toggle.checked || typing || event.ctrlKey || event.altKey || event.metaKey) return;
    const rows = [...list.querySelectorAll("article.row")].filter(open);
    const at = rows.indexOf(document.activeElement?.closest("article.row"));
    const act = (key) => {
      const target = rows[at]?.querySelector(`[data-key="${key}"]`);
      if (!target) return;
      if (target.tagName === "A") return target.click();
      target.open = true;
      // Not the button that only catches Enter: nobody sees it.
      target.querySelector("form input:not([type=hidden]), form button:not(.unseen)")?.focus();
    };
    switch (event.key) {
      case "j": rows[Math.min(at + 1, rows.length - 1)]?.focus(); break;
      case "k": rows[Math.max(at - 1, 0)]?.focus(); break;
      case "Enter":
        if (document.activeElement !== rows[at]) return;
        rows[at]?.querySelector("h2 a")?.click();
        break;
      case "?": help.querySelector("[data-keys-list]").open = true; help.scrollIntoView(); break;
      case "b": case "v": case "p": case "g": case "a": act(event.key); break;
      default: return;
    }
    event.preventDefault();
  });
}
