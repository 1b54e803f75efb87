//! Measures how long "My assessments" takes to open with few and with many stored assessments.
//!
//! `cargo run -p assay-journeys --bin list_speed [COUNT…]` measures the built site (`ASSAY_DIST`, otherwise
//! `dist/`) with 10 and 1,000 assessments, or with the given numbers. Read the ratio: times in
//! milliseconds differ from machine to machine.
//!
//! | column | time from the change of the address, within a running app |
//! | --- | --- |
//! | first | until the figures of all rows in sight show, when the list was never opened before |
//! | rows | until the rows in sight show, in later openings: the median |
//! | figures | until their figures show too: the median |
//! | load | until their figures show after a reload, from its beginning: the median |
//! | update | the same once, where another version of the app computed the stored figures |

use assay_journeys::{Error, Journey, Outcome, Visitor, standard_sections};
use serde_json::{Value, json};

/// Later openings of each list.
const RUNS: usize = 9;

/// Numbers of assessments unless others are given.
const COUNTS: [usize; 2] = [10, 1_000];

/// Stores so many assessments, with these questions, directly in the database.
const FILL: &str = "
    const [count, questions, done] = arguments;
    const open = indexedDB.open('assay', 1);
    return new Promise((done, failed) => { open.onerror = failed; open.onsuccess = () => {
        const transaction = open.result.transaction('kept', 'readwrite');
        const store = transaction.objectStore('kept');
        for (let at = 0; at < count; at++) {
            const key = `k${String(at).padStart(6, '0')}`;
            const head = { format: 'assay.assessment/1', model: { id: 'standard', version: '2' }, depth: 'full',
                profile: { name: `Company ${at}`, industry: 'Machinery', size: '50-249', stance: at % 3 ? 'adopt' : 'provide' },
                answers: {}, labels: [`Label ${at % 7}`] };
            store.put(JSON.stringify(head), `a/${key}/head`);
            store.put(new Date(Date.UTC(2026, 0, 1) + at * 36e5).toISOString().slice(0, 19) + 'Z', `a/${key}/updated`);
            questions.forEach((question, index) => store.put(String((at * 7 + index * 3) % 5), `a/${key}/q/${question}`));
        }
        transaction.onabort = failed;
        transaction.oncomplete = () => { open.result.close(); done(true); };
    }; })";

/// Waits until rows fill the window, or all are there, and for the figures of those in sight; the
/// milliseconds since `start` of both.
const WATCH: &str = "
    const watch = (start, all) => new Promise(done => {
        let rows = 0;
        const look = () => {
            const cells = [...document.querySelectorAll('.assessments tbody [data-column=content]')];
            const places = cells.map(cell => cell.getBoundingClientRect());
            if (cells.length === all || places.some(place => place.top >= innerHeight)) {
                rows ||= performance.now() - start;
                const seen = cells.filter((_, at) => places[at].top < innerHeight);
                if (seen.every(cell => !cell.innerText.includes('…'))) {
                    return setTimeout(() => done([rows, performance.now() - start]));
                }
            }
            requestAnimationFrame(look);
        };
        look();
    });";

/// Makes the stored figures those of another version of the app. Resolves to the number of changed ones.
const UPDATE: &str = "
    const [version] = arguments;
    const open = indexedDB.open('assay', 1);
    return new Promise((done, failed) => { open.onerror = failed; open.onsuccess = () => {
        const transaction = open.result.transaction('kept', 'readwrite');
        let changed = 0;
        const cursor = transaction.objectStore('kept').openCursor(IDBKeyRange.bound('list/', 'list0'));
        cursor.onsuccess = () => {
            const at = cursor.result;
            if (!at) return;
            const own = `${version.length}\\n${version}`;
            if (at.key.endsWith('/summary') && at.value.includes(own)) {
                at.update(at.value.replace(own, own.replace(/\\d$/, 'x')));
                changed++;
            }
            at.continue();
        };
        transaction.onabort = failed;
        transaction.oncomplete = () => { open.result.close(); done(changed); };
    }; })";

