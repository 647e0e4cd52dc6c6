//! Texts with numbers and names in them.

use crate::i18n::{En, Es};

/// Texts with arguments.
pub trait CountMessages {
    /// How many problems there are.
    fn n_problems(&self, n: usize) -> String;
    /// The position in a walk through the problems; `number` from 1.
    fn problem_of(&self, number: usize, total: usize) -> String;
    /// So many problems were mended at once.
    fn n_fixed(&self, n: usize) -> String;
    /// A rule is switched off at one state.
    fn for_state(&self, name: &str) -> String;
    /// A rule of the checker failed.
    fn rule_failed(&self, rule: &str) -> String;
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
    /// A list was cut to its beginning.
    fn first_n_of(&self, shown: usize, total: usize) -> String;
    /// A list was cut to its end.
    fn last_n_of(&self, shown: usize, total: usize) -> String;
    /// Which calls of a Task an answer is for; numbers from 1.
    fn calls(&self, first: usize, last: Option<usize>) -> String;
    /// The size of a file.
    fn bytes(&self, bytes: usize) -> String;
    /// A file that is too large to attach.
    fn file_too_large(&self, name: &str) -> String;
    /// A value is missing that a template fills in.
    fn template_fills_in(&self, name: &str) -> String;
    /// A file that comes to too much when it is read.
    fn file_too_large_inside(&self, name: &str) -> String;
    /// A file that could not be read.
    fn named_file_unreadable(&self, name: &str) -> String;
    /// Another machine that cannot run.
    fn machine_cannot_run(&self, name: &str) -> String;
    /// A run was stopped because it is very long.
    fn stopped_after(&self, steps: usize) -> String;
    /// A run was ended over an expression that did not come back.
    fn expression_stalled(&self, state: Option<&str>, seconds: u32) -> String;
    /// Mocks for states that are not in the machine.
    fn stray_mocks(&self, names: &str) -> String;
}

impl CountMessages for En {
    fn n_problems(&self, n: usize) -> String {
        match n {
            0 => "No problems".to_owned(),
            1 => "1 problem".to_owned(),
            n => format!("{n} problems"),
        }
    }

    fn problem_of(&self, number: usize, total: usize) -> String {
        format!("Problem {number} of {total}:")
    }

    fn n_fixed(&self, n: usize) -> String {
        let count = if n == 1 { "1 problem was".to_owned() } else { format!("{n} problems were") };
        format!("{count} fixed. Undo takes it back in one step.")
    }

    fn for_state(&self, name: &str) -> String {
        format!("For the state {name}")
    }

