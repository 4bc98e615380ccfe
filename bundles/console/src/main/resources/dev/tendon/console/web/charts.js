// Values over time. The newest minute is kept; what is drawn is the newest part of it.

import uPlot from './uPlot.esm.js';
import { text } from './figures.js';

const KEPT_S = 60;
const HEIGHT = 128;

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Columns of numbers beside their times, oldest first. */
class Columns {
  constructor(count) {
    this.times = [];
    this.columns = Array.from({ length: count }, () => []);
  }

  add(times, columns) {
    for (const [i, time] of times.entries()) {
      this.times.push(time);
      for (const [c, column] of columns.entries()) {
        this.columns[c].push(column[i]);
      }
    }
    const old = this.from(this.newest() - KEPT_S);
    if (old > 600) {
      this.times.splice(0, old);
      this.columns.forEach((column) => column.splice(0, old));
    }
  }

  newest() {
    return this.times.length ? this.times[this.times.length - 1] : 0;
  }

  /** The first place that is not before this time. */
  from(time) {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.times[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

class Chart {
  #plot;
  #columns;
  #values = [];
  #box;

  constructor(parent, { name, unit, lines, range, marks }) {
    this.#columns = new Columns(lines.length + (marks ? marks.length : 0));
    const card = document.createElement('article');
    card.className = 'card';
    const head = document.createElement('div');
    head.className = 'card-head';
    const title = document.createElement('h3');
    title.textContent = name;
    if (unit) {
      const small = document.createElement('small');
      small.textContent = ` ${unit}`;
      title.append(small);
    }
    const now = document.createElement('p');
    now.className = 'now';
    this.#values = lines.map((line) => {
      const value = document.createElement('span');
      value.className = line.style;
      value.title = line.style;
      value.hidden = line.hidden === true;
      now.append(value);
      return { value, digits: line.digits };
    });
    head.append(title, now);
    this.#box = document.createElement('div');
    this.#box.className = 'plot';
    this.#box.setAttribute('role', 'img');
    this.#box.setAttribute('aria-label', `${name} over time`);
    card.append(head, this.#box);
    parent.append(card);

    const axis = { stroke: () => css('--soft'), grid: { stroke: () => css('--grid'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif' };
    this.#plot = new uPlot({
      width: Math.max(200, this.#box.clientWidth),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false }, y: { range } },
      axes: [
        { ...axis, size: 22, gap: 2, values: (u, ticks) => ticks.map((tick) => (tick < 0 ? '' : `${tick} s`)) },
        { ...axis, size: 46, gap: 4 },
      ],
      series: [{}, ...lines.map((line) => ({
        stroke: () => css(`--${line.colour}`),
        width: line.width,
        dash: line.dash,
        points: { show: false },
        spanGaps: false,
      }))],
      hooks: marks ? { draw: [(u) => this.#drawMarks(u, lines.length, marks)] } : {},
    }, [[], ...lines.map(() => [])], this.#box);
    new ResizeObserver(() => this.#plot.setSize({ width: Math.max(200, this.#box.clientWidth), height: HEIGHT })).observe(this.#box);
  }

  add(times, columns) {
    this.#columns.add(times, columns);
  }

  draw(seconds) {
    const { times, columns } = this.#columns;
    const newest = this.#columns.newest();
    const from = Math.max(0, this.#columns.from(newest - seconds) - 1);
    const drawn = this.#plot.series.length - 1;
    this.#from = from;
    this.#plot.batch(() => {
      this.#plot.setData([times.slice(from), ...columns.slice(0, drawn).map((column) => column.slice(from))], true);
      this.#plot.setScale('x', { min: newest - seconds, max: newest });
    });
    for (const [i, { value, digits }] of this.#values.entries()) {
      value.textContent = text(columns[i][columns[i].length - 1], digits);
    }
  }

  redraw() {
    this.#plot.redraw(false);
  }

  #from = 0;

  /** A line down where a counter grew. */
  #drawMarks(plot, first, marks) {
    const { ctx, bbox } = plot;
    for (const [m, mark] of marks.entries()) {
      const column = this.#columns.columns[first + m];
      ctx.save();
      ctx.strokeStyle = css(`--${mark.colour}`);
      ctx.lineWidth = 2;
      ctx.setLineDash(mark.dash);
      for (let i = this.#from + 1; i < column.length; i++) {
        if (column[i] > column[i - 1]) {
          const x = plot.valToPos(this.#columns.times[i], 'x', true);
          ctx.beginPath();
          ctx.moveTo(x, bbox.top);
          ctx.lineTo(x, bbox.top + bbox.height);
          ctx.stroke();
        }
      }
      ctx.restore();
    }
  }
}

/** Some room above and below, and no magnifying of a servo's last step. */
function around(plot, low, high) {
  if (low === null || high === null) {
    return [-1, 1];
  }
  const room = Math.max((high - low) * 0.1, 1);
  return [low - room, high + room];
}

function upFromZero(plot, low, high) {
  return [0, Math.max(high === null ? 0 : high * 1.1, 100)];
}

/** Every chart of the page. */
export class Charts {
  #joints = [];
  #lateness;
  #rate;
  #seconds = 10;

  constructor(scene, fps, jointsBox, timingBox) {
    jointsBox.replaceChildren();
    timingBox.replaceChildren();
    this.#joints = scene.rows.map((row) => new Chart(jointsBox, {
      name: row.name,
      unit: row.unit,
      range: around,
      lines: [
        { style: 'wanted', colour: 'wanted', width: 1.5, dash: [5, 4], digits: 1, hidden: !row.action },
        { style: 'sent', colour: 'sent', width: 1.5, digits: 1, hidden: !row.action },
        { style: 'observed', colour: 'observed', width: 2, digits: 1, hidden: !row.observed },
      ],
    }));
    const marks = [{ colour: 'bad', dash: [] }, { colour: 'sent', dash: [4, 3] }];
    this.#lateness = new Chart(timingBox, {
      name: 'Lateness of ticks', unit: 'µs', range: upFromZero, marks,
      lines: [{ style: 'observed', colour: 'observed', width: 1.5, digits: 0 }],
    });
    this.#rate = new Chart(timingBox, {
      name: 'Rate', unit: 'Hz', marks,
      range: (plot, low, high) => [Math.min(low ?? fps, fps * 0.9), Math.max(high ?? fps, fps * 1.05)],
      lines: [{ style: 'observed', colour: 'observed', width: 1.5, digits: 1 }],
    });
  }

  add(samples) {
    for (const [r, joint] of this.#joints.entries()) {
      joint.add(samples.t_s, [samples.wanted[r], samples.sent[r], samples.observed[r]]);
    }
    this.#lateness.add(samples.t_s, [samples.lateness_us, samples.missed_ticks, samples.errors]);
    this.#rate.add(samples.t_s, [samples.fps, samples.missed_ticks, samples.errors]);
  }

  /** How much of the past is drawn. */
  show(seconds) {
    this.#seconds = seconds;
  }

  draw() {
    [...this.#joints, this.#lateness, this.#rate].forEach((chart) => chart.draw(this.#seconds));
  }

  /** Colours have changed. */
  redraw() {
    [...this.#joints, this.#lateness, this.#rate].forEach((chart) => chart.redraw());
  }
}
