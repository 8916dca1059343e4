// @ts-check

/** @type {Map<string, Promise<unknown>>} */
const styles = new Map();

/** @param {string} address */
export function loadStyle(address) {
  const style = styles.get(address) ?? add(address);
  styles.set(address, style);
  return style;
}

/** @param {string} address */
function add(address) {
  return new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
    link.addEventListener('load', resolve);
    // The next attempt asks for it again.
    link.addEventListener('error', () => {
      link.remove();
      styles.delete(address);
      reject(new Error(`${address} could not be loaded.`));
    });
    document.head.append(link);
  });
}
