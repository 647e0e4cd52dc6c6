//! An orthogonal line between two nodes that stand anywhere, around all others.
//!
//! The line runs on tracks beside the nodes and through its own ends; of all ways on them, the one with the least length,
//! fewest corners and fewest meetings with other lines is taken (the "orthogonal visibility graph" of Wybrow, Marriott and
//! Stuckey, Orthogonal Connector Routing, 2009, with A*).

use super::free_place::grown;
use super::geometry::{Point, Rect};
use petgraph::algo::astar;
use petgraph::graph::{NodeIndex, UnGraph};

/// What a corner costs, in pixels of length.
const CORNER: f64 = 40.0;
/// What crossing another line costs.
const CROSSING: f64 = 24.0;
/// How many times its length a part costs that lies on another line, or so near to one that they look like one.
const SHARED: f64 = 3.0;
/// How many times its length a part costs that runs through a node: any way around is cheaper.
const BLOCKED: f64 = 1000.0;
/// How far from the two ends nodes are looked at, in pixels.
const REGION: f64 = 200.0;
/// Up to how many nodes tracks are laid around; a line among more may run through one.
const MOST_NODES: usize = 40;

/// One end of a line: on the border of a node, and which way the line leaves the node from there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct End {
    pub(super) at: Point,
    /// A step of one pixel away from the node.
    pub(super) away: Point,
}

/// The distances that a line keeps, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distances {
    /// From nodes.
    pub(super) node: f64,
    /// From other lines.
    pub(super) line: f64,
}

/// The corners of a line from one end to another, around `nodes`; `lines` are the parts of other lines.
pub(super) fn detour(from: End, to: End, nodes: &[Rect], lines: &[(Point, Point)], distances: Distances) -> Vec<Point> {
    let (start, goal) = (stub(from, distances), stub(to, distances));
    let region = grown(around(start, goal), REGION);
    let walls = walls(nodes, region, distances);
    let lines: Vec<(Point, Point)> =
        lines.iter().copied().filter(|(a, b)| grown(around(*a, *b), distances.line).overlaps(&region)).collect();
    let (columns, rows) = tracks(start, goal, &walls, distances);
    let grid = Grid { columns: &columns, rows: &rows, walls: &walls, lines: &lines, near: distances.line / 2.0 };
    let graph = grid.graph();
    let axis_of = |end: End| if end.away.x == 0.0 { Axis::Down } else { Axis::Across };
    let (first, last) = (grid.node(start, axis_of(from)), grid.node(goal, axis_of(to)));
    let estimate = |node: NodeIndex| {
        let at = grid.point(node);
        (at.x - goal.x).abs() + (at.y - goal.y).abs()
    };
    let found = astar(&graph, first, |node| node == last, |edge| *edge.weight(), estimate);
    let way = found.map(|(_, nodes)| nodes.into_iter().map(|node| grid.point(node)).collect()).unwrap_or_default();
    straightened([vec![from.at, start], way, vec![goal, to.at]].concat())
}

/// The point at which a line is free of the node that it leaves.
fn stub(end: End, distances: Distances) -> Point {
    end.at.moved(end.away.x * distances.node, end.away.y * distances.node)
}

