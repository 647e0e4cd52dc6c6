//! Texts with numbers and names in them.

use crate::i18n::{En, Es};

/// Texts with arguments.
pub trait CountMessages {
    /// How many problems there are.
    fn n_problems(&self, n: usize) -> String;
    /// How many rules a Choice state has.
    fn n_rules(&self, n: usize) -> String;
    /// How many branches a Parallel state has.
    fn n_branches(&self, n: usize) -> String;
    /// The name of one branch; `number` from 1.
    fn branch(&self, number: usize) -> String;
    /// Where a problem is.
    fn line_column(&self, line: usize, column: usize) -> String;
    /// How many seconds a Wait state waits.
    fn seconds(&self, seconds: &str) -> String;
    /// The position in a run: step `number` of `total` known so far.
    fn step_of(&self, number: usize, total: usize) -> String;
    /// What a screen reader says of the graph.
    fn graph_summary(&self, n_states: usize) -> String;
    /// Names the edge on which a state would be added.
    fn add_between(&self, from: &str, to: &str) -> String;
    /// A table was cut to what a page can show.
    fn first_n_of(&self, shown: usize, total: usize) -> String;
}

impl CountMessages for En {
    fn n_problems(&self, n: usize) -> String {
        match n {
            0 => "No problems".to_owned(),
            1 => "1 problem".to_owned(),
            n => format!("{n} problems"),
        }
    }

    fn n_rules(&self, n: usize) -> String {
        if n == 1 { "1 rule".to_owned() } else { format!("{n} rules") }
    }

    fn n_branches(&self, n: usize) -> String {
        if n == 1 { "1 branch".to_owned() } else { format!("{n} branches") }
    }

    fn branch(&self, number: usize) -> String {
        format!("Branch {number}")
    }

    fn line_column(&self, line: usize, column: usize) -> String {
        format!("line {line}, column {column}")
    }

    fn seconds(&self, seconds: &str) -> String {
        if seconds == "1" { "1 second".to_owned() } else { format!("{seconds} seconds") }
    }

    fn step_of(&self, number: usize, total: usize) -> String {
        format!("Step {number} of {total}")
    }

    fn graph_summary(&self, n_states: usize) -> String {
        if n_states == 1 { "A graph with 1 state".to_owned() } else { format!("A graph with {n_states} states") }
    }

    fn add_between(&self, from: &str, to: &str) -> String {
        format!("Add a state between {from} and {to}")
    }

    fn first_n_of(&self, shown: usize, total: usize) -> String {
        format!("The first {shown} of {total} are shown.")
    }
}

impl CountMessages for Es {
    fn n_problems(&self, n: usize) -> String {
        match n {
            0 => "Sin problemas".to_owned(),
            1 => "1 problema".to_owned(),
            n => format!("{n} problemas"),
        }
    }

    fn n_rules(&self, n: usize) -> String {
        if n == 1 { "1 regla".to_owned() } else { format!("{n} reglas") }
    }

    fn n_branches(&self, n: usize) -> String {
        if n == 1 { "1 rama".to_owned() } else { format!("{n} ramas") }
    }

    fn branch(&self, number: usize) -> String {
        format!("Rama {number}")
    }

    fn line_column(&self, line: usize, column: usize) -> String {
        format!("línea {line}, columna {column}")
    }

    fn seconds(&self, seconds: &str) -> String {
        if seconds == "1" { "1 segundo".to_owned() } else { format!("{seconds} segundos") }
    }

    fn step_of(&self, number: usize, total: usize) -> String {
        format!("Paso {number} de {total}")
    }

    fn graph_summary(&self, n_states: usize) -> String {
        if n_states == 1 { "Un grafo con 1 estado".to_owned() } else { format!("Un grafo con {n_states} estados") }
    }

    fn add_between(&self, from: &str, to: &str) -> String {
        format!("Agregar un estado entre {from} y {to}")
    }

    fn first_n_of(&self, shown: usize, total: usize) -> String {
        format!("Se muestran los primeros {shown} de {total}.")
    }
}
