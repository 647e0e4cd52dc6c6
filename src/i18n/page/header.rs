//! The header and its menus.

use crate::i18n::texts::texts;

texts! {
    /// Texts of the header.
    HeaderMessages {
        tagline: "State machines, step by step", "Máquinas de estados, paso a paso";
        examples: "Examples", "Ejemplos";
        open: "Open", "Abrir";
        open_title: "Open an ASL file from this computer", "Abrir un archivo ASL de este equipo";
        new_machine: "New", "Nueva";
        new_machine_title: "Start from an empty machine", "Empezar con una máquina vacía";
        export: "Export", "Exportar";
        copy_json: "Copy JSON", "Copiar el JSON";
        download_json: "Download JSON", "Descargar el JSON";
        undo: "Undo", "Deshacer";
        redo: "Redo", "Rehacer";
        language: "Language", "Idioma";
        theme: "Theme", "Tema";
        theme_system: "System", "Del sistema";
        theme_light: "Light", "Claro";
        theme_dark: "Dark", "Oscuro";
        not_affiliated: "Pasos is not affiliated with Amazon Web Services.", "Pasos no está afiliado a Amazon Web Services.";
    }
}
