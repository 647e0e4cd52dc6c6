//! When a retrier tries again (specification, "Retrying after error"): the n-th delay is
//! `min(IntervalSeconds × BackoffRate^(n-1), MaxDelaySeconds)`, and with full jitter anything between that and none.

use serde_json::Value;

/// The most delays that are listed.
const MAX_LISTED: u64 = 12;
/// After so many delays that still grow, their sum is not worked out.
const MAX_SUMMED: u64 = 10_000;

/// One try after a failure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attempt {
    /// The shortest delay in seconds.
    pub least: f64,
    /// The longest delay in seconds.
    pub most: f64,
}

/// The tries of a retrier.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// The first of them.
    pub attempts: Vec<Attempt>,
    /// How many there are in all.
    pub n_attempts: u64,
    /// How long all delays are together at most, in seconds; none when that cannot be said.
    pub total: Option<f64>,
    /// Whether the delays are shortened at random.
    pub has_jitter: bool,
}

/// Works out the delays of an entry of `Retry`. What is missing or of another kind counts as AWS's default.
pub fn schedule(retrier: &Value) -> Schedule {
    let number = |field: &str, default: f64| {
        retrier.get(field).and_then(Value::as_f64).filter(|number| number.is_finite()).unwrap_or(default)
    };
    let n_attempts = number("MaxAttempts", 3.0).clamp(0.0, 99_999_999.0) as u64;
    let longest = number("MaxDelaySeconds", 31_622_400.0);
    let rate = number("BackoffRate", 2.0).max(0.0);
    let has_jitter = retrier.get("JitterStrategy").and_then(Value::as_str) == Some("FULL");
    let mut next = number("IntervalSeconds", 1.0).max(0.0);
    let mut attempts = Vec::new();
    let mut total = Some(0.0);
    for index in 0..n_attempts {
        let delay = next.min(longest);
        if index < MAX_LISTED {
            attempts.push(Attempt { least: if has_jitter { 0.0 } else { delay }, most: delay });
        }
        total = total.map(|total| total + delay);
        let after = next * rate;
        let is_settled = after == next || (next >= longest && rate >= 1.0);
        if index + 1 >= MAX_LISTED && is_settled {
            total = total.map(|total| total + delay * (n_attempts - index - 1) as f64);
            break;
        }
        if index >= MAX_SUMMED {
            total = None;
            break;
        }
        next = after;
    }
    Schedule { attempts, n_attempts, total, has_jitter }
}

/// A duration as people write it: `0.5 s`, `1 min 30 s`, `2 h`. The units are the same in every language.
pub fn duration(seconds: f64) -> String {
    const UNITS: [(&str, u64); 4] = [("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)];
    if seconds < 60.0 {
        let tenths = (seconds * 10.0).round() / 10.0;
        return format!("{tenths} s");
    }
    let mut rest = seconds.round() as u64;
    let mut parts = Vec::new();
    for (unit, size) in UNITS {
        if rest >= size && parts.len() < 2 {
            parts.push(format!("{} {unit}", rest / size));
            rest %= size;
        }
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn delays(retrier: Value) -> Vec<f64> {
        schedule(&retrier).attempts.iter().map(|attempt| attempt.most).collect()
    }

    #[test]
    fn the_defaults_are_those_of_aws() {
        assert_eq!(delays(json!({})), [1.0, 2.0, 4.0]);
        assert_eq!(schedule(&json!({})).total, Some(7.0));
    }

    #[test]
    fn a_longest_delay_cuts_and_jitter_starts_at_nothing() {
        let found = schedule(
            &json!({ "IntervalSeconds": 3, "MaxAttempts": 4, "MaxDelaySeconds": 10, "JitterStrategy": "FULL" }),
        );
        assert_eq!(found.attempts.iter().map(|attempt| attempt.most).collect::<Vec<_>>(), [3.0, 6.0, 10.0, 10.0]);
        assert!(found.attempts.iter().all(|attempt| attempt.least == 0.0));
        assert!(found.has_jitter);
    }

    #[test]
    fn durations_are_short() {
        for (seconds, text) in
            [(0.0, "0 s"), (1.5, "1.5 s"), (60.0, "1 min"), (90.0, "1 min 30 s"), (90_061.0, "1 d 1 h")]
        {
            assert_eq!(duration(seconds), text);
        }
    }

    #[test]
    fn many_attempts_are_summed_and_not_listed() {
        let found = schedule(&json!({ "IntervalSeconds": 5, "MaxAttempts": 99_999_999, "BackoffRate": 1.0 }));
        assert_eq!((found.attempts.len(), found.n_attempts, found.total), (12, 99_999_999, Some(499_999_995.0)));
        let capped = schedule(&json!({ "MaxAttempts": 99_999_999, "MaxDelaySeconds": 4 }));
        assert_eq!(capped.total, Some(1.0 + 2.0 + 4.0 * 99_999_997.0));
        assert_eq!(schedule(&json!({ "MaxAttempts": 0 })).attempts, []);
        assert_eq!(delays(json!({ "IntervalSeconds": "x", "MaxAttempts": 1 })), [1.0]);
    }
}
