//! Where there is room for a box near to where it is wished for.

use super::geometry::{Point, Rect};

/// How many boxes around the wish give places to try; a box that many others surround goes beside all of them.
const NEAREST: usize = 24;

/// The free place that is nearest to `wish`: at least `gap` pixels from all `others`. Ties go to the one further up, then
/// further left.
///
/// A nearest place touches what keeps it from being nearer (with the gap between), or is level with the wish, so the
/// places to try are few.
#[must_use]
pub fn nearest(wish: Rect, others: &[Rect], gap: f64) -> Rect {
    let taken: Vec<Rect> = others.iter().map(|other| grown(*other, gap)).collect();
    let is_free = |rect: &Rect| !taken.iter().any(|other| other.overlaps(rect));
    if is_free(&wish) {
        return wish;
    }
    let mut near: Vec<&Rect> = taken.iter().collect();
    near.sort_by(|a, b| away(a.center(), wish.center()).total_cmp(&away(b.center(), wish.center())));
    near.truncate(NEAREST);
    let beside_all = taken.iter().map(Rect::right).fold(wish.x, f64::max);
    let mut columns = vec![wish.x, beside_all];
    let mut rows = vec![wish.y];
    for other in near {
        columns.extend([other.x - wish.width, other.right()]);
        rows.extend([other.y - wish.height, other.bottom()]);
    }
    let places = rows.iter().flat_map(|&y| columns.iter().map(move |&x| Rect { x, y, ..wish }));
    let mut places: Vec<(f64, Rect)> = places.map(|place| (away(place.center(), wish.center()), place)).collect();
    places.sort_by(|(a, at), (b, other)| a.total_cmp(b).then(at.y.total_cmp(&other.y)).then(at.x.total_cmp(&other.x)));
    let found = places.into_iter().map(|(_, place)| place).find(is_free);
    found.unwrap_or(Rect { x: beside_all, ..wish })
}

/// A rectangle that is larger by `by` pixels on every side.
pub(super) fn grown(rect: Rect, by: f64) -> Rect {
    Rect { x: rect.x - by, y: rect.y - by, width: rect.width + 2.0 * by, height: rect.height + 2.0 * by }
}

/// The square of the distance between two points.
fn away(a: Point, b: Point) -> f64 {
    (a.x - b.x).powi(2) + (a.y - b.y).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: Rect = Rect { x: 0.0, y: 0.0, width: 100.0, height: 40.0 };

    #[test]
    fn what_has_room_stays() {
        assert_eq!(nearest(BOX, &[BOX.moved(120.0, 0.0)], 20.0), BOX);
        assert_eq!(nearest(BOX, &[], 20.0), BOX);
    }

    #[test]
    fn what_has_none_moves_as_little_as_it_can() {
        assert_eq!(nearest(BOX.moved(90.0, 3.0), &[BOX], 10.0), BOX.moved(110.0, 3.0));
        assert_eq!(nearest(BOX.moved(5.0, 30.0), &[BOX], 10.0), BOX.moved(5.0, 50.0));
        assert_eq!(nearest(BOX, &[BOX], 10.0), BOX.moved(0.0, -50.0));
    }

    #[test]
    fn among_many_there_is_a_place_too() {
        let wall: Vec<Rect> =
            (0..900).map(|index| BOX.moved(f64::from(index % 30) * 100.0, f64::from(index / 30) * 40.0)).collect();
        let place = nearest(BOX.moved(1500.0, 600.0), &wall, 5.0);
        assert!(!wall.iter().any(|other| grown(*other, 5.0).overlaps(&place)));
    }
}