    fn rule_failed(&self, rule: &str) -> String {
        format!("The rule {rule} failed and is left out until the page is loaded again.")
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

    fn last_n_of(&self, shown: usize, total: usize) -> String {
        format!("The last {shown} of {total} are shown.")
    }

    fn calls(&self, first: usize, last: Option<usize>) -> String {
        match last {
            None if first == 1 => "Every call".to_owned(),
            None => format!("From call {first} on"),
            Some(last) if first == last => format!("Call {first}"),
            Some(last) => format!("Calls {first} to {last}"),
        }
    }

    fn bytes(&self, bytes: usize) -> String {
        if bytes == 1 { "1 byte".to_owned() } else { format!("{bytes} bytes") }
    }

    fn file_too_large(&self, name: &str) -> String {
        format!("{name} is larger than 20 MB, more than the browser keeps for Pasos.")
    }

    fn template_fills_in(&self, name: &str) -> String {
        format!("A template fills in {name}. To run the machine, put a value in its place.")
    }

    fn file_too_large_inside(&self, name: &str) -> String {
        format!(
            "What is inside of {name} comes to more than 32 MB, which is more than the page reads. The terminal program reads it."
        )
    }

    fn named_file_unreadable(&self, name: &str) -> String {
        format!("{name} could not be read.")
    }

    fn machine_cannot_run(&self, name: &str) -> String {
        format!("The machine {name} cannot run: open its file here to see its problems.")
    }

    fn stopped_after(&self, steps: usize) -> String {
        format!("The run was stopped after {steps} steps. Does it loop forever? Run goes on.")
    }

    fn expression_stalled(&self, state: Option<&str>, seconds: u32) -> String {
        let expression = state.map_or("An expression".to_owned(), |state| format!("An expression of “{state}”"));
        format!(
            "{expression} did not come back within {seconds} seconds: the run was ended there, and the steps before it are kept. \
             Give it less to work on, such as a shorter list, or spread its work over several states. Then run again."
        )
    }

    fn stray_mocks(&self, names: &str) -> String {
        format!("There are mocks for states that this machine does not have: {names}.")
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

    fn problem_of(&self, number: usize, total: usize) -> String {
        format!("Problema {number} de {total}:")
    }

    fn n_fixed(&self, n: usize) -> String {
        let count = if n == 1 { "Se corrigió 1 problema".to_owned() } else { format!("Se corrigieron {n} problemas") };
        format!("{count}. Con Deshacer vuelves atrás en un solo paso.")
    }

    fn for_state(&self, name: &str) -> String {
        format!("Para el estado «{name}»")
    }

    fn rule_failed(&self, rule: &str) -> String {
        format!("La regla {rule} falló y se omite hasta que se vuelva a cargar la página.")
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
        format!("Agregar un estado entre «{from}» y «{to}»")
    }

    fn first_n_of(&self, shown: usize, total: usize) -> String {
        format!("Se muestran los primeros {shown} de {total}.")
    }

    fn last_n_of(&self, shown: usize, total: usize) -> String {
        format!("Se muestran los últimos {shown} de {total}.")
    }

    fn calls(&self, first: usize, last: Option<usize>) -> String {
        match last {
            None if first == 1 => "Todas las llamadas".to_owned(),
            None => format!("Desde la llamada {first}"),
            Some(last) if first == last => format!("Llamada {first}"),
            Some(last) => format!("Llamadas {first} a {last}"),
        }
    }

    fn bytes(&self, bytes: usize) -> String {
        if bytes == 1 { "1 byte".to_owned() } else { format!("{bytes} bytes") }
    }

    fn file_too_large(&self, name: &str) -> String {
        format!("«{name}» pasa de 20 MB, más de lo que el navegador guarda para Pasos.")
    }

    fn template_fills_in(&self, name: &str) -> String {
        format!("{name} lo rellena una plantilla. Para ejecutar la máquina, pon un valor en su lugar.")
    }

    fn file_too_large_inside(&self, name: &str) -> String {
        format!(
            "Lo que hay dentro de «{name}» pasa de 32 MB, más de lo que lee la página. El programa de terminal sí lo lee."
        )
    }

    fn named_file_unreadable(&self, name: &str) -> String {
        format!("No se pudo leer «{name}».")
    }

    fn machine_cannot_run(&self, name: &str) -> String {
        format!("La máquina «{name}» no se puede ejecutar: abre su archivo aquí para ver sus problemas.")
    }

    fn stopped_after(&self, steps: usize) -> String {
        format!("La ejecución se detuvo tras {steps} pasos. ¿Es un ciclo sin fin? Con Ejecutar continúa.")
    }

    fn expression_stalled(&self, state: Option<&str>, seconds: u32) -> String {
        let expression = state.map_or("Una expresión".to_owned(), |state| format!("Una expresión de «{state}»"));
        format!(
            "{expression} no terminó en {seconds} segundos: la ejecución se detuvo ahí y los pasos anteriores se conservan. \
             Dale menos trabajo, por ejemplo una lista más corta, o repártelo entre varios estados. Después ejecuta otra vez."
        )
    }

    fn stray_mocks(&self, names: &str) -> String {
        format!("Hay respuestas simuladas para estados que esta máquina no tiene: {names}.")
    }
}
