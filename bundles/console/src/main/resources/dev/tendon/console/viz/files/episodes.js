// The list of episodes. Only the rows in sight are in the page, so that a hundred thousand cost what ten do.

'use strict';

(() => {
  const { element } = TendonViz;
  const ROW = 46;
  const SETTLE_MS = 120;

  class Episodes {
    #box;
    #room;
    #all;
    #tasks;
    #fps;
    #shown = [];
    #chosen = -1;
    #rows = new Map();
    #onChoose;
    #timer = 0;
    #count;

    /** @param onChoose is told the number of an episode */
    constructor(box, count, find, { episodes, tasks, fps }, onChoose) {
      this.#box = box;
      this.#count = count;
      this.#all = episodes.map(([index, length, ...its]) => ({ index, length, task: its.map((task) => tasks[task]).join(' · ') }));
      this.#fps = fps;
      this.#onChoose = onChoose;
      this.#room = element('div', 'room');
      box.append(this.#room);
      box.addEventListener('scroll', () => this.#draw());
      box.addEventListener('keydown', (event) => this.#key(event));
      new ResizeObserver(() => this.#draw()).observe(box);
      find.addEventListener('input', () => this.#filter(find.value));
      find.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' || event.key === 'ArrowDown') {
          event.preventDefault();
          box.focus();
          if (this.#shown.length && !this.#shown.some((at) => at === this.#chosen)) {
            this.#choose(this.#shown[0], true);
          }
        }
      });
      this.#filter('');
    }

    #filter(text) {
      const words = text.toLowerCase().split(/\s+/).filter((word) => word);
      this.#shown = [];
      this.#all.forEach((episode, at) => {
        const task = episode.task.toLowerCase();
        if (words.every((word) => `${episode.index}` === word || task.includes(word))) {
          this.#shown.push(at);
        }
      });
      this.#count.textContent = this.#shown.length === this.#all.length ? `${this.#all.length}` : `${this.#shown.length} of ${this.#all.length}`;
      this.#room.style.height = `${this.#shown.length * ROW}px`;
      this.#rows.forEach((row) => row.remove());
      this.#rows.clear();
      this.#draw();
      this.#reveal();
    }

    /** Shows that an episode is the present one. */
    mark(index) {
      this.#choose(this.#all.findIndex((episode) => episode.index === index), false);
    }

    /** Its neighbour in the list. */
    next(step) {
      const at = this.#shown.indexOf(this.#chosen);
      const to = at < 0 ? (step > 0 ? 0 : this.#shown.length - 1) : at + step;
      if (to >= 0 && to < this.#shown.length) {
        this.#choose(this.#shown[to], true);
      }
    }

    #choose(at, tell) {
      this.#chosen = at;
      this.#reveal();
      this.#draw();
      if (tell) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#onChoose(this.#all[at].index), SETTLE_MS);
      }
    }

    #reveal() {
      const at = this.#shown.indexOf(this.#chosen);
      if (at >= 0) {
        const top = at * ROW;
        if (top < this.#box.scrollTop) {
          this.#box.scrollTop = top;
        } else if (top + ROW > this.#box.scrollTop + this.#box.clientHeight) {
          this.#box.scrollTop = top + ROW - this.#box.clientHeight;
        }
      }
    }

    #draw() {
      const first = Math.max(0, Math.floor(this.#box.scrollTop / ROW) - 4);
      const last = Math.min(this.#shown.length, Math.ceil((this.#box.scrollTop + this.#box.clientHeight) / ROW) + 4);
      const at = this.#shown.indexOf(this.#chosen);
      const wanted = new Set();
      for (let i = first; i < last; i++) {
        wanted.add(i);
      }
      if (at >= 0) {
        wanted.add(at); // what is chosen is there to be read out
      }
      this.#rows.forEach((row, i) => {
        if (!wanted.has(i)) {
          row.remove();
          this.#rows.delete(i);
        }
      });
      for (const i of wanted) {
        if (!this.#rows.has(i)) {
          this.#rows.set(i, this.#row(i));
        }
        this.#rows.get(i).setAttribute('aria-selected', `${i === at}`);
      }
      if (at >= 0) {
        this.#box.setAttribute('aria-activedescendant', `episode-${this.#all[this.#chosen].index}`);
      } else {
        this.#box.removeAttribute('aria-activedescendant');
      }
    }

    #row(i) {
      const at = this.#shown[i];
      const episode = this.#all[at];
      const row = element('div', 'episode');
      row.id = `episode-${episode.index}`;
      row.setAttribute('role', 'option');
      row.setAttribute('aria-setsize', `${this.#shown.length}`);
      row.setAttribute('aria-posinset', `${i + 1}`);
      row.style.top = `${i * ROW}px`;
      row.append(
        element('strong', '', `${episode.index}`),
        element('span', 'soft', `${(episode.length / this.#fps).toFixed(1)} s, ${episode.length} frames`),
        element('span', 'what', episode.task || 'no task'));
      row.title = episode.task;
      row.addEventListener('click', () => this.#choose(at, true));
      this.#room.append(row);
      return row;
    }

    #key(event) {
      const page = Math.max(1, Math.floor(this.#box.clientHeight / ROW) - 1);
      const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || !this.#shown.length) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      const at = this.#shown.indexOf(this.#chosen);
      const to = Math.max(0, Math.min(this.#shown.length - 1, (at < 0 ? (step > 0 ? -1 : 0) : at) + step));
      this.#choose(this.#shown[to], true);
    }
  }

  TendonViz.Episodes = Episodes;
})();
