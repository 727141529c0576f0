/**
 * <mikiwame-game> puts the game into any page: a frame, its height, and what it tells, as events.
 *
 *   <script src="https://training.example/embed.js" defer></script>
 *   <mikiwame-game lang="ja" query="mode=training&packs=office"></mikiwame-game>
 *
 * Attributes: src (the page of the game; beside this file by default), lang (ja, en), theme (auto, light, dark),
 * query (how a round is dealt), strict (a frame with scripts and nothing else), state (what the event `mikiwame-state` last gave).
 * Events, each with `detail`: mikiwame-ready, mikiwame-started, mikiwame-progress, mikiwame-result, mikiwame-state, mikiwame-closed.
 * The origin of this page must be on the game's list: docs/embedding.md.
 */
(() => {
  const base =
    document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
  const version = 1;
  const told = ['ready', 'started', 'progress', 'result', 'state', 'closed'];

  class MikiwameGame extends HTMLElement {
    static observedAttributes = ['lang', 'theme'];

    #frame = document.createElement('iframe');
    #origin = '';
    /** What the game said last, for a frame that is loaded again. */
    #state;
    #hear = (event) => this.#heard(event);

    connectedCallback() {
      if (this.#frame.parentNode === this) return;
      const strict = this.hasAttribute('strict');
      const address = new URL(this.getAttribute('src') ?? (strict ? 'embed.html' : 'index.html'), base);
      // A page that lets others write this element must not run their scripts: javascript: and data: would.
      if (!['http:', 'https:', 'file:'].includes(address.protocol)) return;
      for (const [name, value] of new URLSearchParams(this.getAttribute('query') ?? ''))
        address.searchParams.set(name, value);
      if (this.lang !== '') address.searchParams.set('lang', this.lang);
      address.searchParams.set('frame', '1');
      // A frame with scripts alone has an origin of its own, which is written "null".
      this.#origin = strict ? 'null' : address.origin;
      const frame = this.#frame;
      frame.title = this.getAttribute('title') ?? 'Mikiwame 見極め';
      frame.referrerPolicy = 'no-referrer';
      if (strict) frame.sandbox.add('allow-scripts');
      Object.assign(frame.style, {
        border: '0',
        display: 'block',
        width: '100%',
        height: '100%',
        minHeight: '36rem',
      });
      frame.src = address.href;
      addEventListener('message', this.#hear);
      this.append(frame);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      this.#frame.remove();
    }

    attributeChangedCallback(name, _before, value) {
      if (value === null || this.#frame.contentWindow === null) return;
      this.#say(name === 'lang' ? { type: 'language', language: value } : { type: 'theme', theme: value });
    }

    /** Makes the game wait, covered and deaf to mouse and keyboard. A round's time stands still, unless `timer` is 'runs'. */
    pause(paused, { timer } = {}) {
      this.#say({ type: 'pause', paused: paused === true, ...(timer === 'runs' && { timer }) });
    }

    #say(message) {
      const target = this.#origin === 'null' ? '*' : this.#origin;
      this.#frame.contentWindow?.postMessage({ target: 'mikiwame', version, ...message }, target);
    }

    /** Scrolls the page to a place in the frame, if it is out of sight. */
    #show(top) {
      const at = this.#frame.getBoundingClientRect().top + top;
      if (at < 0 || at > innerHeight - 80) scrollBy({ top: at - 16 });
    }

    #heard({ source, origin, data }) {
      if (source !== this.#frame.contentWindow || origin !== this.#origin) return;
      if (typeof data !== 'object' || data === null || data.source !== 'mikiwame' || data.version !== version)
        return;
      const { source: _source, version: _version, type, ...detail } = data;
      if (type === 'ready') {
        const configuration = { type: 'configure' };
        for (const name of ['state', 'theme']) {
          const value = (name === 'state' ? this.#state : undefined) ?? this.getAttribute(name);
          if (value !== null) configuration[name] = value;
        }
        if (this.lang !== '') configuration.language = this.lang;
        this.#say(configuration);
      }
      if (type === 'state' && typeof detail.state === 'string') this.#state = detail.state;
      if (type === 'resize' && typeof detail.height === 'number') {
        this.#frame.style.height = `${Math.min(Math.max(320, Math.ceil(detail.height)), 20_000)}px`;
      }
      if (type === 'reveal' && typeof detail.top === 'number') this.#show(detail.top);
      if (told.includes(type))
        this.dispatchEvent(new CustomEvent(`mikiwame-${type}`, { detail, bubbles: true }));
    }
  }

  if (customElements.get('mikiwame-game') === undefined) customElements.define('mikiwame-game', MikiwameGame);
})();
