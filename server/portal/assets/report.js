// What script adds to the form of a report: work that a machine which sends thousands would have to do for each, a look at the photo's size.
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

  for (const form of document.querySelectorAll("form[data-work]")) {
    const done = fetch(form.dataset.work)
      .then((answer) => answer.json())
      .then(({ challenge, bits }) => work(challenge, bits))
      .then((proof) => {
        form.elements.proof.value = proof;
      })
      // Without it the report is taken by the slower way.
      .catch(() => {});
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
      done.then(() => form.submit());
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
})();
