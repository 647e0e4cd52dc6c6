//! The words for diagnostics in Spanish.

use super::DiagnosticMessages;
use crate::check::{PathKind, PathReason, Problem};
use crate::i18n::Es;
use crate::text::json::{MAX_DEPTH, SyntaxProblem};

fn list(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// A JSON type as a student says it.
fn json_type(name: &str) -> &str {
    match name {
        "string" => "un texto",
        "boolean" => "true o false",
        "object" => "un objeto",
        "array" => "una lista",
        "integer" => "un número entero",
        "number" => "un número",
        other => other,
    }
}

fn syntax(problem: &SyntaxProblem) -> (String, &'static str) {
    match problem {
        SyntaxProblem::Empty => {
            ("No hay ninguna definición".to_owned(), "Pega o abre una, o agrega el primer estado en el grafo.")
        }
        SyntaxProblem::ExpectedValue => {
            ("Aquí falta un valor".to_owned(), "Escribe un texto, número, objeto, lista, true, false o null.")
        }
        SyntaxProblem::ExpectedKey => (
            "Aquí falta el nombre de un campo".to_owned(),
            "Los nombres van entre comillas dobles, antes de los dos puntos.",
        ),
        SyntaxProblem::ExpectedColon => ("Faltan los dos puntos".to_owned(), "Pon : entre el nombre y su valor."),
        SyntaxProblem::ExpectedComma => ("Falta una coma".to_owned(), "Pon , entre los dos valores."),
        SyntaxProblem::TrailingComma => {
            ("Después de esta coma no hay nada".to_owned(), "Quítala: en JSON no va una coma tras el último valor.")
        }
        SyntaxProblem::Unclosed { bracket, line } => {
            (format!("El {bracket} de la línea {line} no se cierra"), "Agrega el signo de cierre donde corresponda.")
        }
        SyntaxProblem::UnexpectedBracket(bracket) => {
            (format!("Este {bracket} no cierra nada"), "Quítalo, o agrega el signo que debería cerrar.")
        }
        SyntaxProblem::UnterminatedString => {
            ("Este texto no se cierra".to_owned(), "Agrega las comillas de cierre en la misma línea.")
        }
        SyntaxProblem::InvalidEscape => (
            "Esta secuencia de escape no es válida".to_owned(),
            r#"JSON conoce \" \\ \/ \b \f \n \r \t y \u con cuatro dígitos."#,
        ),
        SyntaxProblem::ControlCharacter => (
            "Hay un carácter de control dentro de un texto".to_owned(),
            r"Escríbelo como secuencia de escape, por ejemplo \t para un tabulador.",
        ),
        SyntaxProblem::InvalidNumber => (
            "Esto no es un número".to_owned(),
            "Los números se escriben como 12, -0.5 o 6e3, sin ceros a la izquierda.",
        ),
        SyntaxProblem::NumberTooLarge => {
            ("Este número es demasiado grande".to_owned(), "Escríbelo como texto si tiene que ser exacto.")
        }
        SyntaxProblem::UnexpectedText(text) => (
            format!("JSON no conoce {text}"),
            "Los textos van entre comillas dobles; true, false y null van en minúsculas.",
        ),
        SyntaxProblem::Comment => {
            ("JSON no tiene comentarios".to_owned(), "Usa el campo Comment de la máquina o del estado.")
        }
        SyntaxProblem::TrailingText => (
            "Hay algo después del final de la definición".to_owned(),
            "Quítalo, o revisa los signos de cierre anteriores.",
        ),
        SyntaxProblem::DuplicateKey(key) => (
            format!("El nombre «{key}» aparece dos veces en este objeto"),
            "AWS no lo acepta. Cambia el nombre de uno, o quítalo.",
        ),
        SyntaxProblem::TooDeep => (
            format!("Hay más de {MAX_DEPTH} niveles de anidamiento"),
            "Lo que está más adentro no se lee. El texto se conserva tal cual.",
        ),
    }
}

/// What is wrong with a path, behind a colon.
fn path_reason(reason: &PathReason) -> String {
    match reason {
        PathReason::NoDollar => "una ruta empieza con $".to_owned(),
        PathReason::SeveralValues => "puede nombrar varios valores".to_owned(),
        PathReason::IntoVariable => "un resultado no se escribe en una variable".to_owned(),
        PathReason::ContextObject => "nombra el objeto de contexto".to_owned(),
        PathReason::Refused(reason) => format!("el motor de AWS dice «{reason}»"),
    }
}

impl DiagnosticMessages for Es {
    fn problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::Syntax(problem) => syntax(problem).0,
            Problem::NotAnObject => "Una definición es un objeto JSON".to_owned(),
            Problem::MissingFields { fields } => match fields.len() {
                1 => format!("Falta el campo {}", fields[0]),
                _ => format!("Faltan los campos {}", list(fields, "y")),
            },
            Problem::MissingTarget { name, .. } if name.is_empty() => "Falta el nombre del estado".to_owned(),
            Problem::MissingTarget { name, .. } => format!("No hay ningún estado llamado «{name}»"),
            Problem::CrossScopeTarget { name } => format!("«{name}» está en otra rama o iteración"),
            Problem::UnreachableState { name } => format!("Ningún camino desde StartAt llega a «{name}»"),
            Problem::NoTerminalState => "Aquí no termina ningún estado".to_owned(),
            Problem::UnknownField { field, .. } => format!("El campo {field} no se admite aquí"),
            Problem::WrongLanguage { field, needed, .. } => format!("{field} solo existe en el lenguaje {needed}"),
            Problem::WrongType { field, expected } => format!("{field} tiene que ser {}", json_type(expected)),
            Problem::OutOfRange { field, least, greatest, .. } => {
                format!("{field} tiene que estar entre {least} y {greatest}")
            }
            Problem::NotOneOf { field, allowed } => format!("{field} tiene que ser {}", list(allowed, "o")),
            Problem::DuplicateState { name } => format!("Hay dos estados llamados «{name}»"),
            Problem::NextAndEnd => "El estado tiene Next y también End".to_owned(),
            Problem::NoNextOrEnd => "El estado no tiene Next ni End".to_owned(),
            Problem::NameEmpty => "El estado no tiene nombre".to_owned(),
            Problem::Empty { field } => format!("{field} no puede estar vacío"),
            Problem::NameTooLong { .. } => "El nombre tiene más de 80 caracteres".to_owned(),
            Problem::Both { first, second } => format!("{first} y {second} se excluyen entre sí"),
            Problem::OneOfNeeded { fields } => format!("Hace falta {}", list(fields, "o")),
            Problem::ComparatorCount { count } => match count {
                0 => "La regla no compara nada".to_owned(),
                _ => format!("La regla tiene {count} comparadores"),
            },
            Problem::LanguageConflict => {
                "Un estado no puede volver a JSONPath en una máquina que usa JSONata".to_owned()
            }
            Problem::InvalidPath { field, wanted: PathKind::Path | PathKind::Template, reason } => {
                format!("{field} no es una ruta: {}", path_reason(reason))
            }
            Problem::InvalidPath { field, reason, .. } => {
                format!("{field} no es una ruta de referencia: {}", path_reason(reason))
            }
            Problem::InvalidCall { field, reason } => format!("La llamada en {field} no es válida: {reason}"),
            Problem::TemplateNotText { field } => {
                format!("{field} tiene que contener un texto con una ruta o una llamada")
            }
            Problem::TemplateDuplicate { key } => format!("«{key}» aparece dos veces al quitar .$"),
            // AWS says it in English only.
            Problem::InvalidExpression { message, .. } => format!("La expresión no es válida; AWS dice «{message}»"),
            Problem::JsonataDelimiters => "Esto no llega a ser una expresión JSONata".to_owned(),
            Problem::MisplacedStates { name } => format!("{name} no existe aquí"),
            Problem::AllNotAlone => "States.ALL va solo, y en el último elemento".to_owned(),
            Problem::InvalidResource { .. } => "Resource no es un ARN".to_owned(),
            Problem::UnknownResource { .. } => "Resource no nombra nada a lo que un Task pueda llamar".to_owned(),
            Problem::ArgumentsRequired { field, .. } => format!("A esta llamada le falta {field}"),
            Problem::FieldRequired { field } => format!("Falta el campo {field}"),
            Problem::UnknownArgument { field, .. } if field.is_empty() => "Un parámetro no tiene nombre".to_owned(),
            Problem::UnknownArgument { field, .. } => format!("El servicio no tiene el parámetro {field}"),
            Problem::ArgumentType { field, expected } => format!("El parámetro {field} debe ser de tipo {expected}"),
            Problem::NotInExpress { limit } => match limit.as_str() {
                "Activity" => "Las máquinas Express no admiten actividades".to_owned(),
                "DISTRIBUTED" => "Las máquinas Express no admiten un Map en modo DISTRIBUTED".to_owned(),
                suffix => format!("Las máquinas Express no admiten llamadas con {suffix}"),
            },
            Problem::CredentialsOnActivity => "Una actividad no lleva Credentials".to_owned(),
            Problem::InvalidLabel { character: Some(character), .. } => {
                format!("Label no puede llevar el carácter «{character}»")
            }
            Problem::InvalidLabel { character: None, .. } => "Label tiene más de 40 caracteres".to_owned(),
            Problem::DuplicateLabel { label } => format!("Dos estados Map tienen el Label «{label}»"),
            Problem::ReservedVariable => "La variable states está reservada".to_owned(),
            Problem::InvalidVariableName { name } => format!("«{name}» no puede ser el nombre de una variable"),
            Problem::OuterVariable { name } => format!("La variable «{name}» ya existe fuera de este ámbito"),
            Problem::DefinitionTooLarge { bytes } => format!("La definición tiene {bytes} bytes"),
            Problem::RuleFailed { rule } => format!("La regla {rule} falló, así que no se revisó lo que busca"),
            // Its words are in its rule's documentation: `diagnostic_words`.
            Problem::Lint(lint) => lint.key.clone(),
            Problem::InvalidTimestamp => "Esto no es una fecha con hora".to_owned(),
        }
    }

    fn advice(&self, problem: &Problem) -> String {
        let text = match problem {
            Problem::Syntax(problem) => syntax(problem).1,
            Problem::NotAnObject => "Empieza con { y dale StartAt y States.",
            Problem::MissingFields { fields } if fields.len() > 1 => {
                "Agrégalos: sin ellos la definición no se puede ejecutar."
            }
            Problem::MissingFields { .. } => "Agrégalo: sin él la definición no se puede ejecutar.",
            Problem::MissingTarget { suggestion: Some(name), .. } => return format!("¿Quisiste decir «{name}»?"),
            Problem::MissingTarget { suggestion: None, .. } => "Corrige el nombre, o agrega el estado.",
            Problem::CrossScopeTarget { .. } => {
                "Una transición no sale de su rama o iteración. Llévala a un estado que esté al lado, o termina aquí."
            }
            Problem::UnreachableState { .. } => "Haz que otro estado lleve a él con Next, o elimínalo.",
            Problem::NoTerminalState => r#"Pon "End": true en un estado, o agrega un estado Succeed o Fail."#,
            Problem::UnknownField { suggestion: Some(name), .. } => return format!("¿Quisiste decir {name}?"),
            Problem::UnknownField { suggestion: None, .. } => "Quítalo: AWS no acepta campos que no conoce.",
            Problem::WrongLanguage { needed, .. } => {
                return format!("Quítalo, o pon {needed} como QueryLanguage del estado.");
            }
            Problem::WrongType { .. } => "Escribe un valor de ese tipo.",
            Problem::OutOfRange { .. } => "Elige un número de ese rango.",
            Problem::NotOneOf { .. } => "Escríbelo exactamente así; las mayúsculas cuentan.",
            Problem::DuplicateState { .. } => {
                "Los nombres son únicos en toda la máquina, también en sus ramas. Cambia uno."
            }
            Problem::NextAndEnd => "Deja Next para seguir, o End para terminar aquí.",
            Problem::NoNextOrEnd => r#"Agrega Next con el nombre de un estado, o "End": true."#,
            Problem::NameEmpty => "Ponle uno: AWS admite de 1 a 80 caracteres.",
            Problem::Empty { .. } => "Escribe algo ahí.",
            Problem::NameTooLong { .. } => "Acórtalo: AWS admite 80.",
            Problem::Both { .. } => "Deja solo uno de los dos.",
            Problem::OneOfNeeded { .. } => "Agrega uno de ellos.",
            Problem::ComparatorCount { .. } => "Tiene que tener exactamente uno, como NumericEquals, And o Not.",
            Problem::LanguageConflict => "Quita QueryLanguage del estado.",
            Problem::InvalidPath { wanted: PathKind::Path, .. } => "Escribe una ruta como $.pedido.articulos[0].",
            Problem::InvalidPath { wanted: PathKind::Template, .. } => {
                "Escribe una ruta como $.pedido.id, o una llamada como States.UUID(); un valor fijo no lleva .$"
            }
            Problem::InvalidPath { .. } => "Nombra un solo lugar, como $.pedido.id: sin *, filtros, rangos ni ..",
            Problem::InvalidCall { .. } => "Revisa el nombre, los paréntesis, las comas y el número de argumentos.",
            Problem::TemplateNotText { .. } => "Quita .$ del nombre para dejar el valor tal cual.",
            Problem::TemplateDuplicate { .. } => "Deja solo uno de los dos.",
            Problem::InvalidExpression { is_unsupported: true, .. } => {
                "Empieza con $states.input, con otra parte de $states o con una variable."
            }
            Problem::InvalidExpression { .. } => "Corrige la expresión en este punto.",
            Problem::JsonataDelimiters => "Empieza justo con {% y termina justo con %}, sin espacios por fuera.",
            Problem::MisplacedStates { .. } => {
                "$states.result está en Output y Assign de Task, Parallel y Map; $states.errorOutput, en su Catch."
            }
            Problem::AllNotAlone => "Pásalo a un elemento propio, al final de la lista.",
            Problem::InvalidResource { .. } => "Escribe un ARN como arn:aws:states:::lambda:invoke.",
            Problem::UnknownResource { suggestion: Some(resource), .. } => {
                return format!("¿Quisiste decir {resource}?");
            }
            Problem::UnknownResource { suggestion: None, .. } => {
                "Revisa el servicio, la acción y el sufijo .sync o .waitForTaskToken."
            }
            Problem::ArgumentsRequired { .. } | Problem::FieldRequired { .. } => {
                "Agrégalo: AWS no acepta la llamada sin él."
            }
            Problem::UnknownArgument { suggestion: Some(name), .. } => return format!("¿Quisiste decir {name}?"),
            Problem::UnknownArgument { suggestion: None, .. } => {
                "Quítalo, o escribe el nombre como Step Functions: en PascalCase, y las listas en plural."
            }
            Problem::ArgumentType { .. } => "Escribe un valor de ese tipo: si no, AWS no inicia la llamada.",
            Problem::NotInExpress { .. } => {
                "Usa una llamada de petición y respuesta o un Map en línea, o una máquina Standard."
            }
            Problem::CredentialsOnActivity => "Quita Credentials.",
            Problem::InvalidLabel { .. } => "Usa hasta 40 letras, dígitos, - y _.",
            Problem::DuplicateLabel { .. } => "Dale a cada Map su propio Label.",
            Problem::ReservedVariable => "Elige otro nombre.",
            Problem::InvalidVariableName { .. } => {
                "Empieza con una letra; sigue con letras, dígitos y _, 80 como máximo."
            }
            Problem::OuterVariable { .. } => {
                "Elige otro nombre: un estado interior lee las variables de fuera, pero no les asigna valor."
            }
            Problem::DefinitionTooLarge { .. } => "AWS admite 1 MB (1 048 576 bytes). Lleva partes a otras máquinas.",
            Problem::RuleFailed { .. } => "Es un fallo de Pasos, no de la definición. Las demás reglas se aplicaron.",
            Problem::Lint(_) => "",
            Problem::InvalidTimestamp => "Escríbela como 2026-03-14T01:59:00Z, con T y zona horaria.",
        };
        text.to_owned()
    }
}
