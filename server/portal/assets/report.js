// What script adds to reports: work that a machine which sends thousands would have to do for each, a look at the photo's size,
// "mine too" once a browser, and the reports that this device remembers.
(() => {
  const K = [];
  const fractional = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32);
  const START = [];
  for (let n = 2; K.length < 64; n++) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) isPrime = false;
    if (!isPrime) continue;
    if (START.length < 8) START.push(fractional(Math.sqrt(n)));
    K.push(fractional(Math.cbrt(n)));
  }
  const turn = (word, by) => (word >>> by) | (word << (32 - by));

  /** The first 32 bits of SHA-256 (FIPS 180-4) of a text of ASCII of at most 55 letters. */
  function firstBits(text) {
    const w = new Int32Array(64);
    for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
    w[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
    w[15] = text.length * 8;
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15];
      const b = w[i - 2];
      w[i] =
        (w[i - 16] +
          (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) +
          w[i - 7] +
          (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))) |
        0;
    }
    let [a, b, c, d, e, f, g, h] = START;
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    return (START[0] + a) >>> 0;
  }

  /** Tries counters until the hash begins with enough zero bits, a few milliseconds at a time. */
  async function work(challenge, bits) {
    const limit = 2 ** (32 - bits);
    for (let counter = 0; ;) {
      const end = performance.now() + 12;
      while (performance.now() < end)
        for (let i = 0; i < 64; i++, counter++) {
          const proof = `${challenge}.${counter.toString(36).padStart(4, "0")}`;
          if (firstBits(proof) < limit) return proof;
        }
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  const kept = (key) => {
    try {
      return JSON.parse(localStorage.getItem(`village-lens:${key}`) ?? "null");
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      localStorage.setItem(`village-lens:${key}`, JSON.stringify(value));
    } catch {
      // Not every browser keeps anything.
    }
  };
  /** A number by which "mine too" counts this browser once; of it the server keeps nothing that it could be told by. */
  const browser = () => {
    const own =
      kept("browser") ??
      Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
        byte.toString(16).padStart(2, "0"),
      ).join("");
    keep("browser", own);
    return own;
  };

  // Only what the server has counted is no longer offered: a press that was refused can be made again.
  const counted = document.querySelector("[data-counted]")?.dataset.counted;
  if (counted) keep("too", [...new Set([...(kept("too") ?? []), counted])].slice(-200));

  for (const form of document.querySelectorAll("form[data-work]")) {
    const { too } = form.dataset;
    if (too && (kept("too") ?? []).includes(too)) {
      form.replaceChildren(Object.assign(document.createElement("span"), { textContent: form.dataset.done }));
      continue;
    }
    let done;
    const begin = () =>
      (done ??= fetch(form.dataset.work)
        .then((answer) => answer.json())
        .then(({ challenge, bits }) => work(challenge, bits))
        .then((proof) => {
          form.elements.proof.value = proof;
        })
        // Without it the report is taken by the slower way.
        .catch(() => {}));
    // Somebody writes a while, but presses a button at once or never.
    if (!too) void begin();
    const photo = form.elements.photo;
    photo?.addEventListener("change", () => {
      const isTooLarge = [...photo.files].some(({ size }) => size > 5 * 2 ** 20);
      photo.setCustomValidity(isTooLarge ? form.dataset.tooLarge : "");
      photo.reportValidity();
    });
    let isSent = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (isSent) return;
      isSent = true;
      const button = form.querySelector("button");
      const text = button.textContent;
      button.textContent = form.dataset.sending;
      if (too) form.elements.browser.value = browser();
      void begin().then(() => form.submit());
      // Who comes back by the browser's arrow may send it again.
      addEventListener("pageshow", () => {
        isSent = false;
        button.textContent = text;
      });
    });
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", () =>
      navigator.clipboard.writeText(button.dataset.copy).then(() => {
        button.textContent = button.dataset.done;
      }),
    );
  }

  // Reports of this device: only where their senders asked for it, as phones are shared.
  const own = kept("reports") ?? [];
  for (const button of document.querySelectorAll("[data-remember]")) {
    const { remember: number, link, forget } = button.dataset;
    const rest = own.filter((report) => report.number !== number);
    const texts = [button.textContent, forget];
    let isKept = rest.length < own.length;
    const show = () => {
      button.textContent = texts[Number(isKept)];
    };
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      isKept = !isKept;
      keep("reports", isKept ? [...rest, { number, link }] : rest);
      show();
    });
  }
  const list = document.querySelector("[data-remembered]");
  if (list && own.length > 0) {
    const rows = document.createElement("ul");
    rows.className = "list";
    for (const { number, link } of own) {
      if (new URL(link).origin !== location.origin) continue;
      const item = rows.appendChild(document.createElement("li"));
      const anchor = item.appendChild(Object.assign(document.createElement("a"), { href: link }));
      anchor.append(Object.assign(document.createElement("b"), { textContent: number }), " ");
      fetch(link)
        .then((answer) => answer.text())
        .then((text) => {
          const state = new DOMParser().parseFromString(text, "text/html").querySelector("h1 .state");
          if (state) anchor.append(state);
        })
        .catch(() => {});
    }
    list.append(rows);
    list.hidden = rows.childElementCount === 0;
  }
})();
