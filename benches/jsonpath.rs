//! How the time of JSONPath grows with the document: `cargo bench --features cli --bench jsonpath`. The exponent between two
//! sizes is log(t2 / t1) / log(n2 / n1); every path here should be near 1.

use divan::{Bencher, black_box};
use pasos::expr::Scope;
use pasos::expr::jsonpath::Path;
use serde_json::{Value, json};

fn main() {
    divan::main();
}

fn search(bencher: Bencher<'_, '_>, n_items: usize, path: &str) {
    let list: Vec<Value> = (0..n_items).map(|n| json!({ "a": n })).collect();
    let input = json!({ "list": list, "limit": 5 });
    let Ok(path) = Path::parse(path) else { return };
    let scope = Scope { input: &input, context: &Value::Null, variables: &() };
    bencher.bench_local(|| black_box(path.select(&scope)));
}

#[divan::bench(args = [2_500, 5_000, 10_000, 20_000])]
fn deep_scan(bencher: Bencher<'_, '_>, n_items: usize) {
    search(bencher, n_items, "$..a");
}

#[divan::bench(args = [2_500, 5_000, 10_000, 20_000])]
fn filter(bencher: Bencher<'_, '_>, n_items: usize) {
    search(bencher, n_items, "$.list[?(@.a > $.limit)]");
}

#[divan::bench(args = [250, 500, 1_000, 2_000])]
fn filter_with_a_scan_inside(bencher: Bencher<'_, '_>, n_items: usize) {
    search(bencher, n_items, "$.list[?(@.a < $.limit.max(1))]");
}
