//! The words for a conversion to JSONata in Spanish.

use super::ConvertMessages;
use crate::convert::{Note, Reason};
use crate::i18n::Es;

impl ConvertMessages for Es {
    fn convert_reason(&self, reason: &Reason) -> String {
        match reason {
            Reason::BrokenText => "El JSON está roto. Arréglalo y vuelve a convertir.".to_owned(),
            Reason::UnknownType => "El estado no tiene un Type que el lenguaje conozca.".to_owned(),
            Reason::WrongValue => "El campo contiene algo que no admite. Corrígelo primero.".to_owned(),
            Reason::InvalidPath { path } => format!("{path} no es una ruta válida para este campo. Corrígela primero."),
            Reason::InvalidIntrinsic { call } => {
                format!("{call} no es una llamada correcta a una función intrínseca. Corrígela primero.")
            }
            Reason::DuplicateKey { key } => {
                format!("Dos claves pasan a llamarse {key} al quitar .$. Cambia o elimina una de ellas.")
            }
            Reason::FieldTaken { field } => {
                format!("El estado ya tiene un campo {field}, que hace falta para el valor nuevo. Elimínalo primero.")
            }
            Reason::PathStep { path, step } => {
                format!("JSONata no tiene un paso que haga lo que hace {step} en {path}. Escribe esta expresión a mano.")
            }
            Reason::FilterComparison { path } => {
                format!("JSONata no puede comparar como el filtro de {path}. Escribe esta expresión a mano.")
            }
            Reason::TooDeep => "La expresión anidaría más niveles de los que AWS evalúa. Repártela en dos estados.".to_owned(),
            Reason::ResultIntoList { path } => {
                format!("{path} escribe en una posición de una lista, y ninguna expresión JSONata cambia un solo elemento. Guarda el resultado en un campo propio.")
            }
            Reason::FormatOfData { call } => {
                format!("El texto con los {{}} de {call} viene de los datos. Solo se puede convertir un texto entre comillas.")
            }
            Reason::SplitAtData { call } => {
                format!("Los caracteres por los que corta {call} vienen de los datos. Solo se puede convertir un texto entre comillas.")
            }
            Reason::SeededRandom { call } => {
                format!("{call} da siempre el mismo número para la misma semilla. $random de JSONata da otro.")
            }
            Reason::WrongArguments { call } => {
                format!("La función no acepta los argumentos de {call}. Corrige la llamada primero.")
            }
            Reason::DrawnTwice => {
                "Un valor aleatorio se usa en dos sitios. Dos expresiones sacarían dos valores distintos: asígnalo a una variable en un estado anterior.".to_owned()
            }
            Reason::UnknownComparator => "La regla no tiene un comparador que el lenguaje conozca.".to_owned(),
        }
    }

    fn convert_note(&self, note: Note) -> &'static str {
        match note {
            Note::MissingIsLeftOut => {
                "Una ruta que no encuentra nada hacía fallar el estado. Dentro de un objeto, una lista o un texto, ahora se omite."
            }
            Note::MissingIsFalse => {
                "Una regla cuya ruta no encuentra nada hacía fallar la ejecución. Ahora la comparación es falsa."
            }
            Note::ErrorIsCaught => {
                "Una ruta que no encuentra nada terminaba la ejecución entera. Ahora es States.QueryEvaluationError, que un Retry o Catch de este estado o de uno exterior puede recoger."
            }
            Note::ErrorsRenamed => {
                "Las rutas y funciones que fallan lo hacen ahora con States.QueryEvaluationError, que se agregó a la lista."
            }
            Note::NumbersAsText => {
                "JSONata tiene un solo tipo de número: 1.0 se escribe como 1, y los enteros por encima de 2⁵³ no son exactos."
            }
            Note::ObjectsAsText => {
                "Un objeto o una lista dentro de un texto se escribe ahora como JSON. States.Format escribía {a=1}."
            }
            Note::NotRounded => "Los números ya no se redondean antes a enteros. Con enteros no cambia nada.",
            Note::TextStaysText => {
                "States.JsonToString pone comillas a un valor que ya es texto; $string lo deja como está."
            }
            Note::BlankIsNoJson => "Un texto en blanco daba null. $parse falla con él.",
            Note::Base64BeyondLatin => {
                "Las funciones Base64 de JSONata pueden codificar de otra forma las letras que no son de Europa occidental."
            }
            Note::WildcardOfList => {
                "[*] se toma como los elementos de una lista. En un objeto daba los valores de sus campos."
            }
            Note::ListsAreJoined => {
                "Las listas dentro de listas se juntan en una, y un valor suelto cuenta como lista de uno. La ruta se saltaba esos valores."
            }
            Note::SingleIsList => {
                "Una posición como [0] fallaba en un valor que no es una lista. Ahora ese valor cuenta como lista de uno."
            }
            Note::NumbersAreNumbers => {
                "Un texto como \"2\" valía como número, y 2.0 fallaba. JSONata solo acepta números, y 2.0 es 2."
            }
            Note::FilterComparesStrictly => {
                "El filtro tomaba 1 y '1' por iguales, y fallaba donde un número se encontraba con una palabra. JSONata distingue números, textos y true."
            }
            Note::MergesObjects => {
                "El resultado va a un objeto dentro de la entrada. Si ese objeto es null, ahora falla; si es una lista, se juntan sus objetos."
            }
            Note::OtherRandomNumbers => "Los números salen del mismo intervalo, pero de otro generador.",
        }
    }
}
