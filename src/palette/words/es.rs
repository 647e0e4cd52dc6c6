//! Spanish.

use super::PaletteMessages;
use crate::asl::resource::Pattern;
use crate::i18n::Es;
use crate::palette::{Category, Simulation, Standing};

impl PaletteMessages for Es {
    fn category(&self, category: Category) -> &'static str {
        match category {
            Category::States => "Estados",
            Category::Patterns => "Patrones",
            Category::Compute => "Cómputo",
            Category::Messaging => "Mensajes y API",
            Category::Data => "Datos",
            Category::Analytics => "Analítica",
            Category::Learning => "Aprendizaje automático",
            Category::Operations => "Compilar y operar",
            Category::Sdk => "Cualquier acción de AWS",
        }
    }

    fn waiting_name(&self, name: &str, pattern: Pattern) -> String {
        match pattern {
            Pattern::RequestResponse => name.to_owned(),
            Pattern::Sync | Pattern::Sync2 => format!("{name} y esperar a que termine"),
            Pattern::WaitForTaskToken => format!("{name} y esperar el token"),
        }
    }

    fn waiting_description(&self, pattern: Pattern) -> &'static str {
        match pattern {
            Pattern::RequestResponse => "",
            Pattern::Sync | Pattern::Sync2 => "El flujo continúa cuando el trabajo termina.",
            Pattern::WaitForTaskToken => "El flujo continúa cuando alguien devuelve el token de tarea.",
        }
    }

    fn simulation(&self, simulation: Simulation) -> &'static str {
        match simulation {
            Simulation::Answers => "",
            Simulation::AnswersInShape => {
                "En la simulación responde con valores inventados de los tipos correctos: define una respuesta simulada si un estado posterior necesita otros."
            }
            Simulation::AnswersEmpty => {
                "En la simulación responde {}: define una respuesta simulada si un estado posterior necesita algo de su respuesta."
            }
            Simulation::ReadsFiles => {
                "En la simulación lee los archivos adjuntos y falla si el archivo no está: adjunta uno o define una respuesta simulada."
            }
        }
    }

    fn call_description(&self, service: &str, action: &str, is_of_sdk: bool, required: &[String]) -> String {
        let way = if is_of_sdk { " mediante el SDK de AWS" } else { "" };
        let needs = if required.is_empty() { String::new() } else { format!(" Necesita {}.", required.join(", ")) };
        format!("Llama a {action} de {service}{way}.{needs}")
    }

    fn sdk_description(&self, service: &str, action: &str, standing: Standing) -> String {
        match standing {
            Standing::KnownService => format!(
                "Llama a {action} de {service} mediante el SDK de AWS. Los parámetros los pones tú. No se comprobó que \
                 {service} tenga esta acción."
            ),
            Standing::UnknownService => format!(
                "Llama a {action} de {service} mediante el SDK de AWS. Los parámetros los pones tú. No se comprobó \
                 ningún nombre: Pasos no conoce {service}."
            ),
            Standing::UnknownAction => format!(
                "Pasos no conoce ninguna acción {action} de {service} a la que un Task pueda llamar: revisa el nombre. \
                 Puede ser más nueva que la tabla de servicios."
            ),
            Standing::Unsupported => format!("Step Functions no admite {action} de {service}."),
        }
    }
}
