//! The delays of a retrier as bars, and as a sentence for those who do not see them.

use super::form::{At, Form};
use crate::form::{Schedule, duration, schedule};
use leptos::prelude::*;
use serde_json::Value;

/// The size of the drawing, in units of its own.
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 56.0;
/// Room for the number above each bar.
const LABEL: f64 = 14.0;

/// The chart of an entry of `Retry`.
pub(super) fn retry_chart(form: Form, retrier: At) -> AnyView {
    let found = Memo::new(move |_| {
        let value = form.read(retrier, |document, node| Some(document.value(node))).unwrap_or(Value::Null);
        schedule(&value)
    });
    let words = move || form.workspace.words();
    let said = move || {
        let found = found.get();
        if found.n_attempts == 0 {
            return words().form_no_retries().to_owned();
        }
        let listed: Vec<String> = found.attempts.iter().map(|attempt| duration(attempt.most)).collect();
        let delays = words().form_delays(found.n_attempts, &listed, found.has_jitter);
        match found.total {
            Some(total) if found.n_attempts > 1 => format!("{delays}; {}", words().form_in_all(&duration(total))),
            _ => delays,
        }
    };
    view! {
        <figure class="retry-chart" data-chart=retrier.data_list()>
            {move || found.with(|found| (!found.attempts.is_empty()).then(|| bars(found)))}
            <figcaption>{said}</figcaption>
        </figure>
    }
    .into_any()
}

fn bars(schedule: &Schedule) -> AnyView {
    let n = schedule.attempts.len() as f64;
    let step = WIDTH / n.max(3.0);
    let width = (step - 6.0).min(40.0);
    let highest = schedule.attempts.iter().map(|attempt| attempt.most).fold(0.0, f64::max).max(0.001);
    // Numbers would touch each other in narrow columns: then only the first and the last are written.
    let is_narrow = step < 36.0;
    let last = schedule.attempts.len() - 1;
    let columns = schedule.attempts.iter().enumerate().map(|(index, attempt)| {
        let height = (attempt.most / highest * (HEIGHT - LABEL)).max(2.0);
        let x = index as f64 * step + (step - width) / 2.0;
        let y = HEIGHT - height;
        let class = if schedule.has_jitter { "bar is-random" } else { "bar" };
        let label = (!is_narrow || index == 0 || index == last).then(|| {
            view! {
                <text x=format!("{:.1}", x + width / 2.0) y=format!("{:.1}", y - 4.0) text-anchor="middle">
                    {duration(attempt.most)}
                </text>
            }
        });
        view! {
            <rect
                class=class
                x=format!("{x:.1}")
                y=format!("{y:.1}")
                width=format!("{width:.1}")
                height=format!("{height:.1}")
                rx="2"
            />
            {label}
        }
    });
    view! {
        <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            {columns.collect_view()}
            <line class="ground" x1="0" x2=WIDTH.to_string() y1=HEIGHT.to_string() y2=HEIGHT.to_string() />
        </svg>
    }
    .into_any()
}
