// Runs before the first paint: chooses the language, so that the right half of the prerendered
// first screen shows, and starts fetching what the app will ask for, so that it need not wait.
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  let saved = null;
  try { saved = localStorage.getItem('assay/language'); } catch { /* storage may be refused */ }
  const wanted = [query.get('lang'), saved, ...(navigator.languages ?? [navigator.language])];
  const spoken = wanted.map(tag => /^zh\b/i.test(tag ?? '') ? 'zh-CN' : /^en\b/i.test(tag ?? '') ? 'en' : null);
  const lang = spoken.find(Boolean) ?? 'en';
  root.lang = lang;
  const place = () => root.dataset.start = /^#\/?$|^$/.test(location.hash) ? 'yes' : 'no';
  place();
  addEventListener('hashchange', place);
  const files = JSON.parse(document.getElementById('assay-files').textContent);
  const early = {};
  const fetchEarly = name => early[name] = fetch(files[name] ?? name).then(r => r.ok ? r.text() : Promise.reject(new Error(`${r.status} ${name}`)));
  fetchEarly(`texts/${lang}.json`);
  if (!query.get('model')) {
    fetchEarly('models/standard.json');
    fetchEarly(`models/standard.${lang}.json`);
    fetchEarly('models/examples.json');
  }
  for (const text of Object.values(early)) text.catch(() => {});
  root.assayBoot = { files, early };
})();
