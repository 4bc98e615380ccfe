// Statistics: those that the dataset holds, and those of the episode in sight, counted here.

'use strict';

(() => {
  const { element, elementNames, number } = TendonViz;
  const ORDER = ['min', 'q01', 'q10', 'q50', 'mean', 'q90', 'q99', 'max', 'std', 'count'];
  const BOOKKEEPING = new Set(['timestamp', 'frame_index', 'episode_index', 'index', 'task_index']);
  const CHANNELS = ['red', 'green', 'blue'];

  function ofColumn(values, elements, e) {
    let min = Infinity;
    let max = -Infinity;
    let sum = 0;
    let count = 0;
    for (let i = e; i < values.length; i += elements) {
      const value = values[i];
      if (Number.isFinite(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value;
        count++;
      }
    }
    const mean = sum / count;
    let squares = 0;
    for (let i = e; i < values.length; i += elements) {
      if (Number.isFinite(values[i])) {
        squares += (values[i] - mean) ** 2;
      }
    }
    return { min: count ? min : NaN, max: count ? max : NaN, mean, std: Math.sqrt(squares / count), count };
  }

  class Statistics {
    #box;
    #dataset;
    #episode = null;
    #whole;
    #tables;
    #stale = true;
    #shown = false;

    constructor(box, dataset) {
      this.#box = box;
      this.#dataset = dataset;
      this.#whole = dataset.statistics.length > 0;
      const choice = element('div', 'choice');
      choice.setAttribute('role', 'radiogroup');
      choice.setAttribute('aria-label', 'Statistics of');
      for (const [whole, text] of [[true, 'Whole dataset'], [false, 'This episode']]) {
        const label = element('label');
        const radio = element('input');
        radio.type = 'radio';
        radio.name = 'statistics-of';
        radio.checked = whole === this.#whole;
        radio.disabled = whole && !dataset.statistics.length;
        radio.addEventListener('change', () => {
          this.#whole = whole;
          this.#change();
        });
        label.append(radio, ` ${text}`);
        choice.append(label);
      }
      this.#tables = element('div');
      box.append(choice);
      if (!dataset.statistics.length) {
        box.append(element('p', 'soft', 'The dataset holds no statistics of the whole.'));
      }
      box.append(this.#tables);
    }

    show(episode) {
      this.#episode = episode;
      this.#change();
    }

    /** Tables are made when they are looked at. */
    set visible(visible) {
      this.#shown = visible;
      this.#draw();
    }

    #change() {
      this.#stale = true;
      this.#draw();
    }

    #draw() {
      if (!this.#shown || !this.#stale || !this.#episode) {
        return;
      }
      this.#stale = false;
      this.#tables.replaceChildren(...(this.#whole ? this.#ofDataset() : this.#ofEpisode()));
    }

    #ofDataset() {
      const place = ({ feature }) => {
        const at = this.#dataset.features.findIndex(({ name }) => name === feature);
        return at + (at < 0 || BOOKKEEPING.has(feature) ? this.#dataset.features.length + 1 : 0);
      };
      return [...this.#dataset.statistics].sort((a, b) => place(a) - place(b)).map(({ feature, values }) => {
        const declared = this.#dataset.features.find(({ name }) => name === feature);
        const size = Math.max(...values.filter(({ name }) => name !== 'count').map(({ numbers }) => numbers.length), 1);
        const names = this.#names(declared, size);
        const rows = names.map((name, i) => [name, new Map(values.map((value) => [value.name, value.numbers[Math.min(i, value.numbers.length - 1)]]))]);
        return this.#table(feature, rows, values.map(({ name }) => name));
      });
    }

    #names(declared, size) {
      if (declared && (declared.dtype === 'video' || declared.dtype === 'image')) {
        return size === 3 ? CHANNELS : Array.from({ length: size }, (_, i) => `channel ${i}`);
      }
      const names = declared ? elementNames(declared) : [];
      return names.length === size ? names : Array.from({ length: size }, (_, i) => `[${i}]`);
    }

    #ofEpisode() {
      const tables = [];
      this.#dataset.features.forEach((feature, f) => {
        const column = this.#episode.columns.get(f);
        if (column?.values && !BOOKKEEPING.has(feature.name)) {
          const names = elementNames(feature);
          const rows = names.map((name, i) => [name, new Map(Object.entries(ofColumn(column.values, names.length, i)))]);
          tables.push(this.#table(feature.name, rows, ['min', 'mean', 'max', 'std', 'count']));
        }
      });
      return tables;
    }

    #table(title, rows, columns) {
      const ordered = [...ORDER.filter((name) => columns.includes(name)), ...columns.filter((name) => !ORDER.includes(name))];
      const wrap = element('div', 'table');
      wrap.tabIndex = 0;
      wrap.setAttribute('role', 'region');
      wrap.setAttribute('aria-label', `Statistics of ${title}`);
      const table = element('table');
      table.append(element('caption', '', title));
      const head = element('tr');
      head.append(element('td'));
      ordered.forEach((name) => {
        const cell = element('th', '', name);
        cell.scope = 'col';
        head.append(cell);
      });
      const thead = element('thead');
      thead.append(head);
      const body = element('tbody');
      for (const [name, values] of rows) {
        const row = element('tr');
        const cell = element('th', '', rows.length === 1 && name === '[0]' ? 'value' : name);
        cell.scope = 'row';
        const scale = Math.max(Math.abs(values.get('min') ?? 0), Math.abs(values.get('max') ?? 0));
        row.append(cell, ...ordered.map((column) => {
          const value = values.get(column);
          const figure = element('td', '', number(Math.abs(value) < 1e-6 * scale ? 0 : value));
          figure.title = `${value ?? ''}`;
          return figure;
        }));
        body.append(row);
      }
      table.append(thead, body);
      wrap.append(table);
      return wrap;
    }
  }

  TendonViz.Statistics = Statistics;
})();
