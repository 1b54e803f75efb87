// Assay on any page: <assay-assessment>. docs/embedding-reference.md tells attributes, events and messages.
(() => {
  const TAG = 'assay-assessment';
  if (!globalThis.customElements || customElements.get(TAG)) return;
  // Under another name it is a copy, elsewhere than the app.
  const SCRIPT = document.currentScript?.src;
  const HOME = /\/embed(-[\d.]+)?\.js\b/.test(SCRIPT) ? new URL('.', SCRIPT) : 'none:';
  const WORDS = { en: ['Assessment', 'Start the assessment', 'Close'], zh: ['企业测评', '开始测评', '关闭'] };
  const LOADING = ['src', 'model', 'mode'];
  const OPTIONS = { theme: ['auto', 'light', 'dark'], results: ['show', 'hide'], stance: ['provide', 'adopt'], depth: ['quick', 'full'] };
  const TOLD = ['resize', 'started', 'progress', 'completed', 'result'];
  const PATIENCE = 30000;
  const STYLE = `
    :host { display: block; position: relative; }
    :host([hidden]) { display: none; }
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

  const pack = message => JSON.stringify({ assay: 1, ...message });
  const unpack = text => {
    try {
      const message = typeof text === 'string' ? JSON.parse(text) : null;
      return message?.assay === 1 ? message : {};
    } catch { return {}; }
  };
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const isFar = ({ origin }) => /^http/.test(origin) && origin !== location.origin;
  const failure = (code, message) => Object.assign(new Error(message), { code });

  customElements.define(TAG, class extends HTMLElement {
    static observedAttributes = [...LOADING, ...Object.keys(OPTIONS), 'lang', 'label', 'prefill', 'height'];

    #app; #frame; #slot; #mark; #dialog; #button; #port; #ready; #refused; #timer; #content; #result; #section; #knocked; #wanted;
    #kept = [];
    #waiting = [];

    connectedCallback() {
      addEventListener('message', this.#hear);
      // The link in it may not be read yet.
      if (document.readyState === 'loading' && !isFar(HOME)) addEventListener('DOMContentLoaded', () => this.isConnected && this.#build(), { once: true });
      else this.#build();
    }

    // A frame that is moved this way goes on.
    connectedMoveCallback() {}

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      this.#clear();
    }

    attributeChangedCallback(name, before, now) {
      if (before === now || !this.#mark) return;
      if (LOADING.includes(name)) {
        if (name !== 'mode') this.#section = undefined;
        this.#build();
      } else if (name === 'prefill') this.#prefill();
      else {
        this.#dress();
        // Only what changed: the visitor may have chosen otherwise in the meantime.
        const value = this.#options()[name];
        if (value) this.#send({ type: 'options', options: { [name]: value } });
      }
    }

    open() {
      if (this.#mark && !this.#frame) this.#load();
      if (this.#dialog && !this.#dialog.open) this.#dialog.showModal();
      this.#enter();
    }

    close() { this.#dialog?.close(); }

    reset() {
      this.#result = undefined;
      this.#send({ type: 'reset' });
    }

    getResult() {
      if (this.#result) return Promise.resolve(this.#result);
      if (this.#refused) return Promise.reject(failure('not-allowed', 'This page may not be sent a result.'));
      const promise = new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
      this.open();
      if (this.#mark && !this.#frame) this.#lose();
      if (this.#ready) this.#ask();
      return promise;
    }

    get #box() { return this.#dialog ?? this.shadowRoot; }

    #ask() { this.#send({ type: 'get-result' }); }

    #enter() {
      this.#wanted = true;
      if (!this.#frame?.className) return;
      this.#wanted = false;
      this.#frame.focus();
      this.#frame.contentWindow.focus();
    }

    #show() {
      this.#knocked = true;
      this.#frame.className = 'shown';
      this.#slot.remove();
      if (this.#wanted) this.#enter();
    }

    #home() {
      const src = this.getAttribute('src');
      const link = [...this.querySelectorAll('a')].find(isFar);
      return new URL(src ?? (!isFar(HOME) && link || HOME), document.baseURI);
    }

    #build() {
      if (!this.shadowRoot) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
      }
      this.#clear();
      const mode = this.getAttribute('mode');
      this.#mark = make('i');
      this.#slot = make('slot');
      if (mode === 'popup' || mode === 'slider') {
        this.#button = make('button', { type: 'button', part: 'button', onclick: () => this.open() });
        this.#dialog = make('dialog', { className: mode, part: 'dialog' });
        this.#dialog.append(make('button', { type: 'button', part: 'close', onclick: () => this.close() }));
        this.#dialog.onclick = event => event.target === this.#dialog && this.close();
        this.shadowRoot.append(this.#button, this.#dialog);
      }
      this.#box.append(this.#slot);
      if (!this.#dialog) this.#load();
      this.shadowRoot.append(this.#mark);
      this.#dress();
    }

    #clear() {
      this.#hangUp();
      this.shadowRoot?.replaceChildren();
      this.#frame = this.#app = this.#knocked = this.#wanted = this.#mark = this.#dialog = this.#button = this.#content = this.#result = undefined;
    }

    #hangUp() {
      clearTimeout(this.#timer);
      this.#port?.close();
      this.#timer = this.#port = this.#ready = this.#refused = undefined;
    }

    #load() {
      let url;
      try { url = this.#home(); } catch {}
      if (!/^http/.test(url?.protocol)) return this.#fail(this.hasAttribute('src') ? 'origin' : 'address', 'Name the address of the app in src.');
      url.hash = this.#section ? `#/s/${encodeURIComponent(this.#section)}` : '';
      url.searchParams.set('embed', '1');
      const { lang, theme } = this.#options();
      const model = this.getAttribute('model');
      for (const [name, value] of Object.entries({ model, lang, theme })) if (value) url.searchParams.set(name, value);
      this.#app = url.origin;
      const frame = this.#frame = make('iframe', { part: 'frame', allow: 'clipboard-write; web-share', loading: this.#dialog ? 'eager' : 'lazy', src: url.href });
      frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals');
      frame.onload = () => {
        // What was focused was the frame as it was before it loaded.
        if (this.shadowRoot.activeElement === frame) this.#enter();
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          if (!this.#knocked) return this.#giveUp();
          this.#knocked = false;
          this.#timer = setTimeout(() => this.#ready || this.#refused || this.#fail('handshake', 'The app did not answer.'), PATIENCE);
        }, 2000);
      };
      // A host may never answer; a lazy frame may not have asked yet.
      this.#timer = setTimeout(() => frame.getBoundingClientRect().top < innerHeight && this.#giveUp(), PATIENCE);
      this.#dress();
      this.#box.append(frame);
    }

    #giveUp() {
      const home = new URL(this.#frame.src);
      home.searchParams.delete('embed');
      home.hash = '';
      this.#hangUp();
      this.#frame.remove();
      this.#frame = undefined;
      this.#box.append(this.#slot);
      if (!this.#slot.firstChild) this.#slot.append(make('a', { href: home, target: '_blank', rel: 'noopener', textContent: this.#words()[1] }));
      this.#fail('unreachable', `No app at ${home}, or its frame-ancestors do not name this page.`);
      this.#lose();
    }

    #lose() { this.#give('reject', failure('unreachable', 'There is no app.')); }

    // What attributes say about things outside the frame.
    #dress() {
      const [title, start, close] = this.#words();
      const label = this.getAttribute('label');
      if (this.#button) {
        this.#button.textContent = label || start;
        this.#dialog.setAttribute('aria-label', label || title);
        this.#dialog.firstChild.textContent = close;
      }
      if (!this.#frame) return;
      this.#frame.title = label || title;
      const height = this.#fixed() ?? this.#content;
      this.#frame.style.blockSize = this.#dialog || !height ? '' : `${height}px`;
    }

    #fixed() {
      const height = parseFloat(this.getAttribute('height'));
      return height > 0 ? height : undefined;
    }

    #words() { return WORDS[/^zh/i.test(this.#lang()) ? 'zh' : 'en']; }

    #lang() { return this.closest('[lang]')?.lang ?? ''; }

    // A word that is none of those is as good as none; theme and results have a word for that.
    #options() {
      const lang = this.#lang();
      const options = {
        height: this.#dialog || this.#fixed() ? 'fixed' : 'auto',
        lang: /^zh/i.test(lang) ? 'zh-CN' : /^en/i.test(lang) ? 'en' : undefined,
        theme: 'auto', results: 'show',
      };
      for (const [name, words] of Object.entries(OPTIONS)) {
        const value = this.getAttribute(name);
        if (words.includes(value)) options[name] = value;
      }
      return options;
    }

    #prefill(unless_begun) {
      const text = this.getAttribute('prefill')?.trim();
      if (!text) return;
      if (!unless_begun) this.#result = undefined;
      if (!text.startsWith('{')) return this.#send({ type: 'prefill', link: text, unless_begun });
      try {
        this.#send({ type: 'prefill', answers: JSON.parse(text), unless_begun });
      } catch (error) { this.#fail('prefill', String(error)); }
    }

    // The only message that is taken from a window: the frame says that it is there.
    #hear = event => {
      const known = this.#frame && event.source === this.#frame.contentWindow && event.origin === this.#app;
      if (known && unpack(event.data).type === 'knock') {
        this.#show();
        this.#greet();
      }
    };

    #greet() {
      this.#hangUp();
      const { port1: port, port2 } = new MessageChannel();
      const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
      const options = this.#options();
      this.#port = port;
      port.onmessage = ({ data }) => {
        const { type, nonce: answer, version, result } = unpack(data);
        if (answer === nonce && type === 'welcome') {
          port.onmessage = ({ data }) => this.#take(unpack(data));
          this.#welcome({ version, result }, options);
        } else {
          this.#hangUp();
          this.#refused = true;
          this.#fail(...(answer === nonce ? ['origin', 'The app’s allowed_origins do not name this page.'] : ['handshake', 'The frame answered with another nonce.']));
          this.#give('reject', failure('not-allowed', 'This page may not be sent a result.'));
        }
      };
      this.#frame.contentWindow.postMessage(pack({ type: 'hello', nonce, options }), this.#app, [port2]);
    }

    #welcome(detail, greeted) {
      this.#ready = true;
      for (const [name, value] of Object.entries(this.#options())) if (value && value !== greeted[name]) this.#send({ type: 'options', options: { [name]: value } });
      this.#prefill(true);
      for (const message of this.#kept.splice(0)) this.#send(message);
      if (this.#waiting.length) this.#ask();
      this.#tell('ready', detail);
    }

    #send(message) {
      if (this.#ready) this.#port.postMessage(pack(message));
      else if (message.type !== 'options' && !message.unless_begun) this.#kept.push(message);
    }

    #take({ assay, type, ...detail }) {
      if (type === 'resize') {
        this.#content = Math.min(Math.max(detail.height | 0, 0), 1e6);
        this.#dress();
      } else if (type === 'scroll') this.#scroll(detail);
      else if (type === 'escape') this.close();
      else if (type === 'progress') this.#section = detail.section;
      else if (type === 'outdated') this.#result = undefined;
      else if (type === 'result') this.#give('resolve', this.#result = detail);
      else if (type === 'declined') this.#give('reject', failure(detail.reason, 'No result was sent.'));
      if (type === 'error') this.#fail(detail.code, detail.message);
      else if (TOLD.includes(type)) this.#tell(type, detail);
    }

    #scroll({ top, bottom, block }) {
      if (this.#dialog || this.#fixed()) return;
      this.#mark.style.top = `${top}px`;
      this.#mark.style.height = `${bottom - top}px`;
      const y = this.#mark.getBoundingClientRect().top;
      if (block === 'start' && y >= 0 && y < innerHeight / 2) return;
      this.#mark.scrollIntoView({ block });
    }

    #give(how, value) {
      for (const waiting of this.#waiting.splice(0)) waiting[how](value);
    }

    #fail(code, message) {
      console.info(`<${TAG}> ${code}: ${message}`);
      this.#tell('error', { code, message });
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`assay-${name}`, { detail, bubbles: true, composed: true }));
    }
  });
})();