/// The rectangle between two points.
fn around(a: Point, b: Point) -> Rect {
    Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

/// The nodes that may be in the way, each with the distance that lines keep from it.
fn walls(nodes: &[Rect], region: Rect, distances: Distances) -> Vec<Rect> {
    let mut walls: Vec<Rect> =
        nodes.iter().map(|node| grown(*node, distances.node)).filter(|wall| wall.overlaps(&region)).collect();
    let middle = region.center();
    let away = |wall: &Rect| (wall.center().x - middle.x).abs() + (wall.center().y - middle.y).abs();
    walls.sort_by(|a, b| away(a).total_cmp(&away(b)));
    walls.truncate(MOST_NODES);
    walls
}

/// The columns and rows on which the line may run, in ascending order.
fn tracks(start: Point, goal: Point, walls: &[Rect], distances: Distances) -> (Vec<f64>, Vec<f64>) {
    let mut columns = vec![start.x, goal.x, (start.x + goal.x) / 2.0];
    let mut rows = vec![start.y, goal.y, (start.y + goal.y) / 2.0];
    for wall in walls {
        // The outer track is for a second line beside the first.
        for out in [0.0, distances.line] {
            columns.extend([wall.x - out, wall.right() + out]);
            rows.extend([wall.y - out, wall.bottom() + out]);
        }
    }
    for tracks in [&mut columns, &mut rows] {
        tracks.sort_by(f64::total_cmp);
        tracks.dedup();
    }
    (columns, rows)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Axis {
    Across,
    Down,
}

/// The crossings of the tracks. Each is two nodes of the graph, one for lines across and one for lines down, with a
/// corner between.
struct Grid<'a> {
    columns: &'a [f64],
    rows: &'a [f64],
    walls: &'a [Rect],
    lines: &'a [(Point, Point)],
    /// How near two lines look like one, in pixels.
    near: f64,
}

impl Grid<'_> {
    fn graph(&self) -> UnGraph<(), f64> {
        let n_points = self.columns.len() * self.rows.len();
        let mut graph = UnGraph::with_capacity(2 * n_points, 3 * n_points);
        for _ in 0..2 * n_points {
            graph.add_node(());
        }
        for (row, &y) in self.rows.iter().enumerate() {
            for (column, &x) in self.columns.iter().enumerate() {
                let at = Point { x, y };
                let across = self.index(column, row, Axis::Across);
                let down = self.index(column, row, Axis::Down);
                graph.add_edge(across, down, CORNER);
                if let Some(&x) = self.columns.get(column + 1) {
                    let next = self.index(column + 1, row, Axis::Across);
                    graph.add_edge(across, next, self.cost(at, Point { x, y }));
                }
                if let Some(&y) = self.rows.get(row + 1) {
                    let next = self.index(column, row + 1, Axis::Down);
                    graph.add_edge(down, next, self.cost(at, Point { x, y }));
                }
            }
        }
        graph
    }

    fn index(&self, column: usize, row: usize, axis: Axis) -> NodeIndex {
        NodeIndex::new(2 * (row * self.columns.len() + column) + usize::from(axis == Axis::Down))
    }

    /// The node at a crossing of two tracks.
    fn node(&self, at: Point, axis: Axis) -> NodeIndex {
        let column = self.columns.partition_point(|x| *x < at.x);
        let row = self.rows.partition_point(|y| *y < at.y);
        self.index(column, row, axis)
    }

    fn point(&self, node: NodeIndex) -> Point {
        let place = node.index() / 2;
        Point { x: self.columns[place % self.columns.len()], y: self.rows[place / self.columns.len()] }
    }

    /// What it costs to go from a crossing to the next one.
    fn cost(&self, from: Point, to: Point) -> f64 {
        let part = around(from, to);
        let length = part.width + part.height;
        let is_blocked = self.walls.iter().any(|wall| wall.overlaps(&part));
        let meetings: f64 = self.lines.iter().map(|(a, b)| self.meeting(part, around(*a, *b))).sum();
        length * if is_blocked { BLOCKED } else { 1.0 } + meetings
    }

    /// What it costs that a part of the line meets a part of another one.
    fn meeting(&self, part: Rect, other: Rect) -> f64 {
        let is_down = |rect: &Rect| rect.width == 0.0;
        if is_down(&part) != is_down(&other) {
            return if part.overlaps(&other) { CROSSING } else { 0.0 };
        }
        let (distance, shared) = if is_down(&part) {
            ((part.x - other.x).abs(), part.bottom().min(other.bottom()) - part.y.max(other.y))
        } else {
            ((part.y - other.y).abs(), part.right().min(other.right()) - part.x.max(other.x))
        };
        if distance < self.near { shared.max(0.0) * SHARED } else { 0.0 }
    }
}

/// The same line without corners at which it does not turn.
fn straightened(points: Vec<Point>) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::new();
    for point in points {
        if corners.last() == Some(&point) {
            continue;
        }
        if let [.., before, last] = corners.as_slice() {
            let is_straight = (before.x == last.x && last.x == point.x) || (before.y == last.y && last.y == point.y);
            if is_straight {
                corners.pop();
            }
        }
        corners.push(point);
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::*;

    const NODE: Rect = Rect { x: 0.0, y: 0.0, width: 100.0, height: 40.0 };
    const DISTANCES: Distances = Distances { node: 12.0, line: 16.0 };
    const DOWN: Point = Point { x: 0.0, y: 1.0 };
    const UP: Point = Point { x: 0.0, y: -1.0 };

    /// From the lower border of one node to the upper border of another.
    fn line(from: Rect, to: Rect, nodes: &[Rect], lines: &[(Point, Point)]) -> Vec<(f64, f64)> {
        let leave = End { at: Point { x: from.center().x, y: from.bottom() }, away: DOWN };
        let enter = End { at: Point { x: to.center().x, y: to.y }, away: UP };
        detour(leave, enter, nodes, lines, DISTANCES).into_iter().map(|point| (point.x, point.y)).collect()
    }

    #[test]
    fn a_free_way_is_straight() {
        let below = NODE.moved(0.0, 200.0);
        assert_eq!(line(NODE, below, &[NODE, below], &[]), [(50.0, 40.0), (50.0, 200.0)]);
    }

    #[test]
    fn a_node_in_the_way_is_gone_around() {
        let (below, between) = (NODE.moved(0.0, 200.0), NODE.moved(20.0, 100.0));
        let way = line(NODE, below, &[NODE, below, between], &[]);
        assert_eq!(way, [(50.0, 40.0), (50.0, 88.0), (8.0, 88.0), (8.0, 188.0), (50.0, 188.0), (50.0, 200.0)]);
    }

    #[test]
    fn a_target_above_is_entered_from_above() {
        let above = NODE.moved(0.0, -200.0);
        let way = line(NODE, above, &[NODE, above], &[]);
        assert_eq!((way.first(), way.last()), (Some(&(50.0, 40.0)), Some(&(50.0, -200.0))));
        assert_eq!(way[way.len() - 2], (50.0, -212.0));
        for pair in way.windows(2) {
            let part = around(Point { x: pair[0].0, y: pair[0].1 }, Point { x: pair[1].0, y: pair[1].1 });
            assert!(!part.overlaps(&NODE) && !part.overlaps(&above), "{pair:?}");
        }
    }

    #[test]
    fn another_line_is_not_run_upon() {
        let below = NODE.moved(300.0, 200.0);
        let other = (Point { x: 50.0, y: 120.0 }, Point { x: 350.0, y: 120.0 });
        let way = line(NODE, below, &[NODE, below], &[other]);
        assert!(way.iter().all(|(_, y)| (y - 120.0).abs() >= DISTANCES.line / 2.0), "{way:?}");
    }
}