/// The number of records in the database.
const RECORDS: &str = "
    return new Promise(done => { const open = indexedDB.open('assay', 1); open.onsuccess = () => {
        const count = open.result.transaction('kept').objectStore('kept').count();
        count.onsuccess = () => { open.result.close(); done(count.result); }; }; })";

/// Milliseconds of one list.
struct Times {
    first: f64,
    rows: f64,
    figures: f64,
    load: f64,
    update: f64,
}

fn main() -> Outcome {
    let counts: Vec<usize> = std::env::args()
        .skip(1)
        .map(|text| text.parse())
        .collect::<Result<_, _>>()
        .map_err(|_| Error::new("The arguments are numbers of assessments."))?;
    let counts = if counts.is_empty() {
        COUNTS.to_vec()
    } else {
        counts
    };
    println!("assessments   first    rows  figures    load  update");
    let mut all = Vec::new();
    for count in counts {
        let mut times = None;
        Journey::new().run(async |visitor| {
            times = Some(measure(visitor, count).await?);
            Ok(())
        })?;
        let Some(times) = times else { continue };
        println!(
            "{count:11} {:7.0} {:7.1} {:8.1} {:7.0} {:7.0}",
            times.first, times.rows, times.figures, times.load, times.update
        );
        all.push(times);
    }
    if let [few, .., many] = all.as_slice() {
        println!(
            "ratio       {:7.1} {:7.1} {:8.1} {:7.1} {:7.1}",
            many.first / few.first,
            many.rows / few.rows,
            many.figures / few.figures,
            many.load / few.load,
            many.update / few.update
        );
    }
    Ok(())
}

async fn measure(visitor: &Visitor, count: usize) -> Outcome<Times> {
    let questions: Vec<String> = standard_sections()?
        .into_iter()
        .flat_map(|section| section.questions)
        .collect();
    visitor.open("#/workspace").await?;
    visitor.wait_for_database().await?;
    visitor
        .run_script(FILL, vec![count.into(), json!(questions)])
        .await?;
    visitor.open("#/about").await?;
    let first = open_list(visitor, count).await?.1;
    let (mut rows, mut figures, mut load) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        wait_until_written(visitor).await?;
        visitor.go_to_hash("#/about").await?;
        let seen = open_list(visitor, count).await?;
        rows.push(seen.0);
        figures.push(seen.1);
    }
    for _ in 0..RUNS {
        wait_until_written(visitor).await?;
        visitor.reload().await?;
        load.push(watch(visitor, "0", count).await?.1);
    }
    wait_until_written(visitor).await?;
    // The app and its tests have one version.
    let version = env!("CARGO_PKG_VERSION");
    let changed = visitor.run_script(UPDATE, vec![version.into()]).await?;
    if changed != count {
        return Err(Error::new(format!(
            "{changed} of {count} summaries have figures of version {version}."
        )));
    }
    visitor.reload().await?;
    let update = watch(visitor, "0", count).await?.1;
    Ok(Times {
        first,
        rows: median(rows),
        figures: median(figures),
        load: median(load),
        update,
    })
}

/// Opens the list by the address. Returns after how many milliseconds its rows and figures show.
async fn open_list(visitor: &Visitor, count: usize) -> Outcome<(f64, f64)> {
    let start =
        "(() => { const now = performance.now(); location.hash = '#/workspace'; return now; })()";
    watch(visitor, start, count).await
}

async fn watch(visitor: &Visitor, start: &str, count: usize) -> Outcome<(f64, f64)> {
    // A page of the list has at most 25 rows.
    let script = format!("{WATCH} return watch({start}, {});", count.min(25));
    let seen = visitor.run_script(&script, Vec::new()).await?;
    let time = |at: usize| seen.get(at).and_then(Value::as_f64);
    time(0)
        .zip(time(1))
        .ok_or_else(|| Error::new("The list shows no figures."))
}

/// Waits until the page stores nothing more.
async fn wait_until_written(visitor: &Visitor) -> Outcome {
    let mut before = Value::Null;
    loop {
        let now = visitor.run_script(RECORDS, Vec::new()).await?;
        if now == before {
            return Ok(());
        }
        before = now;
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
