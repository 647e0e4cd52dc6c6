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
        conversion_missing: "Where a path finds nothing", "Donde una ruta no encuentra nada";
        conversion_left_out: "Leave the value out", "Omitir el valor";
        conversion_left_out_hint: "As people usually write JSONata: short expressions. A value that is not there is left out of its object or list, and a rule that asks for it does not match.", "Como se suele escribir JSONata: expresiones cortas. Un valor que no está se omite de su objeto o lista, y una regla que pregunta por él no se cumple.";
        conversion_fails: "Fail, as before", "Fallar, como antes";
        conversion_fails_hint: "As in JSONPath: the expressions first make sure with $assert that the value is there. They are longer, and what went wrong shows at once.", "Como en JSONPath: las expresiones comprueban antes con $assert que el valor está. Son más largas, pero el error se nota enseguida.";
    }
}
