//! The dialog that shows what a conversion to JSONata changes.

use crate::i18n::texts::texts;

texts! {
    /// Texts of a conversion to JSONata.
    ConversionMessages {
        conversion_title: "Conversion to JSONata", "Conversión a JSONata";
        conversion_none: "Nothing here is in JSONPath.", "Aquí no hay nada en JSONPath.";
        conversion_apply: "Convert", "Convertir";
        conversion_changes: "What changes", "Qué cambia";
        conversion_obstacles: "What stays in JSONPath", "Qué se queda en JSONPath";
        conversion_of_field: "With QueryLanguage set to JSONata, what is written in JSONPath would no longer be understood. Convert it as shown below, or change only QueryLanguage and rewrite it yourself.", "Con QueryLanguage en JSONata, lo que está escrito en JSONPath ya no se entendería. Conviértelo como se muestra abajo, o cambia solo QueryLanguage y reescríbelo tú.";
        conversion_only_field: "Only change QueryLanguage", "Cambiar solo QueryLanguage";
        conversion_of_machine_in_part: "While these states stay in JSONPath, so does the machine. Each converted state says for itself that it is in JSONata.", "Mientras estos estados sigan en JSONPath, la máquina también. Cada estado convertido indica por su cuenta que está en JSONata.";
    }
}
