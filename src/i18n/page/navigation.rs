//! Finding and going: the dialog of commands, the search bar, the outline, the list of keys.

use crate::asl::StateType;
use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of navigation.
    NavigationMessages {
        commands_hint: "A command, a state or an example", "Un comando, un estado o un ejemplo";
        commands_results: "Results", "Resultados";
        nothing_found: "Nothing found.", "No se encontró nada.";
        commands_of_page: "Commands", "Comandos";
        commands_of_states: "Go to a state", "Ir a un estado";
        commands_of_examples: "Open an example", "Abrir un ejemplo";
        search_button: "Search", "Buscar";
        find_label: "Search in the states", "Buscar en los estados";
        find_hint: "Name, type:Task, resource:lambda…", "Nombre, tipo:Task, recurso:lambda…";
        find_next: "Next match", "Coincidencia siguiente";
        find_previous: "Previous match", "Coincidencia anterior";
        close: "Close", "Cerrar";
        outline: "Outline", "Esquema";
        outline_of_graph: "The panel Outline lists the states and where each of them leads. The arrow keys follow the edges.", "El panel Esquema enumera los estados y adónde lleva cada uno. Las flechas del teclado siguen las aristas.";
        outline_empty: "There are no states yet.", "Todavía no hay estados.";
        is_first: "first state", "primer estado";
        target_missing: "not there", "no existe";
        way_to_state: "Way to the selected state", "Camino al estado seleccionado";
        keys_title: "Keys", "Teclas";
        keys_pointer: "With a pointer", "Con el puntero";
        keys_text: "While you type JSON", "Al escribir JSON";
        keys_letters: "Letters and signs alone work as keys", "Las letras y los signos solos funcionan como teclas";
        keys_letters_hint: "Switch them off if you dictate, or press keys by chance.", "Desactívalas si dictas o si pulsas teclas sin querer.";
        keys_where: "Keys for a state work while the graph or the outline has the focus.", "Las teclas de un estado funcionan mientras el foco está en el grafo o en el esquema.";
    }
}

/// Texts with numbers and names in them.
pub trait WayMessages {
    /// Where `Next` leads.
    fn leads_to(&self, target: &str) -> String;
    /// Where a rule of a Choice leads.
    fn if_leads_to(&self, condition: &str, target: &str) -> String;
    /// Where `Default` leads.
    fn otherwise_leads_to(&self, target: &str) -> String;
    /// Where a catcher leads.
    fn on_error_leads_to(&self, errors: &str, target: &str) -> String;
    /// What ends at a state that nothing follows.
    fn ends(&self, state_type: Option<StateType>, is_inside: bool) -> &'static str;
    /// The position among the states that were found; `number` from 1, 0 before the first was shown.
    fn match_of(&self, number: usize, total: usize) -> String;
    /// How many results a search has.
    fn n_results(&self, n: usize) -> String;
    /// What can be done with a mouse or a finger on the canvas, and how.
    fn pointer_deeds(&self) -> &'static [(&'static str, &'static str)];
    /// What is done with keys in the code editor, and with which.
    fn text_deeds(&self) -> &'static [(&'static str, &'static str)];
}

impl WayMessages for En {
    fn leads_to(&self, target: &str) -> String {
        format!("leads to {target}")
    }

    fn if_leads_to(&self, condition: &str, target: &str) -> String {
        format!("if {condition} leads to {target}")
    }

    fn otherwise_leads_to(&self, target: &str) -> String {
        format!("otherwise leads to {target}")
    }

    fn on_error_leads_to(&self, errors: &str, target: &str) -> String {
        format!("on {errors} leads to {target}")
    }

    fn ends(&self, state_type: Option<StateType>, is_inside: bool) -> &'static str {
        match (state_type, is_inside) {
            (Some(StateType::Fail), false) => "the execution fails here",
            (Some(StateType::Fail), true) => "its branch fails here",
            (_, false) => "ends the execution",
            (_, true) => "ends its branch",
        }
    }

    fn match_of(&self, number: usize, total: usize) -> String {
        match (number, total) {
            (_, 0) => "No matches".to_owned(),
            (0, 1) => "1 match".to_owned(),
            (0, total) => format!("{total} matches"),
            (number, total) => format!("{number} of {total}"),
        }
    }

    fn n_results(&self, n: usize) -> String {
        if n == 1 { "1 result".to_owned() } else { format!("{n} results") }
    }

    fn pointer_deeds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("Move a state onto a line, a state or into a frame", "Drag"),
            ("Place a state by hand", "Alt + drag"),
            ("Connect with another state", "Drag its dot"),
            ("Lead errors to another state", "Drag its red dot"),
            ("Select several", "Shift + drag"),
            ("Select one more", "Ctrl + click"),
            ("Select the way to a state", "Shift + click"),
            ("What can be done with a state, or with the graph", "Right button, long press"),
            ("Zoom", "Ctrl + wheel, two fingers"),
        ]
    }

    fn text_deeds(&self) -> &'static [(&'static str, &'static str)] {
        &[("Complete what you type", "Ctrl + Space"), ("Take what is proposed", "Enter"), ("Find", "Ctrl + F")]
    }
}

impl WayMessages for Es {
    fn leads_to(&self, target: &str) -> String {
        format!("lleva a {target}")
    }

    fn if_leads_to(&self, condition: &str, target: &str) -> String {
        format!("si {condition} lleva a {target}")
    }

    fn otherwise_leads_to(&self, target: &str) -> String {
        format!("en otro caso lleva a {target}")
    }

    fn on_error_leads_to(&self, errors: &str, target: &str) -> String {
        format!("ante {errors} lleva a {target}")
    }

    fn ends(&self, state_type: Option<StateType>, is_inside: bool) -> &'static str {
        match (state_type, is_inside) {
            (Some(StateType::Fail), false) => "la ejecución falla aquí",
            (Some(StateType::Fail), true) => "su rama falla aquí",
            (_, false) => "termina la ejecución",
            (_, true) => "termina su rama",
        }
    }

    fn match_of(&self, number: usize, total: usize) -> String {
        match (number, total) {
            (_, 0) => "Sin coincidencias".to_owned(),
            (0, 1) => "1 coincidencia".to_owned(),
            (0, total) => format!("{total} coincidencias"),
            (number, total) => format!("{number} de {total}"),
        }
    }

    fn n_results(&self, n: usize) -> String {
        if n == 1 { "1 resultado".to_owned() } else { format!("{n} resultados") }
    }

    fn pointer_deeds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("Mover un estado a una línea, a un estado o dentro de un marco", "Arrastrar"),
            ("Colocar un estado a mano", "Alt + arrastrar"),
            ("Conectar con otro estado", "Arrastrar su punto"),
            ("Llevar los errores a otro estado", "Arrastrar su punto rojo"),
            ("Seleccionar varios", "Mayús + arrastrar"),
            ("Seleccionar uno más", "Ctrl + clic"),
            ("Seleccionar el camino hasta un estado", "Mayús + clic"),
            ("Qué se puede hacer con un estado o con el grafo", "Botón derecho o dedo quieto"),
            ("Acercar y alejar", "Ctrl + rueda, dos dedos"),
        ]
    }

    fn text_deeds(&self) -> &'static [(&'static str, &'static str)] {
        &[("Completar lo que escribes", "Ctrl + Espacio"), ("Aceptar lo propuesto", "Intro"), ("Buscar", "Ctrl + F")]
    }
}
