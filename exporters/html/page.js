"use strict";
(() => {
  const tools = document.querySelector(".tools");
  if (!tools) return;
  const count = document.querySelector(".count");
  const clear = tools.querySelector("button");
  const words = tools.querySelector("input[type=search]");
  const boxes = [...tools.querySelectorAll("input[type=checkbox]")];
  const order = tools.querySelector("select");
  const rank = new Map(boxes.map((box, place) => [box.value, place]));
  const swedish = new Intl.Collator("sv", { numeric: true });
  const plain = (text) => text.toLocaleLowerCase("sv").replace(/\s+/g, " ");

  const tables = [...document.querySelectorAll("main table")].map((table) => {
    const [sums, others] = [true, false].map((sum) =>
      [...table.tBodies[0].rows].filter((row) => row.classList.contains("sum") === sum));
    const rows = others.map((row) => ({
      row,
      words: plain(row.textContent),
      statuses: new Set([...row.querySelectorAll(".status")].map((status) => status.dataset.s)),
    }));
    const none = document.createElement("p");
    none.className = "none";
    none.textContent = "Ingen rad här passar filtret.";
    none.hidden = true;
    table.after(none);
    const heads = [...table.tHead.rows[0].cells].map((cell) => ({ cell, text: cell.textContent }));
    return { table, rows, sums, none, heads };
  });
  const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);

  const tell = (text) => { count.textContent = text; };

  function filter() {
    const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
    const said = plain(words.value).trim();
    let left = 0;
    for (const { table, rows, sums, none } of tables) {
      let seen = 0;
      for (const { row, words, statuses } of rows) {
        const fits = words.includes(said) && (!wanted.length || wanted.some((value) => statuses.has(value)));
        row.hidden = !fits;
        seen += fits;
      }
      sums.forEach((row) => { row.hidden = seen < rows.length; });
      table.hidden = rows.length > 0 && !seen;
      none.hidden = !table.hidden;
      left += seen;
    }
    tools.classList.toggle("narrowed", left < all);
    clear.hidden = !said && !wanted.length;
    tell(left === all ? `Alla ${all} rader visas.` : `${left} av ${all} rader visas.`);
  }

  // A judged cell goes by its status, then by what was judged; a number by its size; other texts as in a dictionary.
  function key(row, column) {
    const cell = row.cells[column];
    const status = cell.querySelector(".status");
    const text = (cell.querySelector(".what") || cell).textContent.trim();
    const size = cell.classList.contains("number") ? parseFloat(text.replace(/\s/g, "").replace(",", ".")) : NaN;
    return { rank: status ? rank.get(status.dataset.s) : -1, size: Number.isNaN(size) ? -Infinity : size, text };
  }

  function sort({ table, rows, sums, heads }, column, direction) {
    const keys = new Map(direction ? rows.map(({ row }) => [row, key(row, column)]) : []);
    const compare = (one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      const size = a.size === b.size ? 0 : a.size - b.size;
      return direction * (a.rank - b.rank || size || swedish.compare(a.text, b.text));
    };
    const held = rows.map(({ row }) => row);
    table.tBodies[0].append(...(direction ? held.sort(compare) : held), ...sums);
    heads.forEach(({ cell }, place) => {
      if (direction && place === column) cell.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      else cell.removeAttribute("aria-sort");
    });
  }

  function turn(held, column) {
    const now = held.heads[column].cell.getAttribute("aria-sort");
    const next = { ascending: -1, descending: 0 }[now] ?? 1;
    sort(held, column, next);
    const how = { 1: "stigande", "-1": "fallande" }[next];
    tell(how ? `Sorterat efter ${held.heads[column].text}, ${how}.` : "Raderna står i den ordning de hade.");
  }

  // On a narrow screen a row is a card: its table has no heads to press, and some browsers forget that it is a table.
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  function fit(held, narrow) {
    held.narrow = narrow;
    order.parentElement.hidden = !tables.some((each) => each.narrow);
    for (const part of [held.table, ...held.table.querySelectorAll("thead, tbody, tr, th, td")]) {
      const role = roles[part.tagName] || (part.scope === "col" ? "columnheader" : "rowheader");
      if (narrow) part.setAttribute("role", role);
      else part.removeAttribute("role");
    }
    held.heads.forEach(({ cell, text }, column) => {
      if (narrow || held.rows.length < 2) {
        cell.textContent = text;
        return;
      }
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", () => turn(held, column));
      cell.replaceChildren(button);
    });
  }

  function whenNarrow(width, follow) {
    const narrow = matchMedia(`screen and (max-width: ${width})`);
    narrow.addEventListener("change", () => follow(narrow.matches));
    follow(narrow.matches);
  }

  function choices() {
    const names = new Set(tables.flatMap(({ heads }) => heads.map(({ text }) => text)));
    order.append(new Option("ordningen i dokumentet", ""));
    for (const name of names) {
      order.append(new Option(`${name}, stigande`, `1${name}`), new Option(`${name}, fallande`, `2${name}`));
    }
  }

  order.addEventListener("change", () => {
    const name = order.value.slice(1);
    for (const held of tables) {
      const column = held.heads.findIndex(({ text }) => text === name);
      sort(held, column, order.value && column >= 0 ? (order.value[0] === "1" ? 1 : -1) : 0);
    }
    tell(`Sorterat efter ${order.selectedOptions[0].text}.`);
  });
  words.addEventListener("input", filter);
  boxes.forEach((box) => box.addEventListener("change", filter));
  clear.addEventListener("click", () => {
    words.value = "";
    boxes.forEach((box) => { box.checked = false; });
    filter();
    words.focus();
  });

  choices();
  whenNarrow("46rem", (narrow) => { tools.querySelector("details").open = !narrow; });
  for (const held of tables) {
    whenNarrow(held.table.classList.contains("many") ? "66rem" : "46rem", (narrow) => fit(held, narrow));
  }
  filter();
  tools.hidden = false;
})();
