/** Fetching a site's files, each once. A file that cannot be had says why: gone for good, or only out of reach. */

/** Longer than this nobody waits for a search: it is then said that the file did not come, with a way to try again. */
const PATIENCE = 30_000;

/** The form of a site's manifest that these modules know. */
export const FORMAT = "answerbook-site/1";

/** Refusals that pass: too slow, too early, too often. */
const PASSING = [408, 425, 429];

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} the same promise each time, made anew after a failure */
export function once(make) {
  /** @type {Promise<T> | undefined} */
  let made;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

export class LoadError extends Error {
  /** @param {string} path @param {number} [status] what the server said, when it said anything */
  constructor(path, status) {
    super(status ? `${path}: ${status}` : `${path}: no answer`);
    this.status = status;
  }

  /**
   * Whether asking again is no use: the name belonged to another version of the site. Not every server says so with 404: storage that may not
   * be listed says 403. Nor does a login that ran out (401) come back by asking: there too it is the page that must be loaded again.
   * @returns {boolean}
   */
  get isGone() {
    const { status = 0 } = this;
    return status >= 400 && status < 500 && !PASSING.includes(status);
  }
}

/** @param {URL | string} base @returns {(path: string, options?: RequestInit) => Promise<ArrayBuffer>} fetches a file below it; throws LoadError */
export function loader(base) {
  return async (path, options) => {
    const response = await fetch(new URL(path, base), { signal: AbortSignal.timeout(PATIENCE), ...options }).catch(() => null);
    if (!response?.ok) throw new LoadError(path, response?.status);
    return response.arrayBuffer().catch(() => {
      throw new LoadError(path);
    });
  };
}
