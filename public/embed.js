// Defines <assay-assessment>. docs/embedding-reference.md documents attributes, events and messages.
(() => {
  const TAG = 'assay-assessment';
  if (!globalThis.customElements || customElements.get(TAG)) return;
  // A script with another name is a copy and not in the app's folder.
  const SCRIPT = document.currentScript?.src;
  const FOLDER = /\/embed(-[\d.]+)?\.js\b/.test(SCRIPT) ? new URL('.', SCRIPT) : 'none:';
  const LABELS = { en: ['Assessment', 'Start the assessment', 'Close'], zh: ['企业测评', '开始测评', '关闭'], de: ['Bewertung', 'Bewertung beginnen', 'Schließen'], ja: ['企業のAI診断', '診断を始める', '閉じる'] };
  const RELOADING = ['src', 'model', 'mode'];
  const OPTIONS = { theme: ['page', 'auto', 'light', 'dark'], results: ['show', 'hide'], stance: ['provide', 'adopt'], depth: ['quick', 'full'] };
  const FORWARDED = ['resize', 'started', 'progress', 'completed', 'result'];
  const TIMEOUT = 30000;
  const STYLE = `
    :host { display: block; position: relative; }
    :host([hidden]), [hidden] { display: none; }
    iframe:not(.shown) { position: absolute; inset: 0; min-block-size: 1px; visibility: hidden; }
    iframe { display: block; border: 0; inline-size: 100%; block-size: 40rem; }
    i { position: absolute; inset-inline: 0; visibility: hidden; pointer-events: none; }
    button { font: inherit; padding: .6em 1.2em; cursor: pointer; }
    dialog { border: 0; padding: 0; overflow: hidden; inline-size: min(60rem, 100vw - 2rem); block-size: min(56rem, 100dvh - 2rem); max-inline-size: none; max-block-size: none; }
    dialog[open] { display: flex; flex-direction: column; }
    dialog.slider { margin: 0 0 0 auto; inline-size: min(34rem, 100vw); block-size: 100dvh; }
    dialog::backdrop { background: rgb(0 0 0 / .5); }
    dialog button { align-self: flex-end; border: 0; background: none; color: inherit; }
    dialog iframe { flex: 1; }`;

  const encode = message => JSON.stringify({ assay: 1, ...message });
  const decode = text => {
    try {
      const message = typeof text === 'string' ? JSON.parse(text) : null;
      return message?.assay === 1 ? message : {};
    } catch { return {}; }
  };
  const create = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const isOtherOrigin = ({ origin }) => /^http/.test(origin) && origin !== location.origin;
  const styleOf = element => getComputedStyle(element);
  // An element and those that it is in, across shadow roots.
  const ancestors = element => element ? [element, ...ancestors(element.assignedSlot ?? element.parentElement ?? element.getRootNode().host)] : [];
  // The mixture of a colour [red, green, blue, opacity] over an opaque one.
  const over = (top, ground) => ground.map((channel, i) => top[i] * top[3] + channel * (1 - top[3]));
  const toHex = colour => '#' + colour.map(channel => Math.round(255 * Math.min(Math.max(channel, 0), 1)).toString(16).padStart(2, '0')).join('');
  const failure = (code, message) => Object.assign(new Error(message), { code });

  customElements.define(TAG, class extends HTMLElement {
    static observedAttributes = [...RELOADING, ...Object.keys(OPTIONS), 'lang', 'label', 'prefill', 'height'];

    #origin; #frame; #slot; #marker; #dialog; #button; #port; #ready; #refused; #timer; #contentHeight; #result; #section; #knocked; #focusPending; #sent; #observer; #scheme;
    #queue = [];
    #pending = [];

    connectedCallback() {
      addEventListener('message', this.#onMessage);
      addEventListener('load', this.#onPageChange);
      addEventListener('transitionend', this.#onPageChange);
      this.#scheme = matchMedia('(prefers-color-scheme: dark)');
      this.#scheme.onchange = this.#onPageChange;
      this.#observer = new MutationObserver(this.#onPageChange);
      for (const node of [document.documentElement, document.body]) if (node) this.#observer.observe(node, { attributes: true });
      // The link inside the element may not be parsed yet.
      if (document.readyState === 'loading' && !isOtherOrigin(FOLDER)) addEventListener('DOMContentLoaded', () => this.isConnected && this.#build(), { once: true });
      else this.#build();
    }

    // Keeps the frame when the element is moved with moveBefore.
    connectedMoveCallback() {}

    disconnectedCallback() {
      removeEventListener('message', this.#onMessage);
      removeEventListener('load', this.#onPageChange);
      removeEventListener('transitionend', this.#onPageChange);
      this.#scheme.onchange = null;
      this.#observer.disconnect();
      this.#clear();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.#marker) return;
      if (RELOADING.includes(name)) {
        if (name !== 'mode') this.#section = undefined;
        this.#build();
      } else if (name === 'prefill') this.#prefill();
      else this.#applyOptions();
    }

    open() {
      if (this.#marker && !this.#frame) this.#load();
      if (this.#dialog && !this.#dialog.open) this.#dialog.showModal();
      this.#focusFrame();
    }

    close() { this.#dialog?.close(); }

    reset() {
      this.#result = undefined;
      this.#send({ type: 'reset' });
    }

    getResult() {
      if (this.#result) return Promise.resolve(this.#result);
      if (this.#refused) return Promise.reject(failure('not-allowed', 'This page may not be sent a result.'));
      const promise = new Promise((resolve, reject) => this.#pending.push({ resolve, reject }));
      this.open();
      if (this.#marker && !this.#frame) this.#rejectUnreachable();
      if (this.#ready) this.#requestResult();
      return promise;
    }

    get #container() { return this.#dialog ?? this.shadowRoot; }

    #requestResult() { this.#send({ type: 'get-result' }); }

    #focusFrame() {
      this.#focusPending = true;
      if (!this.#frame?.className) return;
      this.#focusPending = false;
      this.#frame.focus();
      this.#frame.contentWindow.focus();
    }

    #showFrame() {
      this.#knocked = true;
      this.#frame.className = 'shown';
      this.#slot.hidden = true;
      if (this.#focusPending) this.#focusFrame();
    }

    #appAddress() {
      const src = this.getAttribute('src');
      const link = [...this.querySelectorAll('a')].find(isOtherOrigin);
      return new URL(src ?? (!isOtherOrigin(FOLDER) && link || FOLDER), document.baseURI);
    }

    #build() {
      if (!this.shadowRoot) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
      }
      this.#clear();
      const mode = this.getAttribute('mode');
      this.#marker = create('i');
      this.#slot = create('slot');
      if (mode === 'popup' || mode === 'slider') {
        this.#button = create('button', { type: 'button', part: 'button', onclick: () => this.open() });
        this.#dialog = create('dialog', { className: mode, part: 'dialog' });
        this.#dialog.append(create('button', { type: 'button', part: 'close', onclick: () => this.close() }));
        this.#dialog.onclick = event => event.target === this.#dialog && this.close();
        this.shadowRoot.append(this.#button, this.#dialog);
      }
      this.#container.append(this.#slot);
      this.shadowRoot.append(this.#marker);
      if (!this.#dialog) this.#load();
      this.#update();
    }

    #clear() {
      this.#closePort();
      this.shadowRoot?.replaceChildren();
      this.#frame = this.#origin = this.#knocked = this.#focusPending = this.#marker = this.#dialog = this.#button = this.#contentHeight = this.#result = undefined;
    }

    #closePort() {
      clearTimeout(this.#timer);
      this.#port?.close();
      this.#timer = this.#port = this.#ready = this.#refused = undefined;
    }

    #load() {
      let url;
      try { url = this.#appAddress(); } catch {}
      if (!/^http/.test(url?.protocol)) return this.#reportError(this.hasAttribute('src') ? 'origin' : 'address', 'Name the address of the app in src.');
      url.hash = this.#section ? `#/s/${encodeURIComponent(this.#section)}` : '';
      url.searchParams.set('embed', '1');
      const { lang, theme, colours } = this.#options();
      const model = this.getAttribute('model');
      for (const [name, value] of Object.entries({ model, lang, theme, colours })) if (value) url.searchParams.set(name, value);
      this.#origin = url.origin;
      const frame = this.#frame = create('iframe', { part: 'frame', allow: 'clipboard-write; web-share', loading: this.#dialog ? 'eager' : 'lazy', src: url.href });
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals');
      frame.onload = () => {
        // The focus was on the document before it loaded.
        if (this.shadowRoot.activeElement === frame) this.#focusFrame();
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          if (!this.#knocked) return this.#showFallback();
          this.#knocked = false;
          this.#timer = setTimeout(() => this.#ready || this.#refused || this.#reportError('handshake', 'The app did not answer.'), TIMEOUT);
        }, 2000);
      };
      // The host may never answer; a lazy frame may not have started to load.
      this.#timer = setTimeout(() => frame.getBoundingClientRect().top < innerHeight && this.#showFallback(), TIMEOUT);
      this.#update();
      this.#container.append(frame);
    }

    #showFallback() {
      const home = new URL(this.#frame.src);
      home.searchParams.delete('embed');
      home.hash = '';
      this.#closePort();
      this.#frame.remove();
      this.#frame = undefined;
      this.#slot.hidden = false;
      if (!this.#slot.firstChild) this.#slot.append(create('a', { href: home, target: '_blank', rel: 'noopener', textContent: this.#labels()[1] }));
      this.#reportError('unreachable', `No app at ${home}, or its frame-ancestors do not name this page.`);
      this.#rejectUnreachable();
    }

    #rejectUnreachable() { this.#settle('reject', failure('unreachable', 'There is no app.')); }

    // Applies attributes outside the frame.
    #update() {
      const [title, start, close] = this.#labels();
      const label = this.getAttribute('label');
      if (this.#button) {
        this.#button.textContent = label || start;
        this.#dialog.setAttribute('aria-label', label || title);
        this.#dialog.firstChild.textContent = close;
        const [paper, ink] = this.#options().colours.split(' ');
        Object.assign(this.#dialog.style, { background: ink && paper, color: ink });
      }
      if (!this.#frame) return;
      this.#frame.title = label || title;
      const height = this.#fixedHeight() ?? this.#contentHeight;
      this.#frame.style.blockSize = this.#dialog || !height ? '' : `${height}px`;
    }

    #fixedHeight() {
      const height = parseFloat(this.getAttribute('height'));
      return height > 0 ? height : undefined;
    }

    #labels() { return LABELS[this.#lang()] ?? LABELS.en; }

    // The language without its region.
    #lang() { return this.closest('[lang]')?.lang.slice(0, 2).toLowerCase(); }

    // The page's colours at the element, with the accent if the page has one.
    #pageColours() {
      const read = colour => {
        // Any notation becomes red, green, blue and opacity in sRGB.
        this.#marker.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
        const [red, green, blue, opacity = 1] = (styleOf(this.#marker).color.match(/-?[\d.]+(e-\d+)?/g) ?? []).map(Number);
        return [red, green, blue, opacity];
      };
      const paper = ancestors(this).reduceRight((ground, node) => over(read(styleOf(node).backgroundColor), ground), read('canvas').slice(0, 3));
      const { color, accentColor } = styleOf(this);
      const colours = [paper, over(read(color), paper)];
      const link = this.querySelector('a');
      // A link may look like a button. One in the browser's own colour says nothing about the page.
      const styles = link && styleOf(link);
      const accent = accentColor === 'auto' ? styles && (read(styles.backgroundColor)[3] > .5 ? styles.backgroundColor : styles.color) : accentColor;
      if (accent && `${read(accent)}` !== `${read('linktext')}`) colours.push(over(read(accent), paper));
      const sum = colour => colour[0] + colour[1] + colour[2];
      return { theme: sum(colours[1]) > sum(paper) ? 'dark' : 'light', colours: colours.map(toHex).join(' ') };
    }

    // An unknown value is ignored; theme and results have defaults.
    #options() {
      const lang = this.#lang();
      const options = {
        height: this.#dialog || this.#fixedHeight() ? 'fixed' : 'auto',
        lang: LABELS[lang] && (lang === 'zh' ? 'zh-CN' : lang),
        theme: 'page', colours: 'none', results: 'show',
      };
      for (const [name, words] of Object.entries(OPTIONS)) {
        const value = this.getAttribute(name);
        if (words.includes(value)) options[name] = value;
      }
      return options.theme === 'page' ? { ...options, ...this.#pageColours() } : options;
    }

    #prefill(unless_begun) {
      const text = this.getAttribute('prefill')?.trim();
      if (!text) return;
      if (!unless_begun) this.#result = undefined;
      if (!text.startsWith('{')) return this.#send({ type: 'prefill', link: text, unless_begun });
      try {
        this.#send({ type: 'prefill', answers: JSON.parse(text), unless_begun });
      } catch (error) { this.#reportError('prefill', String(error)); }
    }

    #onPageChange = ({ target } = {}) => {
      if (!this.#marker || target instanceof Element && !target.contains(this)) return;
      // The end of a transition is an event of its own.
      if (ancestors(this).some(node => node.getAnimations().some(one => one instanceof CSSTransition))) return;
      this.#applyOptions();
    };

    #applyOptions() {
      this.#update();
      this.#sendOptions();
    }

    // Sends only what has changed: the visitor may have changed the rest.
    #sendOptions() {
      if (!this.#ready) return;
      const before = this.#sent;
      this.#sent = this.#options();
      const changed = Object.entries(this.#sent).filter(([name, value]) => value && value !== before[name]);
      if (changed.length) this.#send({ type: 'options', options: Object.fromEntries(changed) });
    }

    // Only "knock" is accepted from the window; all other messages use the port.
    #onMessage = event => {
      const known = this.#frame && event.source === this.#frame.contentWindow && event.origin === this.#origin;
      if (known && decode(event.data).type === 'knock') {
        this.#showFrame();
        this.#sendHello();
      }
    };

    #sendHello() {
      this.#closePort();
      const { port1: port, port2 } = new MessageChannel();
      const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
      const options = this.#sent = this.#options();
      this.#port = port;
      port.onmessage = ({ data }) => {
        const { type, nonce: answer, version, result } = decode(data);
        if (answer === nonce && type === 'welcome') {
          port.onmessage = ({ data }) => this.#onPortMessage(decode(data));
          this.#onWelcome({ version, result });
        } else {
          this.#closePort();
          this.#refused = true;
          this.#reportError(...(answer === nonce ? ['origin', 'The app’s allowed_origins do not name this page.'] : ['handshake', 'The frame answered with another nonce.']));
          this.#settle('reject', failure('not-allowed', 'This page may not be sent a result.'));
        }
      };
      this.#frame.contentWindow.postMessage(encode({ type: 'hello', nonce, options }), this.#origin, [port2]);
    }

    #onWelcome(detail) {
      this.#ready = true;
      this.#sendOptions();
      this.#prefill(true);
      for (const message of this.#queue.splice(0)) this.#send(message);
      if (this.#pending.length) this.#requestResult();
      this.#dispatch('ready', detail);
    }

    #send(message) {
      if (this.#ready) this.#port.postMessage(encode(message));
      else if (!message.unless_begun) this.#queue.push(message);
    }

    #onPortMessage({ assay, type, ...detail }) {
      if (type === 'resize') {
        this.#contentHeight = Math.min(Math.max(detail.height | 0, 0), 1e6);
        this.#update();
      } else if (type === 'scroll') this.#scroll(detail);
      else if (type === 'escape') this.close();
      else if (type === 'progress') this.#section = detail.section;
      else if (type === 'outdated') this.#result = undefined;
      else if (type === 'result') this.#settle('resolve', this.#result = detail);
      else if (type === 'declined') this.#settle('reject', failure(detail.reason, 'No result was sent.'));
      if (type === 'error') this.#reportError(detail.code, detail.message);
      else if (FORWARDED.includes(type)) this.#dispatch(type, detail);
    }

    #scroll({ top, bottom, block }) {
      if (this.#dialog || this.#fixedHeight()) return;
      this.#marker.style.top = `${top}px`;
      this.#marker.style.height = `${bottom - top}px`;
      const y = this.#marker.getBoundingClientRect().top;
      if (block === 'start' && y >= 0 && y < innerHeight / 2) return;
      this.#marker.scrollIntoView({ block });
    }

    #settle(how, value) {
      for (const waiting of this.#pending.splice(0)) waiting[how](value);
    }

    #reportError(code, message) {
      console.info(`<${TAG}> ${code}: ${message}`);
      this.#dispatch('error', { code, message });
    }

    #dispatch(name, detail) {
      this.dispatchEvent(new CustomEvent(`assay-${name}`, { detail, bubbles: true, composed: true }));
    }
  });
})();
