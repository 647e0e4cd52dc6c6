//! What can be done in the page, by name, and the names of keys.

use crate::action::{Action, ActionGroup};
use crate::i18n::{En, Es};

/// Names of actions, of their groups and of keys.
pub trait ActionMessages {
    /// The name of an action.
    fn action(&self, action: Action) -> &'static str;
    /// Other words by which people look for it.
    fn action_search(&self, action: Action) -> &'static str;
    /// The name of a group.
    fn action_group(&self, group: ActionGroup) -> &'static str;
    /// What stands on a key; keys without a name here are called what browsers call them.
    fn key_name(&self, key: &'static str) -> &'static str;
}

impl ActionMessages for En {
    fn action(&self, action: Action) -> &'static str {
        name(action).0
    }

    fn action_search(&self, action: Action) -> &'static str {
        search_words(action).0
    }

    fn action_group(&self, group: ActionGroup) -> &'static str {
        group_name(group).0
    }

    fn key_name(&self, key: &'static str) -> &'static str {
        match key {
            "Escape" => "Esc",
            _ => key,
        }
    }
}

impl ActionMessages for Es {
    fn action(&self, action: Action) -> &'static str {
        name(action).1
    }

    fn action_search(&self, action: Action) -> &'static str {
        search_words(action).1
    }

    fn action_group(&self, group: ActionGroup) -> &'static str {
        group_name(group).1
    }

    fn key_name(&self, key: &'static str) -> &'static str {
        match key {
            "Escape" => "Esc",
            "Delete" => "Supr",
            "Backspace" => "Retroceso",
            "Enter" => "Intro",
            "Home" => "Inicio",
            "Shift" => "Mayús",
            "Space" => "Espacio",
            _ => key,
        }
    }
}

