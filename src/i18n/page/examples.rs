//! Titles of the examples and what they show.

use crate::i18n::{En, Es};

/// Texts of the gallery.
pub trait ExampleMessages {
    /// The title of an example and what it shows; empty for one that is not in the gallery.
    fn example(&self, id: &str) -> (&'static str, &'static str);
}

impl ExampleMessages for En {
    fn example(&self, id: &str) -> (&'static str, &'static str) {
        match id {
            "two-tasks" => ("Two tasks", "The smallest machine that does something: one Task after another"),
            "vending-machine" => ("Vending machine", "Collects coins and loops back to its idle state"),
            "user-registration" => ("User registration", "Validates document, e-mail and card in parallel"),
            "video-pipeline" => ("Video pipeline", "Ingest, process, publish; a Map inside a Parallel"),
            "order" => ("Order with retries", "A payment that is tried again, and errors that are caught"),
            "file-lines" => ("Lines of a file", "A Map that handles each line by itself"),
            _ => ("", ""),
        }
    }
}

impl ExampleMessages for Es {
    fn example(&self, id: &str) -> (&'static str, &'static str) {
        match id {
            "two-tasks" => ("Dos tareas", "La máquina más pequeña que hace algo: un Task tras otro"),
            "vending-machine" => ("Máquina expendedora", "Junta monedas y vuelve a su estado de reposo"),
            "user-registration" => ("Registro de usuario", "Valida documento, correo y tarjeta en paralelo"),
            "video-pipeline" => {
                ("Procesamiento de video", "Recibir, procesar y publicar; un Map dentro de un Parallel")
            }
            "order" => ("Pedido con reintentos", "Un pago que se reintenta y errores que se capturan"),
            "file-lines" => ("Líneas de un archivo", "Un Map que trata cada línea por separado"),
            _ => ("", ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::EXAMPLES;

    #[test]
    fn every_example_has_words() {
        for example in &EXAMPLES {
            assert!(!En.example(example.id).1.is_empty());
            assert!(!Es.example(example.id).1.is_empty());
        }
    }
}
