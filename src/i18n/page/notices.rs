//! Short notices: what was done, what could not be done, what to do about it.

use crate::i18n::texts::texts;

texts! {
    /// Notices.
    NoticeMessages {
        copied: "Copied to the clipboard", "Copiado al portapapeles";
        copy_failed: "The browser did not allow copying. Download the file instead.", "El navegador no permitió copiar. Descarga el archivo.";
        downloaded: "Downloaded", "Descargado";
        saved: "Saved in this browser", "Guardado en este navegador";
        saving: "Saving…", "Guardando…";
        not_saved: "Not saved: this browser's storage is full or forbidden", "No se guardó: el almacenamiento del navegador está lleno o no está permitido";
        not_saved_hint: "Your work is only in this tab. Download it before you close the tab.", "Tu trabajo está solo en esta pestaña. Descárgalo antes de cerrarla.";
        engine_stopped: "The engine did not answer in time and was started again. Your definition is safe.", "El motor no respondió a tiempo y se volvió a iniciar. Tu definición está a salvo.";
        engine_missing: "Checking and running do not work right now", "Por ahora no se puede revisar ni ejecutar";
        engine_missing_hint: "You can go on drawing and editing: your definition is safe.", "Puedes seguir dibujando y editando: tu definición está a salvo.";
        engine_not_loaded: "The part of Pasos that does both could not be loaded. The connection may be down, or something between here and the server blocks the file.", "No se pudo cargar la parte de Pasos que hace ambas cosas. Puede que no haya conexión o que algo entre aquí y el servidor bloquee el archivo.";
        engine_keeps_failing: "The part of Pasos that does both failed three times in a row. Undo what you changed last, or try again.", "La parte de Pasos que hace ambas cosas falló tres veces seguidas. Deshaz lo último que cambiaste o inténtalo otra vez.";
        part_missing: "A part of Pasos did not arrive", "No llegó una parte de Pasos";
        part_missing_hint: "The drawing can be looked at, but nothing can be changed yet. Your machines are kept in this browser as they were.", "Puedes ver el dibujo, pero todavía no se puede cambiar nada. Tus máquinas siguen en este navegador como estaban.";
        try_again: "Try again", "Reintentar";
        page_failed: "Pasos has stopped", "Pasos se detuvo";
        page_failed_what: "Something went wrong in the page itself, and it cannot go on.", "Algo salió mal en la página misma y no puede continuar.";
        page_failed_hint: "Download your work as it is now, then reload. What was saved in this browser comes back.", "Descarga tu trabajo tal como está y recarga la página. Lo guardado en este navegador vuelve a aparecer.";
        page_failed_download: "Download your work", "Descargar tu trabajo";
        page_failed_reload: "Reload the page", "Recargar la página";
        file_unreadable: "The file could not be read", "No se pudo leer el archivo";
        reader_missing: "The part of Pasos that reads Parquet and ZSTD could not be loaded. Try again when the page can be reached.", "No se pudo cargar la parte de Pasos que lee Parquet y ZSTD. Vuelve a intentarlo cuando tengas conexión con la página.";
        file_binary: "This file is not text", "Este archivo no es texto";
        file_empty: "There is nothing in it", "No tiene contenido";
        file_not_machine: "This JSON is not a state machine: it has no States. Nothing was changed.", "Este JSON no es una máquina de estados: no tiene States. No se cambió nada.";
        file_template: "This looks like a CloudFormation or SAM template. Pasos reads plain ASL definitions for now: paste the state machine's Definition.", "Esto parece una plantilla de CloudFormation o SAM. Por ahora Pasos solo lee definiciones ASL: pega el campo Definition de la máquina de estados.";
        file_yaml: "This looks like YAML. Pasos reads JSON definitions for now.", "Esto parece YAML. Por ahora Pasos solo lee definiciones en JSON.";
        file_history: "This is an execution history. Pasos reads definitions for now.", "Esto es un historial de ejecución. Por ahora Pasos solo lee definiciones.";
        opened: "Opened", "Abierto";
        dismiss: "Dismiss", "Cerrar";
    }
}
