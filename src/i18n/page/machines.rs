//! All machines of the browser: the shelf, how they are kept, and what comes from outside.

use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of the shelf.
    MachineMessages {
        my_machines: "My machines", "Mis máquinas";
        my_machines_title: "All machines in this browser", "Todas las máquinas de este navegador";
        machine_name: "Name of the machine", "Nombre de la máquina";
        new_machine_name: "New machine", "Máquina nueva";
        shelf_search: "Search by name", "Buscar por nombre";
        shelf_none_found: "No machine has that name.", "Ninguna máquina se llama así.";
        shelf_note: "They are kept in this browser only. Download them to keep a copy elsewhere.", "Se guardan solo en este navegador. Descárgalas para tener una copia en otro lugar.";
        open_machine: "Open", "Abrir";
        rename_machine: "Rename", "Cambiar el nombre";
        duplicate_machine: "Duplicate", "Duplicar";
        delete_machine: "Delete", "Eliminar";
        download_all: "Download all", "Descargar todas";
        bin: "Deleted", "Eliminadas";
        bring_back: "Bring back", "Recuperar";
        delete_for_good: "Delete for good", "Eliminar para siempre";
        is_open_now: "Open now", "Abierta ahora";
        backup_file: "my-machines", "mis-maquinas";
        open_elsewhere: "This machine is open in another tab. What is changed there appears here.", "Esta máquina está abierta en otra pestaña. Aquí se ven los cambios que haces allí.";
        open_in_other_tab: "That machine is open in another tab. Close it there first.", "Esa máquina está abierta en otra pestaña. Ciérrala allí primero.";
        take_here: "Edit here", "Editar aquí";
        copy_here: "Make a copy", "Hacer una copia";
        yours_to_change: "You can edit the machine here now", "Ya puedes editar la máquina aquí";
        storage_closed: "The browser cannot open its storage, so machines that are kept there are not shown now. Close other tabs of Pasos and reload the page.", "El navegador no puede abrir su almacenamiento, así que las máquinas guardadas allí no se ven ahora. Cierra las demás pestañas de Pasos y recarga la página.";
        not_changed: "The browser did not store that. Nothing was changed.", "El navegador no pudo guardarlo. No se cambió nada.";
        download_stored: "Download what is stored", "Descargar lo guardado";
        history_bounded: "The oldest steps were let go to save space.", "Los pasos más antiguos se descartaron para ahorrar espacio.";
        file_other_text: "This is no state machine, and nothing else that Pasos knows. Nothing was changed.", "Esto no es una máquina de estados ni nada que Pasos conozca. No se cambió nada.";
    }
}

/// Texts about machines with names and numbers in them.
pub trait MachineNameMessages {
    /// A step that opened a machine.
    fn opening(&self, name: &str) -> String;
    /// A button that leads back to a machine.
    fn back_to(&self, name: &str) -> String;
    /// Another machine has that name.
    fn name_taken(&self, name: &str) -> String;
    /// A machine was put into the bin.
    fn machine_deleted(&self, name: &str) -> String;
    /// Another tab has changed a machine; what was done here is a copy now.
    fn became_copy(&self, name: &str, copy: &str) -> String;
    /// The tab that has the machine cannot store what was done there, and so does not hand it over.
    fn not_handed_over(&self) -> &'static str;
    /// Nothing can be read of a machine; without a name where that is not known.
    fn machine_unreadable(&self, name: &str) -> String;
    /// A later version of Pasos wrote a machine; without a name where that is not known.
    fn machine_too_new(&self, name: &str) -> String;
    /// Fields of what is stored of a machine could not be read.
    fn machine_fields_unread(&self, name: &str, fields: &str) -> String;
    /// What is stored of a machine ends too early.
    fn machine_cut_off(&self, name: &str) -> String;
    /// A project file was read in part; the names of the fields that were not, none where it was cut off.
    fn read_in_part(&self, fields: &str) -> String;
    /// So many machines were written to a file.
    fn n_downloaded(&self, n: usize, file: &str) -> String;
    /// So many machines came from a file.
    fn n_taken_in(&self, n: usize) -> String;
    /// So many machines of a file could not be read whole.
    fn n_machines_unread(&self, n: usize) -> String;
    /// A file stands for an object of S3 now.
    fn attached(&self, uri: &str) -> String;
    /// How many states a machine has.
    fn n_states(&self, n: usize) -> String;
}

/// A name with a blank before it, or nothing.
fn called(name: &str, open: &str, close: &str) -> String {
    if name.is_empty() { String::new() } else { format!(" {open}{name}{close}") }
}

