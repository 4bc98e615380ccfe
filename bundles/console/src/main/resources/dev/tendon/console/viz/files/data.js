// What is loaded: the dataset's description, and an episode's values when it is shown. A page from a disk may load scripts
// and nothing else, so data are scripts that call the functions of TendonViz.

'use strict';

window.TendonViz = (() => {
  const KEPT = 4;
  const loaded = new Map();
  const waiting = new Map();
  let description = null;

  function typed({ type, data }) {
    const text = atob(data);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      bytes[i] = text.charCodeAt(i);
    }
    return type === 'f8' ? new Float64Array(bytes.buffer) : new Float32Array(bytes.buffer);
  }

  function settle(index, how, value) {
    const wait = waiting.get(index);
    waiting.delete(index);
    wait?.[how](value);
  }

  const api = {
    /** Called by data/dataset.js. */
    dataset(given) {
      description = given;
    },

    /** Called by data/episode-N.js. */
    episode(given) {
      const episode = {
        index: given.index,
        length: given.length,
        times: typed(given.times),
        tasks: given.tasks,
        pictures: given.pictures,
        columns: new Map(given.columns.map((column) => [column.feature, {
          texts: column.texts ?? null,
          values: column.texts ? null : typed(column),
        }])),
      };
      loaded.set(given.index, episode);
      while (loaded.size > KEPT) {
        loaded.delete(loaded.keys().next().value);
      }
      settle(given.index, 'done', episode);
    },

    /** Called by data/episode-N.js where Tendon could not read the episode. */
    failed(given) {
      settle(given.index, 'failed', new Error(given.problem));
    },
  };

  /** Null where data/dataset.js did not come. */
  api.description = () => description;

  /** An episode's values, once they are there. */
  api.load = (index) => {
    const known = loaded.get(index);
    if (known) {
      loaded.delete(index);
      loaded.set(index, known);
      return Promise.resolve(known);
    }
    if (waiting.has(index)) {
      return waiting.get(index).promise;
    }
    const wait = {};
    wait.promise = new Promise((done, failed) => Object.assign(wait, { done, failed }));
    waiting.set(index, wait);
    const script = document.createElement('script');
    const gone = (why) => {
      script.remove();
      settle(index, 'failed', new Error(why));
    };
    script.src = `data/episode-${String(index).padStart(6, '0')}.js`;
    script.addEventListener('load', () => gone('The file of this episode is damaged.'));
    script.addEventListener('error', () => gone('This episode cannot be loaded. If the page came from tendon dataset viz, is it still running?'));
    document.head.append(script);
    return wait.promise;
  };

  /** Names of a feature's elements. */
  api.elementNames = (feature) => {
    const count = feature.shape.reduce((product, extent) => product * extent, 1);
    if (feature.names.length === count) {
      return feature.names;
    }
    return Array.from({ length: count }, (_, i) => {
      const at = [];
      let rest = i;
      for (const extent of [...feature.shape].reverse()) {
        at.unshift(rest % extent);
        rest = Math.floor(rest / extent);
      }
      return `[${at.join(', ')}]`;
    });
  };

  /** The value of runs [[from, text], …] at a frame. */
  api.textAt = (runs, frame) => {
    let low = 0;
    let high = runs.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (runs[middle][0] <= frame) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return runs.length ? runs[low][1] : '';
  };

  /** A number in as few digits as tell it from its neighbours. */
  api.number = (value) => {
    if (value === null || value === undefined || Number.isNaN(value)) {
      return '–';
    }
    const size = Math.abs(value);
    if (Number.isInteger(value) && size < 1e9) {
      return `${value}`;
    }
    if (size >= 1e6 || (size > 0 && size < 1e-4)) {
      return value.toExponential(2);
    }
    return size < 1 ? `${+value.toPrecision(3)}` : value.toFixed(size >= 1000 ? 1 : size >= 10 ? 2 : 3);
  };

  api.element = (name, className, text) => {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    if (text !== undefined) {
      element.textContent = text;
    }
    return element;
  };

  return api;
})();
