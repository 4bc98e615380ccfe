// Plots of an episode's values: a card an element; state and action of the same joint share one.

'use strict';

(() => {
  const { element, elementNames, number } = TendonViz;
  const HEIGHT = 118;
  const MOST_CARDS = 64;
  const BOOKKEEPING = new Set(['timestamp', 'frame_index', 'episode_index', 'index', 'task_index']);
  const STATE = 'observation.state';
  const ACTION = 'action';

  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /** Some room above and below; a value that does not change is a line in the middle. */
  function around(plot, low, high) {
    if (low === null || high === null) {
      return [-1, 1];
    }
    const room = high > low ? (high - low) * 0.08 : Math.max(Math.abs(high) * 0.05, 0.5);
    return [low - room, high + room];
  }

  /** As many as tell values apart that lie on a plot's scale; the same for all, so that they do not jump. -1: as they come. */
  function digits(series) {
    let low = Infinity;
    let high = -Infinity;
    let whole = true;
    for (const values of series) {
      for (const value of values) {
        if (value !== null) {
          low = Math.min(low, value);
          high = Math.max(high, value);
          whole &&= Number.isInteger(value);
        }
      }
    }
    const size = Math.max(Math.abs(low), Math.abs(high));
    return whole || size >= 1e6 || high - low < 1e-6 ? -1 : Math.max(1, Math.min(6, 2 - Math.floor(Math.log10(high - low))));
  }

  /** What cards there are for a dataset: [{ heading, cards: [{ title, lines: [{ feature, element, elements, style }] }] }]. */
  function groups(features) {
    const numeric = features
      .map((feature, index) => ({ feature, index, names: elementNames(feature) }))
      .filter(({ feature }) => feature.plotted && feature.dtype !== 'string' && !BOOKKEEPING.has(feature.name));
    const line = (entry, i, style) => ({ feature: entry.index, element: i, elements: entry.names.length, style, flag: entry.feature.dtype === 'bool' });
    const found = [];
    const state = numeric.find(({ feature }) => feature.name === STATE);
    const action = numeric.find(({ feature }) => feature.name === ACTION);
    if (state || action) {
      const cards = new Map();
      for (const [entry, style] of [[state, 'observed'], [action, 'sent']]) {
        entry?.names.forEach((name, i) => {
          const key = state && action && state.names.length === action.names.length && entry.feature.names.length !== entry.names.length ? i : name;
          const repeated = cards.get(key)?.lines.some((known) => known.feature === entry.index);
          const place = repeated ? `${name} ${i}` : key;
          if (!cards.has(place)) {
            cards.set(place, { title: `${name}`, lines: [] });
          }
          cards.get(place).lines.push(line(entry, i, style));
        });
      }
      found.push({
        heading: state && action ? 'State and action' : state ? 'State' : 'Action',
        legend: [[state, 'observed', STATE], [action, 'sent', ACTION]].filter(([entry]) => entry).map(([, style, name]) => [style, name]),
        cards: [...cards.values()],
      });
    }
    const others = numeric.filter((entry) => entry !== state && entry !== action);
    const single = others.filter(({ names }) => names.length === 1);
    if (single.length) {
      found.push({
        heading: 'Signals',
        legend: [],
        cards: single.map((entry) => ({ title: entry.feature.name, lines: [line(entry, 0, 'other')] })),
      });
    }
    for (const entry of others.filter(({ names }) => names.length > 1)) {
      found.push({
        heading: entry.feature.name,
        legend: [],
        cards: entry.names.map((name, i) => ({ title: name, lines: [line(entry, i, 'other')] })),
      });
    }
    return found;
  }

  /** Least and greatest value in each of some equal parts, where there are more frames than a screen has columns. */
  function thinned(times, from, to, width, series) {
    const count = to - from;
    const parts = Math.max(50, Math.floor(width));
    if (count <= 2 * parts) {
      return [Array.from(times.subarray(from, to)), ...series.map((value) => Array.from({ length: count }, (_, i) => value(from + i)))];
    }
    const xs = [];
    const ys = series.map(() => []);
    for (let part = 0; part < parts; part++) {
      const begin = from + Math.floor(part * count / parts);
      const end = from + Math.floor((part + 1) * count / parts);
      xs.push(times[begin], times[(begin + end) >> 1]);
      series.forEach((value, s) => {
        let low = null;
        let high = null;
        let lowAt = begin;
        let highAt = begin;
        for (let i = begin; i < end; i++) {
          const y = value(i);
          if (y !== null && (low === null || y < low)) {
            [low, lowAt] = [y, i];
          }
          if (y !== null && (high === null || y > high)) {
            [high, highAt] = [y, i];
          }
        }
        ys[s].push(...(lowAt <= highAt ? [low, high] : [high, low]));
      });
    }
    xs.push(times[to - 1]);
    series.forEach((value, s) => ys[s].push(value(to - 1)));
    return [xs, ...ys];
  }

  class Card {
    #plots;
    #plot = null;
    #box;
    #head;
    #values = [];
    #digits = -1;
    #lines;
    #stale = true;
    visible = false;

    constructor(parent, plots, { title, lines }) {
      this.#plots = plots;
      this.#lines = lines;
      this.article = element('article', 'card');
      const head = element('div', 'card-head');
      head.append(element('h4', '', title));
      const now = element('p', 'now');
      this.#values = lines.map((line) => {
        const value = element('span', line.style);
        now.append(value);
        return value;
      });
      head.append(now);
      this.#box = element('div', 'plot');
      this.#box.setAttribute('role', 'img');
      this.#box.setAttribute('aria-label', `${title} over time`);
      this.article.append(head, this.#box);
      parent.append(this.article);
    }

    #value(line) {
      const column = this.#plots.episode.columns.get(line.feature);
      return (frame) => {
        const value = column ? column.values[frame * line.elements + line.element] : NaN;
        return Number.isFinite(value) ? value : null;
      };
    }

    /** Other data, another part of them, or other colours. */
    change() {
      this.#stale = true;
      this.draw();
    }

    draw() {
      if (!this.visible || !this.#stale || !this.#plots.episode) {
        return;
      }
      this.#stale = false;
      const { episode, from, to, start, end } = this.#plots;
      this.#plot ??= this.#make();
      const data = thinned(episode.times, from, to, this.#plot.width, this.#lines.map((line) => this.#value(line)));
      this.#digits = digits(data.slice(1));
      this.#plot.batch(() => {
        this.#plot.setData(data, true);
        this.#plot.setScale('x', { min: start, max: end });
      });
      this.point();
    }

    #make() {
      const axis = { stroke: () => css('--soft'), grid: { stroke: () => css('--grid'), width: 1 }, ticks: { show: false }, font: '11px system-ui, sans-serif' };
      const plots = this.#plots;
      let pressedAt = null;
      const plot = new uPlot({
        width: Math.max(120, this.#box.clientWidth),
        height: HEIGHT,
        padding: [8, 10, 0, 0],
        legend: { show: false },
        cursor: {
          y: false,
          points: { show: false },
          drag: { x: true, y: false, dist: 5, setScale: false },
          bind: { dblclick: () => () => plots.zoomAll() },
        },
        scales: { x: { time: false, range: (u, low, high) => [low, high] }, y: { range: around } },
        axes: [
          { ...axis, size: 20, gap: 2, values: (u, ticks) => ticks.map((tick) => `${+tick.toFixed(3)} s`) },
          { ...axis, size: 50, gap: 4, space: 24, values: (u, ticks) => ticks.map((tick) => `${+tick.toPrecision(6)}`) },
        ],
        series: [{}, ...this.#lines.map((line) => ({
          stroke: () => css(`--${line.style}`),
          width: line.style === 'observed' ? 2 : 1.5,
          points: { show: false },
          spanGaps: false,
          ...(line.flag ? { paths: uPlot.paths.stepped({ align: 1 }) } : {}),
        }))],
        hooks: {
          setSelect: [(u) => {
            if (u.select.width > 5) {
              plots.zoom(u.posToVal(u.select.left, 'x'), u.posToVal(u.select.left + u.select.width, 'x'));
              u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            }
          }],
        },
      }, [[], ...this.#lines.map(() => [])], this.#box);
      this.#head = element('div', 'playhead');
      plot.over.append(this.#head);
      plot.over.addEventListener('mousedown', (event) => {
        pressedAt = event.clientX;
      });
      plot.over.addEventListener('click', (event) => {
        if (pressedAt !== null && Math.abs(event.clientX - pressedAt) <= 5) {
          plots.onTime(plot.posToVal(event.clientX - plot.over.getBoundingClientRect().left, 'x'));
        }
      });
      new ResizeObserver(() => {
        const width = Math.max(120, this.#box.clientWidth);
        if (width !== plot.width) {
          plot.setSize({ width, height: HEIGHT });
          this.change();
        }
      }).observe(this.#box);
      return plot;
    }

    /** The moving line and the values at it. */
    point() {
      if (!this.visible || !this.#plot) {
        return;
      }
      const { episode, frame, start, end } = this.#plots;
      const time = episode.times[frame];
      const inside = time >= start - 1e-9 && time <= end + 1e-9;
      this.#head.hidden = !inside;
      if (inside) {
        this.#head.style.transform = `translateX(${this.#plot.valToPos(time, 'x').toFixed(1)}px)`;
      }
      this.#lines.forEach((line, i) => {
        const value = this.#value(line)(frame);
        this.#values[i].textContent = value === null || this.#digits < 0 ? number(value) : value.toFixed(this.#digits);
      });
    }
  }

  class Plots {
    #cards = [];
    episode = null;
    frame = 0;
    from = 0;
    to = 0;
    start = 0;
    end = 0;

    /** @param onTime is told a time that was clicked */
    constructor(box, features, onTime) {
      this.onTime = onTime;
      const seen = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) {
          const card = target.tendonCard;
          card.visible = isIntersecting;
          card.draw();
          card.point();
        }
      }, { rootMargin: '200px' });
      for (const group of groups(features)) {
        const section = element('section', 'group');
        const heading = element('div', 'heading');
        heading.append(element('h3', '', group.heading));
        if (group.legend.length > 1) {
          const legend = element('ul', 'legend');
          group.legend.forEach(([style, name]) => legend.append(element('li', style, name)));
          heading.append(legend);
        }
        const cards = element('div', 'cards');
        section.append(heading, cards);
        box.append(section);
        const add = (specs) => specs.forEach((spec) => {
          const card = new Card(cards, this, spec);
          card.article.tendonCard = card;
          this.#cards.push(card);
          seen.observe(card.article);
        });
        add(group.cards.slice(0, MOST_CARDS));
        const rest = group.cards.slice(MOST_CARDS);
        if (rest.length) {
          const more = element('button', 'more', `Show ${rest.length} more`);
          more.type = 'button';
          more.addEventListener('click', () => {
            more.remove();
            add(rest);
          });
          section.append(more);
        }
      }
      const left = features.filter((feature) => !feature.plotted && feature.dtype !== 'video' && feature.dtype !== 'image');
      for (const feature of left) {
        box.append(element('p', 'soft', `${feature.name} is not plotted: ${feature.shape.join('x')} values of ${feature.dtype} a frame.`));
      }
      if (!this.#cards.length) {
        box.append(element('p', 'soft', 'The dataset has no values to plot.'));
      }
      window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#changeAll());
    }

    show(episode) {
      this.episode = episode;
      this.frame = 0;
      this.zoomAll();
    }

    point(frame) {
      this.frame = frame;
      this.#cards.forEach((card) => card.point());
    }

    zoomAll() {
      const { times } = this.episode;
      this.zoom(times[0], Math.max(times[times.length - 1], times[0] + 1e-3));
    }

    /** By a factor around the present frame. */
    zoomBy(factor) {
      const span = (this.end - this.start) * factor;
      const centre = this.episode.times[this.frame];
      const share = (centre - this.start) / (this.end - this.start);
      const place = share >= 0 && share <= 1 ? share : 0.5;
      this.zoom(centre - place * span, centre + (1 - place) * span);
    }

    zoom(start, end) {
      const { times } = this.episode;
      const first = times[0];
      const last = Math.max(times[times.length - 1], first + 1e-3);
      this.start = Math.max(first, start);
      this.end = Math.min(last, end);
      const least = 4 * (last - first) / Math.max(4, times.length);
      if (this.end - this.start < least) {
        const centre = (this.start + this.end) / 2;
        this.start = Math.max(first, Math.min(last - least, centre - least / 2));
        this.end = Math.min(last, this.start + least);
      }
      const place = (time) => {
        let low = 0;
        let high = times.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (times[middle] < time) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        return low;
      };
      this.from = Math.max(0, place(this.start) - 1);
      this.to = Math.min(times.length, place(this.end) + 2);
      this.#changeAll();
    }

    #changeAll() {
      this.#cards.forEach((card) => card.change());
    }
  }

  TendonViz.Plots = Plots;
  TendonViz.thinned = thinned;
})();