impl MachineNameMessages for En {
    fn opening(&self, name: &str) -> String {
        format!("Open “{name}”")
    }
    fn back_to(&self, name: &str) -> String {
        format!("Back to “{name}”")
    }
    fn name_taken(&self, name: &str) -> String {
        format!("Another machine is called “{name}”. Choose another name.")
    }
    fn machine_deleted(&self, name: &str) -> String {
        format!("“{name}” is among the deleted machines")
    }
    fn not_handed_over(&self) -> &'static str {
        "The other tab could not store its changes and keeps the machine. Download it there, or make a copy here."
    }
    fn became_copy(&self, name: &str, copy: &str) -> String {
        format!("“{name}” was changed in another tab. What you have here is “{copy}” now: both are kept.")
    }
    fn machine_unreadable(&self, name: &str) -> String {
        let name = called(name, "“", "”");
        format!("What is stored of the machine{name} cannot be read. It stays as it is: download it to look into it.")
    }
    fn machine_too_new(&self, name: &str) -> String {
        let name = called(name, "“", "”");
        format!(
            "A later version of Pasos wrote the machine{name}. Reload the page to get that version. Nothing was changed."
        )
    }
    fn machine_fields_unread(&self, name: &str, fields: &str) -> String {
        format!(
            "Of “{name}” everything but this could be read: {fields}. All that was stored is kept aside, as it was."
        )
    }
    fn machine_cut_off(&self, name: &str) -> String {
        format!(
            "What is stored of “{name}” ends too early. It opens as far as it goes; all that was stored is kept aside, as it was."
        )
    }
    fn read_in_part(&self, fields: &str) -> String {
        if fields.is_empty() {
            "The file ends too early. It opens as far as it goes.".to_owned()
        } else {
            format!("Everything but this could be read: {fields}.")
        }
    }
    fn n_downloaded(&self, n: usize, file: &str) -> String {
        format!("{n} {} downloaded: {file}", if n == 1 { "machine" } else { "machines" })
    }
    fn n_taken_in(&self, n: usize) -> String {
        format!("{n} {} added to your machines", if n == 1 { "machine" } else { "machines" })
    }
    fn n_machines_unread(&self, n: usize) -> String {
        format!("{n} {} of the file could not be read whole", if n == 1 { "machine" } else { "machines" })
    }
    fn attached(&self, uri: &str) -> String {
        format!("Attached for runs: {uri}")
    }
    fn n_states(&self, n: usize) -> String {
        format!("{n} {}", if n == 1 { "state" } else { "states" })
    }
}

impl MachineNameMessages for Es {
    fn opening(&self, name: &str) -> String {
        format!("Abrir «{name}»")
    }
    fn back_to(&self, name: &str) -> String {
        format!("Volver a «{name}»")
    }
    fn name_taken(&self, name: &str) -> String {
        format!("Ya hay una máquina llamada «{name}». Elige otro nombre.")
    }
    fn machine_deleted(&self, name: &str) -> String {
        format!("«{name}» está entre las eliminadas")
    }
    fn not_handed_over(&self) -> &'static str {
        "La otra pestaña no pudo guardar sus cambios y conserva la máquina. Descárgala allí, o haz una copia aquí."
    }
    fn became_copy(&self, name: &str, copy: &str) -> String {
        format!("«{name}» cambió en otra pestaña. Lo que tienes aquí ahora es «{copy}»: se conservan las dos.")
    }
    fn machine_unreadable(&self, name: &str) -> String {
        let name = called(name, "«", "»");
        format!("No se puede leer lo guardado de la máquina{name}. Queda como está: descárgalo para examinarlo.")
    }
    fn machine_too_new(&self, name: &str) -> String {
        let name = called(name, "«", "»");
        format!(
            "La máquina{name} se guardó con una versión más nueva de Pasos. Recarga la página para tenerla. No se cambió nada."
        )
    }
    fn machine_fields_unread(&self, name: &str, fields: &str) -> String {
        format!("De «{name}» se leyó todo menos esto: {fields}. Lo guardado se conserva aparte, tal como estaba.")
    }
    fn machine_cut_off(&self, name: &str) -> String {
        format!(
            "Lo guardado de «{name}» está cortado. Se abre hasta donde llega; lo guardado se conserva aparte, tal como estaba."
        )
    }
    fn read_in_part(&self, fields: &str) -> String {
        if fields.is_empty() {
            "El archivo está cortado. Se abre hasta donde llega.".to_owned()
        } else {
            format!("Se leyó todo menos esto: {fields}.")
        }
    }
    fn n_downloaded(&self, n: usize, file: &str) -> String {
        if n == 1 { format!("1 máquina descargada: {file}") } else { format!("{n} máquinas descargadas: {file}") }
    }
    fn n_taken_in(&self, n: usize) -> String {
        if n == 1 {
            "1 máquina se agregó a las tuyas".to_owned()
        } else {
            format!("{n} máquinas se agregaron a las tuyas")
        }
    }
    fn n_machines_unread(&self, n: usize) -> String {
        if n == 1 {
            "1 máquina del archivo no se pudo leer entera".to_owned()
        } else {
            format!("{n} máquinas del archivo no se pudieron leer enteras")
        }
    }
    fn attached(&self, uri: &str) -> String {
        format!("Adjunto para las ejecuciones: {uri}")
    }
    fn n_states(&self, n: usize) -> String {
        if n == 1 { "1 estado".to_owned() } else { format!("{n} estados") }
    }
}