fn name(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Commands => ("Find a command or a state", "Buscar un comando o un estado"),
        Action::Find => ("Search in the states", "Buscar en los estados"),
        Action::GoToStart => ("Go to the first state", "Ir al primer estado"),
        Action::GoDown => ("To the state below", "Al estado de abajo"),
        Action::GoUp => ("To the state above", "Al estado de arriba"),
        Action::GoLeft => ("To the state on the left", "Al estado de la izquierda"),
        Action::GoRight => ("To the state on the right", "Al estado de la derecha"),
        Action::ExtendDown => ("Select the state below too", "Seleccionar también el estado de abajo"),
        Action::ExtendUp => ("Select the state above too", "Seleccionar también el estado de arriba"),
        Action::ExtendLeft => ("Select the state on the left too", "Seleccionar también el de la izquierda"),
        Action::ExtendRight => ("Select the state on the right too", "Seleccionar también el de la derecha"),
        Action::ToggleSelected => ("Select or unselect the state", "Seleccionar o dejar el estado"),
        Action::SelectAll => ("Select all", "Seleccionar todo"),
        Action::SelectSeveral => ("Select several", "Seleccionar varios"),
        Action::Deselect => ("Select nothing", "No seleccionar nada"),
        Action::Undo => ("Undo", "Deshacer"),
        Action::Redo => ("Redo", "Rehacer"),
        Action::Rename => ("Edit or rename", "Editar o renombrar"),
        Action::AddAfter => ("Add after…", "Agregar después…"),
        Action::Palette => ("Add…", "Agregar…"),
        Action::Connect => ("Connect to…", "Conectar con…"),
        Action::Catch => ("On error go to…", "En caso de error, ir a…"),
        Action::ConvertMachine => ("Convert the machine to JSONata…", "Convertir la máquina a JSONata…"),
        Action::AddBranch => ("Add a branch", "Agregar una rama"),
        Action::Cut => ("Cut", "Cortar"),
        Action::Copy => ("Copy", "Copiar"),
        Action::Paste => ("Paste", "Pegar"),
        Action::Duplicate => ("Duplicate", "Duplicar"),
        Action::WrapInParallel => ("Wrap in a Parallel", "Envolver en un Parallel"),
        Action::WrapInMap => ("Wrap in a Map", "Envolver en un Map"),
        Action::Unwrap => ("Take out of the frame", "Sacar del marco"),
        Action::Extract => ("Extract to a new machine", "Extraer a otra máquina"),
        Action::SetStart => ("Start here", "Empezar aquí"),
        Action::ConvertType => ("Change the type…", "Cambiar el tipo…"),
        Action::ToJsonata => ("Convert to JSONata…", "Convertir a JSONata…"),
        Action::PlaceByHand => ("Place by hand…", "Colocar a mano…"),
        Action::NudgeDown => ("Move the state down by hand", "Mover el estado hacia abajo, a mano"),
        Action::NudgeUp => ("Move the state up by hand", "Mover el estado hacia arriba, a mano"),
        Action::NudgeLeft => ("Move the state left by hand", "Mover el estado a la izquierda, a mano"),
        Action::NudgeRight => ("Move the state right by hand", "Mover el estado a la derecha, a mano"),
        Action::PlaceAutomatically => ("Back to its automatic place", "Volver a su lugar automático"),
        Action::PlaceAllAutomatically => ("All back to automatic places", "Todos a su lugar automático"),
        Action::Delete => ("Delete", "Eliminar"),
        Action::ZoomIn => ("Zoom in", "Acercar"),
        Action::ZoomOut => ("Zoom out", "Alejar"),
        Action::LifeSize => ("Actual size", "Tamaño real"),
        Action::Fit => ("Fit to view", "Ver todo"),
        Action::FitSelection => ("Zoom to the selected state", "Acercar al estado seleccionado"),
        Action::Turn => ("Turn the drawing", "Girar el dibujo"),
        Action::Fold => ("Collapse or expand", "Plegar o desplegar"),
        Action::FoldAll => ("Collapse all frames", "Plegar todos los marcos"),
        Action::UnfoldAll => ("Expand all frames", "Desplegar todos los marcos"),
        Action::Run => ("Run to the end", "Ejecutar hasta el final"),
        Action::Step => ("One step forward", "Un paso adelante"),
        Action::Back => ("One step back", "Un paso atrás"),
        Action::Restart => ("Back to the beginning of the run", "Volver al principio de la ejecución"),
        Action::Stop => ("Stop the run", "Detener la ejecución"),
        Action::NextProblem => ("Next problem", "Problema siguiente"),
        Action::PreviousProblem => ("Previous problem", "Problema anterior"),
        Action::OfferFix => ("Fix this problem", "Corregir este problema"),
        Action::FixAll => ("Fix all safe problems", "Corregir todo lo seguro"),
        Action::ShowRules => ("All rules of the checker", "Todas las reglas del revisor"),
        Action::ShowGraph => ("Go to the graph", "Ir al grafo"),
        Action::ShowOutline => ("Go to the outline", "Ir al esquema"),
        Action::ShowInspector => ("Go to the inspector", "Ir al inspector"),
        Action::ShowRun => ("Go to the run", "Ir a la ejecución"),
        Action::ShowJson => ("Go to the JSON text", "Ir al texto JSON"),
        Action::ShowProblems => ("Go to the problems", "Ir a los problemas"),
        Action::New => ("New machine", "Máquina nueva"),
        Action::ShowMachines => ("My machines", "Mis máquinas"),
        Action::Open => ("Open a file…", "Abrir un archivo…"),
        Action::CopyJson => ("Copy JSON", "Copiar el JSON"),
        Action::DownloadJson => ("Download JSON", "Descargar el JSON"),
        Action::Keys => ("Keys", "Teclas"),
        Action::SwitchLanguage => ("Español", "English"),
        Action::ThemeLight => ("Light theme", "Tema claro"),
        Action::ThemeDark => ("Dark theme", "Tema oscuro"),
        Action::ThemeSystem => ("Theme of the system", "Tema del sistema"),
    }
}

