// Runs before the first paint: chooses the language, which shows one part of the prerendered first
// screen or fetches that; starts to fetch the files that the app needs; chooses and loads the app: a starter, which
// can begin and answer (one for the standard questionnaire, one for others), the app of received results, or the full
// app, which can do everything.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  let saved = null;
  try { saved = localStorage.getItem('assay/language'); } catch { /* storage may be refused */ }
  // Each entry is the name of a file, by which its name without the hash is known, or a name and its value.
  const files = {};
  for (const entry of JSON.parse(document.getElementById('assay-files').textContent)) {
    const [name, value = name] = entry.split(' ');
    files[name.replace(/-\w{16}/, '')] = value;
  }
  // The languages of the site are those of its files of texts.
  const languages = Object.keys(files).flatMap(name => name.match(/^texts\/(.+)\.starter/)?.[1] ?? []);
  const primary = tag => tag.toLowerCase().split(/[-_]/)[0];
  const wanted = [query.get('lang'), saved, ...(navigator.languages ?? [navigator.language])].filter(Boolean);
  const lang = wanted.flatMap(tag => languages.find(one => one === tag) ?? languages.find(one => primary(one) === primary(tag)) ?? [])[0] ?? 'en';
  root.lang = lang;
  // Before an app runs, the choice of a language loads the page in it.
  addEventListener('change', ({ target }) => {
    if (!target.closest('.first [data-action=language]')) return;
    query.set('lang', target.value);
    location.replace(`?${query}${location.hash}`);
  });
  // A language that the reader switches to stays after a reload.
  const rename = () => { query.set('lang', root.lang); history.replaceState(history.state, '', `?${query}${location.hash}`); };
  if (query.has('lang')) new MutationObserver(rename).observe(root, { attributeFilter: ['lang'] });
  let theme = query.get('theme');
  try { theme ??= localStorage.getItem('assay/theme'); } catch { /* storage may be refused */ }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (query.get('embed') === '1') {
    root.dataset.embed = 'fixed';
    // Announces the app to the page around the frame at once; messages wait until it is loaded.
    const received = root.assayMessages = [];
    addEventListener('message', event => { if (event.source === parent && received.length < 9) received.push(event); });
    if (parent !== window) parent.postMessage('{"assay":1,"type":"knock"}', '*');
  }
  const place = () => root.dataset.start = !root.dataset.embed && /^#\/?$|^$/.test(location.hash) ? 'yes' : 'no';
  place();
  addEventListener('hashchange', place);

  const early = {};
  // A file without a hash in its name may have changed although it is not expired.
  const read = name => files[name] ? fetch(files[name]) : fetch(name, { cache: 'no-cache' });
  const fetchEarly = (name, as = 'text') => early[name] ??= read(name).then(r => r.ok ? r[as]() : Promise.reject(new Error(`${r.status} ${name}`)));
  const own = query.get('model');
  // Such a name may be that of a version of the standard questionnaire, which only the full app has.
  const isVersion = /^standard/.test(own);
  // A gateway may have put a link into the query, encoded; only the full app reads such links.
  const isStarter = !isVersion && !root.dataset.embed && /^$|^#$|^#\/($|profile|s\/|review$)/.test(location.hash)
    && !/%(25)*(23|2a|ef)|\*/i.test(location.search);
  // The second byte of a link has its kind: 0 is a result with answers, 1 and 4 one without; the third has its
  // model: 2 is the present version of the standard questionnaire. All others are the full app's, as are links
  // that need to be mended.
  const linkStart = location.hash.match(/^#\/r\/([\w-]{4})[\w-]{28,}$/)?.[1] ?? '';
  const [, kind, model] = Array.from(atob(linkStart.replace(/-/g, '+').replace(/_/g, '/')), byte => byte.charCodeAt());
  const isResultLink = [0, 1, 4].includes(kind & 7) && model === 2;
  const isResult = !own && !root.dataset.embed && (isResultLink || location.hash.startsWith('#/example/'));
  const firstProgram = isStarter ? own ? 'assay-own' : 'assay-web' : isResult ? 'assay-result' : 'assay-full';
  const ending = !isStarter ? '.json' : own ? '.own.json' : '.starter.json';
  // Bytes, since the site's owner may have saved it in any encoding.
  fetchEarly('config.json', 'arrayBuffer');
  fetchEarly(`texts/${lang}${ending}`);
  if (own) {
    // One that the browser stores, and an address that is none, are of another origin.
    const { href, origin } = Object.assign(document.createElement('a'), { href: own });
    if (!isVersion && origin === location.origin) fetchEarly(href, 'arrayBuffer');
  } else {
    fetchEarly(`models/standard${ending}`);
    fetchEarly(`models/standard.${lang}${ending}`);
    if (!isStarter && !isResultLink) fetchEarly('models/examples.json');
  }
  // The page has the first screen in some languages; another one is fetched, and English replaces it.
  const screen = `first-screen/${lang}.html`;
  const parsed = new Promise(done => addEventListener('DOMContentLoaded', done));
  if (files[screen]) Promise.all([fetchEarly(screen), parsed]).then(
    ([html]) => document.getElementById('first-screen')?.insertAdjacentHTML('beforeend', html),
    () => { root.lang = 'en'; },
  );
  for (const text of Object.values(early)) text.catch(() => {});

  // What the apps need of the browser: a tiny program tests newer instructions (sign extension,
  // saturating conversion, bulk memory, reference types); the style needs layers.
  const tiny = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 25, 1, 23, 0, 67, 0, 0, 0, 0, 252, 0, 192, 26, 65, 0, 65, 0, 65, 0, 252, 11, 0, 208, 111, 26, 11];
  const lacks = !window.WebAssembly ? 'wasm'
    : !WebAssembly.validate(Uint8Array.from(tiny)) || !window.CSSLayerBlockRule || !window.HTMLDialogElement ? 'engine' : '';
  if (lacks) {
    root.dataset.failed = lacks;
    return;
  }

  // A program is loaded once. One that failed to load is loaded again when it is requested, under
  // another address, since browsers may remember that a module failed. The full app waits for
  // `requested` before it shows anything.
  const loaded = {};
  const failures = {};
  const forget = (name, program) => {
    if (loaded[name] !== program) return;
    delete loaded[name];
    failures[name] = (failures[name] ?? 0) + 1;
  };
  const glue = name => import(`./${files[`${name}.js`]}${failures[name] ? `?${failures[name]}` : ''}`);
  const compile = async name => {
    const answer = await fetch(files[`${name}.wasm`]);
    if (!answer.ok) throw new Error(`${answer.status} ${name}`);
    const streams = answer.headers.get('content-type') === 'application/wasm';
    return streams ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
  };
  const sheets = {};
  const loadSheet = href => sheets[href] ??= new Promise((done, fail) => {
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    sheet.onload = done;
    sheet.onerror = () => { sheet.remove(); delete sheets[href]; fail(new Error(href)); };
    document.head.append(sheet);
  });
  // The apps that show results have one style sheet.
  const styleOf = name => /full|result/.test(name) && files['assay-full.css'] ? loadSheet(files['assay-full.css']) : undefined;
  // A part may fail before `run` awaits it; `run` reports the failure, not the browser.
  const fetchProgram = name => {
    if (loaded[name]) return loaded[name];
    const program = loaded[name] = { glue: glue(name), code: compile(name), style: styleOf(name) };
    for (const part of Object.values(program)) part?.catch(() => {});
    return program;
  };
  const run = async name => {
    const program = fetchProgram(name);
    try {
      const [bindings, module] = await Promise.all([program.glue, program.code, program.style]);
      return await (program.running ??= bindings.default({ module_or_path: module }));
    } catch (error) {
      forget(name, program);
      throw error;
    }
  };
  // A page in the background has no idle moments.
  const whenIdle = act => window.requestIdleCallback ? requestIdleCallback(act, { timeout: 200 }) : setTimeout(act);
  let resolveRequest, requested;
  const awaitRequest = () => { requested = new Promise(resolve => { resolveRequest = resolve; }); };
  awaitRequest();
  const boot = root.assayBoot = {
    files, early,
    get requested() { return requested; },
    // The requested page cannot be shown: the one before stays until another request.
    cancelRequest: awaitRequest,
    // Between two steps of preparing: when the browser is idle, or in the next task when the full app is
    // requested, so that the page reacts to input.
    idleOrRequested: () => Promise.race([boot.requested.then(() => new Promise(done => setTimeout(done))), new Promise(whenIdle)]),
    // At once in a browser that does not tell when it is idle: WebKit was seen to leave the database locked
    // for the next page more often where changes waited.
    idle: () => window.requestIdleCallback ? new Promise(whenIdle) : Promise.resolve(),
    // While the browser is idle, so that no answer waits. A failure is tried again on request.
    prefetch: () => whenIdle(() => {
      const program = fetchProgram('assay-full');
      Promise.all([program.glue, program.code, program.style])
        .then(() => whenIdle(() => run('assay-full').catch(() => {})), () => forget('assay-full', program));
    }),
    // The functions of a program that the full app calls.
    load: async name => { await run(name); return loaded[name].glue; },
    request: () => {
      resolveRequest();
      return run('assay-full').catch(error => { awaitRequest(); throw error; });
    },
  };
  // A site with settings needs the full app; one whose settings cannot be fetched does not. Where the
  // starter cannot be loaded, the full app may be: without a network only that is always at hand.
  const settings = early['config.json'].then(
    bytes => { try { return Object.keys(JSON.parse(new TextDecoder().decode(bytes))).some(key => key !== 'format'); } catch { return true; } },
    () => false,
  );
  // Fetched whatever the settings are. Sites that have questionnaires of their own often have settings,
  // too: that starter waits for these, and so does the app of received results, which is larger.
  if (/web|full/.test(firstProgram)) fetchProgram(firstProgram);
  settings.then(hasOwn => {
    if (hasOwn) root.dataset.own = '';
    return firstProgram === 'assay-full' || hasOwn ? boot.request() : run(firstProgram).catch(boot.request);
  }).catch(() => { root.dataset.failed = 'load'; });
})();
