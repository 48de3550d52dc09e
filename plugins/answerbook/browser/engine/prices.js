/** Which price holds (twin of engine/prices.py): the last one that starts on or before the order date and may already be told. */

/** @param {any} item @param {string | undefined} today @returns {any[]} the prices that may be told on that day; all of them without one */
export const told = (item, today) => item.prices.filter((/** @type {any} */ price) => !today || !price.announced || price.announced <= today);

/** @param {any} item @param {string} day @param {{cycle?: string, today?: string}} [when] @returns {any} the price for an order on that day, or undefined */
export const priceOn = (item, day, { cycle, today } = {}) => told(item, today).filter((price) => price.from <= day && (!cycle || cycle === price.per)).at(-1);

/** @param {any} item @param {string} day @param {string} [today] @returns {any} the first price that starts later and may be told, or undefined */
export const nextPrice = (item, day, today) => told(item, today ?? day).find((price) => price.from > day);