fn search_words(action: Action) -> (&'static str, &'static str) {
    match action {
        Action::Find => ("find query filter", "encontrar consulta filtro"),
        Action::GoToStart => ("StartAt beginning", "StartAt comienzo"),
        Action::Undo => ("revert take back", "revertir"),
        Action::Redo => ("again", "repetir"),
        Action::Rename => ("name properties fields state", "nombre propiedades campos estado"),
        Action::AddAfter => ("insert new step state behind", "insertar nuevo paso estado"),
        Action::Palette => ("palette insert services patterns", "paleta insertar servicios patrones"),
        Action::Connect => ("line edge transition next", "línea flecha transición siguiente"),
        Action::Catch => ("catcher error failure", "captura error fallo"),
        Action::ConvertMachine => ("JSONPath migrate query language", "JSONPath migrar lenguaje de consulta"),
        Action::Duplicate => ("copy clone selected states", "copiar clonar estados seleccionados"),
        Action::PlaceByHand => ("position move layout pin", "posición mover disposición fijar"),
        Action::PlaceAutomatically | Action::PlaceAllAutomatically => {
            ("position layout tidy unpin", "posición disposición ordenar soltar")
        }
        Action::SelectAll | Action::SelectSeveral => ("every state mark", "todos los estados elegir marcar"),
        Action::AddBranch => ("Parallel Branches", "Parallel Branches"),
        Action::Cut | Action::Copy | Action::Paste => ("clipboard states", "portapapeles estados"),
        Action::WrapInParallel | Action::WrapInMap => ("enclose group frame inside", "encerrar agrupar marco dentro"),
        Action::Unwrap => ("unwrap dissolve ungroup", "desenvolver deshacer desagrupar"),
        Action::Extract => ("nested workflow startExecution", "máquina anidada startExecution"),
        Action::SetStart => ("StartAt first state", "StartAt primer estado"),
        Action::ConvertType => ("convert kind state", "convertir clase estado"),
        Action::ToJsonata => ("JSONPath migrate query language state", "JSONPath migrar lenguaje de consulta estado"),
        Action::Delete => ("remove selected states", "borrar quitar estados seleccionados"),
        Action::ZoomIn => ("larger scale", "aumentar escala zoom"),
        Action::ZoomOut => ("smaller scale", "reducir escala zoom"),
        Action::LifeSize => ("zoom 100% reset scale", "zoom 100% escala"),
        Action::Fit => ("zoom all whole overview", "zoom ajustar entero"),
        Action::FitSelection => ("focus center", "centrar enfocar"),
        Action::Turn => (
            "direction layout down right vertical horizontal",
            "dirección orientación abajo derecha vertical horizontal",
        ),
        Action::Fold | Action::FoldAll => {
            ("fold hide inside frame Map Parallel", "contraer ocultar dentro marco Map Parallel")
        }
        Action::UnfoldAll => ("unfold show inside Map Parallel", "expandir mostrar dentro Map Parallel"),
        Action::Run => ("execute start simulate test", "correr iniciar simular probar"),
        Action::Step => ("debug next", "depurar siguiente"),
        Action::Back => ("debug previous", "depurar anterior"),
        Action::Restart => ("reset rerun", "reiniciar"),
        Action::Stop => ("abort cancel", "abortar cancelar"),
        Action::NextProblem | Action::PreviousProblem => ("error warning diagnostics", "error advertencia"),
        Action::OfferFix | Action::FixAll => ("repair mend quick fix error", "reparar arreglar error"),
        Action::ShowRules => ("catalogue checks lint help", "catálogo comprobaciones ayuda"),
        Action::ShowGraph => ("canvas diagram", "lienzo diagrama"),
        Action::ShowOutline => ("tree list states", "árbol lista estados"),
        Action::ShowInspector => ("fields form properties", "campos formulario propiedades"),
        Action::ShowRun => ("execution history input mocks", "historial entrada simulacros"),
        Action::ShowJson => ("code editor definition ASL", "código editor definición ASL"),
        Action::ShowProblems => ("errors warnings", "errores advertencias"),
        Action::New => ("empty blank create", "vacía crear"),
        Action::ShowMachines => ("shelf saved workspace library", "estante guardadas biblioteca"),
        Action::Open => ("import load", "importar cargar"),
        Action::CopyJson => ("export clipboard", "exportar portapapeles"),
        Action::DownloadJson => ("export save file", "exportar guardar archivo"),
        Action::Keys => ("shortcuts keyboard help", "atajos teclado ayuda"),
        Action::SwitchLanguage => ("language Spanish", "idioma inglés"),
        Action::ThemeLight => ("white bright", "blanco"),
        Action::ThemeDark => ("black night", "negro noche"),
        Action::ThemeSystem => ("automatic", "automático"),
        Action::Commands
        | Action::GoDown
        | Action::GoUp
        | Action::GoLeft
        | Action::GoRight
        | Action::ExtendDown
        | Action::ExtendUp
        | Action::ExtendLeft
        | Action::ExtendRight
        | Action::ToggleSelected
        | Action::NudgeDown
        | Action::NudgeUp
        | Action::NudgeLeft
        | Action::NudgeRight
        | Action::Deselect => ("", ""),
    }
}

fn group_name(group: ActionGroup) -> (&'static str, &'static str) {
    match group {
        ActionGroup::File => ("Files", "Archivos"),
        ActionGroup::Edit => ("Edit", "Edición"),
        ActionGroup::Move => ("Find and go", "Buscar e ir"),
        ActionGroup::View => ("View", "Vista"),
        ActionGroup::Run => ("Run", "Ejecución"),
        ActionGroup::Problems => ("Problems", "Problemas"),
        ActionGroup::Panels => ("Panels", "Paneles"),
        ActionGroup::Page => ("Page", "Página"),
    }
}
