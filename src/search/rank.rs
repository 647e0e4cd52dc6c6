//! The things that fit a query, the best first.

use super::{Query, Weight};

/// The things that fit, the best first; those that fit alike in the order in which they came. `fields` gives of each thing
/// its texts and how much each counts.
pub fn rank<T, F>(query: &Query, things: impl IntoIterator<Item = T>, fields: F) -> Vec<T>
where
    F: for<'a> Fn(&'a T, &mut dyn FnMut(Weight, &str)),
{
    let mut found: Vec<(u32, T)> = Vec::new();
    for thing in things {
        let mut texts: Vec<(Weight, String)> = Vec::new();
        fields(&thing, &mut |weight, text| texts.push((weight, text.to_owned())));
        let borrowed: Vec<(Weight, &str)> = texts.iter().map(|(weight, text)| (*weight, text.as_str())).collect();
        if let Some(score) = query.score(&borrowed) {
            found.push((score, thing));
        }
    }
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, thing)| thing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_comes_first_and_order_stays_otherwise() {
        let things = ["Ship order", "Order", "Check order", "Pay"];
        let found = rank(&Query::new("order"), things, |thing, add| add(1, thing));
        assert_eq!(found, ["Order", "Ship order", "Check order"]);
        assert_eq!(rank(&Query::new(" "), things, |thing, add| add(1, thing)), things);
    }
}
