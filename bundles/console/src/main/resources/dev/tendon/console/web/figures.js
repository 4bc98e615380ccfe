// The row of figures, and the list of events.

const NONE = '–';
const MOST_EVENTS = 200;

const BAD = new Set(['failing', 'lost', 'faulty', 'refused', 'late', 'swap_refused', 'gone', 'hung']);
const GOOD = new Set(['connected', 'recovered', 'reconnected', 'healthy', 'accepted', 'in_time']);

/** A number as text, or a dash where it is not known. */
export function text(value, digits) {
  return value === null || value === undefined || !Number.isFinite(value) ? NONE : value.toFixed(digits);
}

export class Figures {
  #tiles = new Map();

  constructor(list) {
    for (const name of ['Rate', 'Lateness', 'Worst lateness', 'Missed ticks', 'Bus errors', 'Held ticks', 'Camera gaps', 'Ticks']) {
      const tile = document.createElement('div');
      const term = document.createElement('dt');
      const value = document.createElement('dd');
      term.textContent = name;
      value.textContent = NONE;
      tile.append(term, value);
      list.append(tile);
      this.#tiles.set(name, { tile, value });
    }
  }

  show(now, fps) {
    const rate = now.fps === null ? NONE : text(now.fps, 1);
    this.#set('Rate', rate, `of ${text(fps, fps % 1 ? 1 : 0)} Hz`, now.fps !== null && now.ticks > 3 * fps && now.fps < 0.95 * fps ? 'warn' : '');
    this.#set('Lateness', text(now.lateness_us, 0), 'µs');
    this.#set('Worst lateness', text(now.worst_lateness_us, 0), 'µs');
    this.#set('Missed ticks', `${now.missed_ticks}`, '', now.missed_ticks > 0 ? 'warn' : '');
    const bus = [
      [now.errors, 'failed'], [now.bus_retries, 'retries'], [now.bus_timeouts, 'timeouts'], [now.bus_checksum_errors, 'checksum'],
    ].filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
    this.#set('Bus errors', bus.length ? bus[0] : '0', bus.slice(1).join(', '), now.errors > 0 ? 'bad' : bus.length ? 'warn' : '');
    const why = [[now.late_chunks, 'late plans'], [now.refused_actions, 'refused'], [now.reconnects, 'reconnects']]
      .filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`).join(', ');
    this.#set('Held ticks', `${now.held_ticks}`, why, now.held_ticks > 0 ? 'warn' : '');
    const gaps = now.cameras.filter((camera) => camera.stale_ticks + camera.lost_ticks > 0);
    const missed = gaps.reduce((sum, camera) => sum + camera.stale_ticks + camera.lost_ticks, 0);
    this.#set('Camera gaps', now.cameras.length ? `${missed}` : NONE,
      gaps.map((camera) => `${camera.name}: ${camera.stale_ticks} stale, ${camera.lost_ticks} lost`).join('; '), missed > 0 ? 'warn' : '');
    this.#set('Ticks', `${now.ticks}`, '');
  }

  #set(name, value, small, level = '') {
    const { tile, value: element } = this.#tiles.get(name);
    const whole = small ? `${value} ${small}` : value;
    if (element.textContent === whole && tile.dataset.level === level) {
      return;
    }
    tile.dataset.level = level;
    element.replaceChildren(value);
    if (small) {
      const unit = document.createElement('small');
      unit.textContent = small;
      element.append(' ', unit);
    }
  }
}

export class Events {
  #list;

  constructor(list) {
    this.#list = list;
  }

  clear() {
    this.#list.replaceChildren();
  }

  /** Newest first. */
  add(event) {
    const item = document.createElement('li');
    item.dataset.level = BAD.has(event.kind) ? 'bad' : GOOD.has(event.kind) ? 'good' : 'note';
    item.append(
      this.#part('kind', event.kind.replaceAll('_', ' ')),
      this.#part('tick', event.tick < 0 ? 'before the loop' : `tick ${event.tick}`),
      this.#part('text', event.text));
    this.#list.prepend(item);
    while (this.#list.children.length > MOST_EVENTS) {
      this.#list.lastChild.remove();
    }
  }

  #part(name, content) {
    const part = document.createElement('span');
    part.className = name;
    part.textContent = content;
    return part;
  }
}
