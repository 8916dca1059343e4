// @ts-check
const table = /** @type {HTMLElement} */ (document.getElementById('resources'));
const status = /** @type {HTMLElement} */ (document.getElementById('status'));
const details = /** @type {HTMLElement} */ (document.getElementById('details'));
const detailsTitle = /** @type {HTMLElement} */ (document.getElementById('details-title'));
const environment = /** @type {HTMLElement} */ (document.getElementById('environment'));
const log = /** @type {HTMLElement} */ (document.getElementById('log'));

const pollMilliseconds = 1000;
const longestLog = 2000;

/** @type {EventSource | undefined} */
let liveLog;
let shown = '';

/**
 * @param {string} tag
 * @param {(string | Node)[]} content
 * @param {Record<string, string>} [data]
 */
function element(tag, content = [], data = {}) {
  const made = document.createElement(tag);
  made.append(...content);
  Object.assign(made.dataset, data);
  return made;
}

/** @param {string | null} health */
const tone = (health) => ({ Healthy: 'good', Unhealthy: 'bad', Degraded: 'bad' })[health ?? ''] ?? '';

/** @param {string[]} urls */
function links(urls) {
  return urls.flatMap((url, index) => {
    if (!url.startsWith('http')) return [url];
    const link = element('a', [url]);
    link.setAttribute('href', url);
    return index === 0 ? [link] : [' ', link];
  });
}

/** @param {string} label @param {() => void} act @param {string} name @param {boolean} [enabled] */
function button(label, act, name, enabled = true) {
  const made = /** @type {HTMLButtonElement} */ (element('button', [label]));
  made.type = 'button';
  made.disabled = !enabled;
  made.setAttribute('aria-label', `${label} ${name}`);
  made.addEventListener('click', act);
  return made;
}

/** @param {any} resource */
function actions(resource) {
  if (resource.replicas.length === 0) return [];
  const idle = ['Exited', 'Finished', 'FailedToStart', 'NotStarted'].includes(resource.state);
  return [
    button('Logs', () => show(resource.name), resource.name),
    button('Start', () => void execute(resource.name, 'start'), resource.name, idle),
    button('Stop', () => void execute(resource.name, 'stop'), resource.name, !idle),
    button('Restart', () => void execute(resource.name, 'restart'), resource.name, !idle),
  ];
}

/** @param {any} resource */
function rows(resource) {
  const single = resource.replicas.length === 1 ? String(resource.replicas[0].pid ?? '') : '';
  const first = element('tr', [
    element('td', [resource.name]),
    element('td', [resource.type]),
    element('td', [resource.state]),
    element('td', [resource.health ?? ''], { tone: tone(resource.health) }),
    element('td', links(resource.urls)),
    element('td', [single]),
    element('td', [resource.replicas.length ? String(resource.restarts) : '']),
    element('td', actions(resource)),
  ]);
  if (resource.replicas.length < 2) return [first];
  return [first, ...resource.replicas.map((/** @type {any} */ replica) => element('tr', [
    element('td', [replica.id]),
    element('td'),
    element('td', [replica.state]),
    element('td', [replica.health ?? ''], { tone: tone(replica.health) }),
    element('td', replica.url ? links([replica.url]) : []),
    element('td', [String(replica.pid ?? '')]),
    element('td'),
    element('td'),
  ], { replica: '' }))];
}

let drawn = '';

async function refresh() {
  try {
    const response = await fetch('/api/resources');
    const text = await response.text();
    if (text !== drawn) {
      const focus = document.activeElement?.getAttribute('aria-label');
      table.replaceChildren(...JSON.parse(text).flatMap(rows));
      drawn = text;
      if (focus) /** @type {HTMLElement | null} */ (table.querySelector(`[aria-label="${CSS.escape(focus)}"]`))?.focus();
    }
    say('Live');
  } catch {
    say('The AppHost does not answer. It may have been stopped.', true);
  } finally {
    setTimeout(() => void refresh(), pollMilliseconds);
  }
}

/** @param {string} text @param {boolean} [failed] */
function say(text, failed = false) {
  if (status.textContent === text) return;
  status.textContent = text;
  status.toggleAttribute('data-failed', failed);
}

/** @param {string} name @param {string} command */
async function execute(name, command) {
  try {
    const response = await fetch(`/api/resources/${encodeURIComponent(name)}/${command}`, {
      method: 'POST',
      headers: { 'X-PrimeTask-Dashboard': '1' },
    });
    if (!response.ok) say(await response.text(), true);
  } catch {
    say('The AppHost does not answer. It may have been stopped.', true);
  }
}

/** @param {string} name */
function show(name) {
  close();
  shown = name;
  details.hidden = false;
  detailsTitle.textContent = name;
  void showEnvironment(name);
  liveLog = new EventSource(`/api/resources/${encodeURIComponent(name)}/logs/live`);
  liveLog.addEventListener('open', () => log.replaceChildren());
  liveLog.addEventListener('message', (event) => append(event.data));
  detailsTitle.scrollIntoView({ block: 'nearest' });
}

/** @param {string} line */
function append(line) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  log.append(`${line}\n`);
  if (log.childNodes.length > longestLog) log.firstChild?.remove();
  if (atEnd) log.scrollTop = log.scrollHeight;
}

/** @param {string} name */
async function showEnvironment(name) {
  try {
    const response = await fetch(`/api/resources/${encodeURIComponent(name)}/environment`);
    const variables = Object.entries(await response.json());
    if (shown !== name) return;
    environment.replaceChildren(...(variables.length
      ? variables.flatMap(([key, value]) => [element('dt', [key]), element('dd', [String(value)])])
      : [element('dt', ['Nothing beyond what the AppHost itself has.'])]));
  } catch {
    environment.replaceChildren(element('dt', ['The environment could not be read.']));
  }
}

function close() {
  liveLog?.close();
  details.hidden = true;
  log.replaceChildren();
  environment.replaceChildren();
}

document.getElementById('close')?.addEventListener('click', close);
void refresh();
